import { expect, test } from 'vitest';
import { whoKnows } from './expertise';
import type { Profile } from './load';

const profile = (name: string, expertise: string[] | null): Profile => ({
  person: { account_id: name, name, partner_id: null },
  parts:
    expertise === null
      ? []
      : [
          {
            content: { part: 'expertise', expertise },
            visible_to: 'all',
            changed_at: '2026-11-23T08:00:00Z',
            version: 1,
          },
        ],
});
const profiles = [
  profile('Noor', ['Subsidies aanvragen', 'Koken voor honderd']),
  profile('Joris', ['Europese subsidies']),
  profile('Sami', null),
];

test('whoever shows something is found by it, with only what fits', () => {
  expect(whoKnows(profiles, 'SUBSIDIES')).toMatchObject([
    { person: { name: 'Joris' }, lines: ['Europese subsidies'] },
    { person: { name: 'Noor' }, lines: ['Subsidies aanvragen'] },
  ]);
  expect(whoKnows(profiles, 'subsidies koken')).toEqual([]);
});

test('without words everybody stands there who shows anything', () => {
  expect(whoKnows(profiles, ' ').map(({ person }) => person.name)).toEqual(['Joris', 'Noor']);
});
