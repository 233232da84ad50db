import { expect, test } from 'vitest';
import { problemWords } from '../../api/problem';
import { addProblemWords, lineAt, listProblemWords, rowProblemWords } from './paste_rows';

test('a line is found where it stands in the list', () => {
  const text = '- Eén\n\n- Drie';
  expect(text.slice(...lineAt(text, 1))).toBe('- Eén');
  expect(text.slice(...lineAt(text, 2))).toBe('');
  expect(text.slice(...lineAt(text, 3))).toBe('- Drie');
  expect(text.slice(...lineAt(text, 9))).toBe('');
});

test('nobody says that cards were not added when only the answer may be lost', () => {
  const unknown = [0, 500, 502, 503, 504].map((status) => addProblemWords({ status, code: 'unavailable' }));
  expect(new Set(unknown).size).toBe(1);
  const refused = addProblemWords({ status: 403, code: 'forbidden' });
  expect(refused).toContain(problemWords({ status: 403, code: 'forbidden' }));
  expect(refused).not.toContain(unknown[0]);
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
