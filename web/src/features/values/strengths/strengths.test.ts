import { expect, test } from 'vitest';
import type { Partner, Partnership, ValueStrength } from '../../../api/types';
import { at, formOf, heldOf, isHeldApart, strengthIn, weighsFor } from './strengths';

const library = { id: 'library', status: 'active' } as Partner;
const school = { id: 'school', status: 'active' } as Partner;
const care = { id: 'care', status: 'active' } as Partner;
const gone = { id: 'gone', status: 'left' } as Partner;
const partners = [library, school, care, gone];

function said(partner_id: string, strength: number, value_id = 'trust'): ValueStrength {
  return { value_id, partner_id, strength, words: '' } as ValueStrength;
}

test('each partner that takes part has its place, also one that said nothing yet', () => {
  const held = heldOf('trust', partners, [said('school', 3), said('gone', 0), said('library', 1, 'other')]);
  expect(held.map(({ partner, said }) => [partner.id, said?.strength])).toEqual([
    ['library', undefined],
    ['school', 3],
    ['care', undefined],
  ]);
  expect(at(held, 3).map(({ partner }) => partner.id)).toEqual(['school']);
});

test('two steps apart is something to talk about; one is not, and neither is who said nothing', () => {
  const apart = (...all: ValueStrength[]): boolean => isHeldApart(heldOf('trust', partners, all));
  expect(apart(said('library', 1), said('school', 3))).toBe(true);
  expect(apart(said('library', 2), said('school', 3), said('care', 3))).toBe(false);
  expect(apart(said('library', 4))).toBe(false);
  expect(apart()).toBe(false);
  // A partner that left is no longer talked with.
  expect(apart(said('library', 4), said('gone', 0))).toBe(false);
});

test('one says it for the partner one acts for, as long as that takes part', () => {
  const of = (role: string, partner_id: string | null, status = 'active'): Partnership =>
    ({ me: { role, partner_id }, partners, status }) as Partnership;
  expect(weighsFor(of('member', 'school'))).toBe(school);
  expect(weighsFor(of('lead', null))).toBeNull();
  expect(weighsFor(of('member', 'gone'))).toBeNull();
  expect(weighsFor(of('observer', 'school'))).toBeNull();
  expect(weighsFor(of('member', 'school', 'concluded'))).toBeNull();
});

test('a form has a step, or none yet', () => {
  expect(formOf(null)).toEqual({ strength: '', words: '' });
  expect(strengthIn(formOf(said('school', 0)))).toBe(0);
  expect(strengthIn(formOf(null))).toBeNull();
  expect(strengthIn({ strength: '9', words: '' })).toBeNull();
});
