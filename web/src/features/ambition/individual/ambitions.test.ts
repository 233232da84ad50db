import { expect, test } from 'vitest';
import type { IndividualAmbition, Partner } from '../../../api/types';
import { circlesOf } from '../../../ui/circles';
import { coverage, restored, type AmbitionForm } from './ambitions';

const library = { id: 'library', name: 'Bibliotheek', mark: 1, status: 'active' } as Partner;
const school = { id: 'school', name: 'School', mark: 2, status: 'active' } as Partner;
const gone = { id: 'gone', name: 'Bakker', mark: 3, status: 'left' } as Partner;

function ambition(id: string, partner_id: string | null): IndividualAmbition {
  return { id, partner_id } as IndividualAmbition;
}

const before: AmbitionForm = { kind: 'personal', visible_to: 'me', words: 'Leren' };

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

test('what was kept comes back, but never a circle that is not there any more', () => {
  const kept = { words: 'Half een z', visible_to: 'partner', kind: 'moon' };
  expect(restored(before, kept, circlesOf('library'))).toEqual({
    kind: 'personal',
    visible_to: 'partner',
    words: 'Half een z',
  });
  expect(restored(before, kept, circlesOf(null)).visible_to).toBe('me');
});
