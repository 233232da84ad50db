import { expect, test } from 'vitest';
import { BLOCK_IDS, blocks } from './canvas';

test('every block is there once, with three questions in both languages', () => {
  expect(blocks.map(({ id }) => id)).toEqual(BLOCK_IDS);
  for (const { id, questions } of blocks) {
    expect(questions, id).toHaveLength(3);
    for (const { nl, en } of questions) {
      expect(nl.trim(), id).toMatch(/\?$/);
      expect(en.trim(), id).toMatch(/\?$/);
    }
  }
});

test('no question is asked twice', () => {
  const asked = blocks.flatMap(({ questions }) => questions.map(({ nl }) => nl));
  expect(new Set(asked).size).toBe(asked.length);
});
