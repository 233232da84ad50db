import { expect, test } from 'vitest';
import type { Overlap } from '../../../api/types';
import { quotedOf, stands, stretchesOf } from './marking';

test('words that are quoted are marked where they stand, whatever blanks are between them', () => {
  expect(stretchesOf('Wij zien\nkinderen die wachten.', [{ number: 1, quote: 'zien kinderen' }])).toEqual([
    { text: 'Wij ', numbers: [], begins: [], ends: [] },
    { text: 'zien\nkinderen', numbers: [1], begins: [1], ends: [1] },
    { text: ' die wachten.', numbers: [], begins: [], ends: [] },
  ]);
});

test('words of two overlaps may lie over each other', () => {
  const stretches = stretchesOf('een twee drie', [
    { number: 1, quote: 'een twee' },
    { number: 2, quote: 'twee drie' },
  ]);
  expect(stretches.map(({ text, numbers, begins, ends }) => [text, numbers, begins, ends])).toEqual([
    ['een ', [1], [1], []],
    ['twee', [1, 2], [2], [1]],
    [' drie', [2], [], [2]],
  ]);
});

test('words that do not stand there are not marked, and signs in them mean nothing else', () => {
  expect(stretchesOf('Wij wachten (nog).', [{ number: 1, quote: 'nu' }])).toHaveLength(1);
  expect(stretchesOf('Wij wachten (nog).', [{ number: 1, quote: '(nog).' }])[1]?.text).toBe('(nog).');
  expect(stretchesOf('', [])).toEqual([]);
  expect(stands({ seeing: 'Zo is het', doing: 'Wij doen dit' }, 'doen dit')).toBe(true);
  expect(stands({ seeing: 'Zo is het', doing: '' }, 'doen dit')).toBe(false);
  expect(stands({ seeing: 'Zo is het', doing: '' }, '')).toBe(false);
});

test('an overlap has the same number in every view', () => {
  const overlaps = [
    { parts: [{ partner_id: 'a', quote: 'een' }] },
    {
      parts: [
        { partner_id: 'b', quote: 'twee' },
        { partner_id: 'a', quote: '' },
      ],
    },
    { parts: [{ partner_id: 'a', quote: 'drie' }] },
  ] as Overlap[];
  expect(quotedOf('a', overlaps)).toEqual([
    { number: 1, quote: 'een' },
    { number: 3, quote: 'drie' },
  ]);
});
