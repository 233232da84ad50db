import { expect, test } from 'vitest';
import { lineAt, listProblemWords, rowProblemWords } from './paste_rows';

test('a line is found where it stands in the list', () => {
  const text = '- Eén\n\n- Drie';
  expect(text.slice(...lineAt(text, 1))).toBe('- Eén');
  expect(text.slice(...lineAt(text, 2))).toBe('');
  expect(text.slice(...lineAt(text, 3))).toBe('- Drie');
  expect(text.slice(...lineAt(text, 9))).toBe('');
});

test('every problem has words, the ones that a later server may have too', () => {
  const refused = (code: string) => ({
    status: 422,
    code: 'validation_failed',
    errors: [{ field: 'text', code }],
  });
  const words = [
    ...[
      'block_missing',
      'block_unknown',
      'partner_unknown',
      'text_missing',
      'text_too_long',
      'brand_new',
    ].map(rowProblemWords),
    ...['too_many_rows', 'required', 'brand_new'].map((code) => listProblemWords(refused(code))),
  ];
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) expect(word).not.toBe('');
});
