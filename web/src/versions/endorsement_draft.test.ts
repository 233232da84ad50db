import { expect, test } from 'vitest';
import { isTyped, keptDraft } from './endorsement_draft';

const WISH = { answer: 'yes_with_wish', words: 'Graag ook de ouders.' };

function shelves(kept: Record<number, Record<string, string>>) {
  return (number: number) => ({ read: () => ({ fields: kept[number] ?? {}, version: null }) });
}

test('what was typed about a version that was withdrawn is there at the next one', () => {
  expect(keptDraft(shelves({ 3: WISH }), 4, [3, 2])).toEqual({ ...WISH, about: 3 });
  expect(keptDraft(shelves({ 2: WISH, 3: { ...WISH, words: 'Nieuwer' } }), 5, [2, 3, 4]).words).toBe(
    'Nieuwer',
  );
});

test('what was typed about this version comes before that, and of another open one nothing is taken', () => {
  const kept = { 1: WISH, 2: { answer: 'not_yet', words: 'Eerst het geld.' } };
  expect(keptDraft(shelves(kept), 2, [1])).toEqual({ ...kept[2], about: 2 });
  expect(isTyped(keptDraft(shelves({ 1: WISH }), 2, []))).toBe(false);
  expect(isTyped(keptDraft(shelves({ 3: WISH }), 2, [3]))).toBe(false);
});

test('a yes to other words is no yes to these', () => {
  expect(isTyped(keptDraft(shelves({ 1: { answer: 'yes', words: '' } }), 2, [1]))).toBe(false);
  expect(keptDraft(shelves({ 1: { answer: 'yes', words: '' } }), 1, [])).toMatchObject({ answer: 'yes' });
});

test('what cannot be an answer is none', () => {
  expect(keptDraft(shelves({ 1: { answer: 'maybe', words: 'Zo' } }), 1, [])).toMatchObject({ answer: '' });
});
