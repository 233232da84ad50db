/** Why the server refused a change, as far as it makes a difference to the person. */
export type Refusal = 'vocabulary' | 'ownership' | 'size' | 'damaged';

const WORDS: [Refusal, RegExp][] = [
  ['ownership', /under this client id/],
  ['size', /too long|too many|more work than/],
  [
    'vocabulary',
    /^unknown |may not stand|have no place|does not have this value|is not allowed|of another version|nested too deeply/,
  ],
];

/** Reads the server's reason, which is short English for programs; whatever it does not know is damage. */
export function refusalOf(reason: string): Refusal {
  return WORDS.find(([, words]) => words.test(reason))?.[0] ?? 'damaged';
}
