import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shapeOf } from './marks';

const MARKS = Array.from({ length: 64 }, (_, place) => place + 1);

/** The colour that the style sheet gives a mark. */
function colourOf(mark: number): string | undefined {
  const css = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8');
  return new RegExp(`\\.mark-${mark}\\b[^{}]*\\{\\s*--mark: var\\((--partner-\\d)\\)`).exec(css)?.[1];
}

test('the first eight partners have a shape each, and no shape is that of all together', () => {
  expect(MARKS.slice(0, 8).map(shapeOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(shapeOf(0)).toBe(0);
});

test('no two of 64 partners have the same colour and shape', () => {
  const looks = MARKS.map((mark) => `${colourOf(mark) ?? 'no colour'} ${shapeOf(mark)}`);
  expect(new Set(looks).size).toBe(64);
  expect(looks.filter((look) => look.startsWith('no colour'))).toEqual([]);
});
