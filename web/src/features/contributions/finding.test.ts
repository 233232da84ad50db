import { expect, test } from 'vitest';
import type { Knowing } from './expertise';
import { fits, needsSearch } from './finding';
import type { Contribution } from './load';

const said = { words: 'Een zaal', why: 'Om samen te eten' } as Contribution;
const knowing = (...unused: string[]): Knowing => ({
  person: { account_id: 'n', name: 'Noor', partner_id: null },
  unused,
  used: ['Koken'],
});

test('a handful one looks through oneself', () => {
  expect(needsSearch([], [])).toBe(false);
  expect(needsSearch([said, said, said], [knowing('a', 'b')])).toBe(false);
  expect(needsSearch([said, said, said], [knowing('a', 'b', 'c')])).toBe(true);
  expect(needsSearch(Array<Contribution>(7).fill(said), [])).toBe(true);
});

test('something is found by its words and by why', () => {
  expect(fits(said, 'ZAAL')).toBe(true);
  expect(fits(said, 'eten zaal')).toBe(true);
  expect(fits(said, 'kelder')).toBe(false);
  expect(fits(said, ' ')).toBe(true);
});
