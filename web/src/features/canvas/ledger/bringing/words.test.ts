import { expect, test } from 'vitest';
import type { Problem } from '../../../../api/problem';
import { m } from '../../../../paraglide/messages.js';
import { addWords, rowWords, tableWords } from './words';

const problem = (status: number, code: string, errors?: { field: string; code: string }[]): Problem =>
  ({ status, code, errors }) as Problem;

test('each thing that is wrong with a row is said, also what nobody thought of', () => {
  const refused = [
    { field: 'partner_id', code: 'not_yours' },
    { field: 'words', code: 'too_long' },
    { field: 'colour', code: 'unknown' },
  ];
  expect(rowWords({ row: 2, line: null, twice: false, refused })).toEqual([
    m.bringing_not_yours(),
    m.bringing_words_long(),
    m.bringing_other(),
  ]);
});

test('a table that cannot be read says what it lacks', () => {
  const refused = problem(422, 'validation_failed', [{ field: 'text', code: 'no_header' }]);
  expect(tableWords(refused)).toBe(m.bringing_no_header());
});

test('when the answer was lost one looks first, and what changed meanwhile is shown anew', () => {
  expect(addWords(problem(0, 'offline'))).toBe(m.bringing_unknown());
  expect(addWords(problem(409, 'changed_meanwhile'))).toBe(m.bringing_changed());
});
