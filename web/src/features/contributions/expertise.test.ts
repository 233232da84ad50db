import { expect, test } from 'vitest';
import { knowingOf } from './expertise';
import type { Contribution, Profile } from './load';

const profile = (
  name: string,
  expertise: string[] | null,
  partner_id: string | null = 'oak',
  visible_to: 'all' | 'partner' = 'all',
): Profile => ({
  person: { account_id: name, name, partner_id },
  parts:
    expertise === null
      ? []
      : [
          {
            content: { part: 'expertise', expertise },
            visible_to,
            changed_at: '2026-11-23T08:00:00Z',
            version: 1,
          },
        ],
});
const profiles = [
  profile('Noor', ['Subsidies aanvragen', 'Koken voor honderd']),
  profile('Joris', ['Europese subsidies']),
  profile('Sami', null),
  profile('Els', ['Vergaderen'], 'oak', 'partner'),
];

const met = (about: Partial<Contribution>): Contribution =>
  ({
    partner_id: 'oak',
    direction: 'brings',
    words: '',
    why: '',
    with_partner_id: 'elm',
    is_met: true,
    ...about,
  }) as Contribution;

test('whoever shows something to all is found by it, with only what fits', () => {
  expect(knowingOf(profiles, [], 'SUBSIDIES')).toMatchObject([
    { person: { name: 'Joris' }, unused: ['Europese subsidies'], used: [] },
    { person: { name: 'Noor' }, unused: ['Subsidies aanvragen'], used: [] },
  ]);
  expect(knowingOf(profiles, [], 'subsidies koken')).toEqual([]);
  expect(knowingOf(profiles, [], 'vergaderen')).toEqual([]);
});

test('without words everybody stands there who shows anything to all', () => {
  expect(knowingOf(profiles, [], ' ').map(({ person }) => person.name)).toEqual(['Joris', 'Noor']);
});

test('what is named in something that their partner gives, and that was confirmed, is used', () => {
  const unused = (about: Partial<Contribution>): string[] | undefined =>
    knowingOf(profiles, [met(about)]).find(({ person }) => person.name === 'Noor')?.unused;
  const both = ['Subsidies aanvragen', 'Koken voor honderd'];
  expect(unused({ words: 'Wij kunnen subsidies voor je aanvragen' })).toEqual(['Koken voor honderd']);
  expect(unused({ words: 'Onze keuken', why: 'Koken voor honderd mensen' })).toEqual(['Subsidies aanvragen']);
  const sought = { direction: 'seeks' as const, partner_id: 'elm', with_partner_id: 'oak' };
  expect(unused({ ...sought, words: 'Subsidies aanvragen' })).toEqual(['Koken voor honderd']);
  expect(unused({ words: 'Subsidies aanvragen', is_met: false })).toEqual(both);
  expect(unused({ words: 'Subsidies' })).toEqual(both);
  // Another partner that gives the same does not use what Noor knows.
  expect(unused({ words: 'Subsidies aanvragen', partner_id: 'elm' })).toEqual(both);
});

test('what somebody without a partner knows is used when anybody gives it', () => {
  const guide = [profile('Guus', ['Subsidies aanvragen'], null)];
  expect(knowingOf(guide, [met({ words: 'subsidies aanvragen' })])).toMatchObject([
    { unused: [], used: ['Subsidies aanvragen'] },
  ]);
});
