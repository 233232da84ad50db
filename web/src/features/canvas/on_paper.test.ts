import { expect, test } from 'vitest';
import type { BlockId } from '../../content/canvas';
import type { Note } from './document';
import { sizeOnPaper } from './on_paper';

const cards = (block: BlockId, count: number, text = 'Vrijwilligers lezen thuis voor'): Note[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${block} ${index}`,
    block,
    text,
    order: 'a',
    partner: null,
  }));

test('a few cards stand as large as they can on the sheet', () => {
  expect(sizeOnPaper([])).toBe('largest');
  expect(sizeOnPaper(cards('channels', 3))).toBe('largest');
});

test('the more there is, the smaller it is set', () => {
  const sizes = [4, 9, 12, 16].map((count) => sizeOnPaper(cards('value_propositions', count)));
  expect(new Set(sizes).size).toBeGreaterThan(2);
  expect([...sizes].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other))).toEqual(sizes);
});

test('blocks in one column share its height', () => {
  const both = [...cards('channels', 6), ...cards('customer_relationships', 6)];
  expect(ORDER.indexOf(sizeOnPaper(both))).toBeGreaterThan(ORDER.indexOf(sizeOnPaper(cards('channels', 6))));
});

test('below, cards stand beside each other', () => {
  expect(sizeOnPaper(cards('cost_structure', 9))).toBe('largest');
});

test('there is a smallest size, for nobody reads what is smaller', () => {
  expect(sizeOnPaper(cards('channels', 500))).toBe('smallest');
});

const ORDER = ['largest', 'large', 'normal', 'small', 'smaller', 'smallest'];
