import { expect, test } from 'vitest';
import type { IndividualAmbition, Partner } from '../../../api/types';
import {
  byPartner,
  changesOf,
  circlesOf,
  coverage,
  meanwhile,
  restored,
  type AmbitionForm,
} from './ambitions';

const library = { id: 'library', name: 'Bibliotheek', mark: 1, status: 'active' } as Partner;
const school = { id: 'school', name: 'School', mark: 2, status: 'active' } as Partner;
const gone = { id: 'gone', name: 'Bakker', mark: 3, status: 'left' } as Partner;

function ambition(id: string, partner_id: string | null): IndividualAmbition {
  return { id, partner_id } as IndividualAmbition;
}

const before: AmbitionForm = { kind: 'personal', visible_to: 'me', words: 'Leren' };

test('who acts for no partner has nobody of the same partner', () => {
  expect(circlesOf('library')).toEqual(['me', 'partner', 'all']);
  expect(circlesOf(null)).toEqual(['me', 'all']);
});

test('what others want stands by partner in the order of their marks, and those who guide come last', () => {
  const all = [
    ambition('a', null),
    ambition('b', 'school'),
    ambition('c', 'library'),
    ambition('d', 'school'),
  ];
  const groups = byPartner(all, [library, school, gone]);
  expect(groups.map(({ partner, ambitions }) => [partner?.id, ambitions.map(({ id }) => id)])).toEqual([
    ['library', ['c']],
    ['school', ['b', 'd']],
    [undefined, ['a']],
  ]);
});

test('of each partner that takes part it is known how much is in the text, also of one that said nothing', () => {
  const all = [
    ambition('a', 'library'),
    ambition('b', 'library'),
    ambition('c', 'gone'),
    ambition('d', null),
  ];
  const counted = coverage(all, [library, school, gone], ({ id }) => id === 'b');
  expect(counted).toEqual([
    { partner: library, all: 2, answered: 1 },
    { partner: school, all: 0, answered: 0 },
  ]);
});

test('only what was made another is sent', () => {
  expect(changesOf(before, { ...before, words: ' Leren ' })).toEqual({});
  expect(changesOf(before, { ...before, visible_to: 'all', words: 'Samen leren' })).toEqual({
    visible_to: 'all',
    words: 'Samen leren',
  });
});

test('what was changed elsewhere stays as it is there, unless one changed it here as well', () => {
  const now: AmbitionForm = { kind: 'business', visible_to: 'all', words: 'Meer leden' };
  expect(meanwhile(before, { ...before, words: 'Veel leren ' }, now)).toEqual({
    kind: 'business',
    visible_to: 'all',
    words: 'Veel leren ',
  });
});

test('what was kept comes back, but never a circle that is not there any more', () => {
  const kept = { words: 'Half een z', visible_to: 'partner', kind: 'moon' };
  expect(restored(before, kept, circlesOf('library'))).toEqual({
    kind: 'personal',
    visible_to: 'partner',
    words: 'Half een z',
  });
  expect(restored(before, kept, circlesOf(null)).visible_to).toBe('me');
});
