import { expect, test } from 'vitest';
import type { Partner, Success } from '../../../api/types';
import { askedPartners, formOf, meanwhile, recordOf, touchedOf } from './record';

const partner = (id: string, status: Partner['status'] = 'active'): Partner =>
  ({ id, name: id, mark: 1, status }) as Partner;
const success: Success = {
  id: 's',
  words: 'De voorleesdag',
  happened_on: '2026-11-20',
  parts: [{ partner_id: 'oud', words: 'Regelde de zaal' }],
  recorded_by: 'anna',
  recorder: 'Anna',
  recorded_at: '2026-11-22T10:00:00Z',
  version: 1,
};

test('a partner of whom nothing is said is left out', () => {
  const form = { words: ' De voorleesdag ', happened_on: '2026-11-20', zuid: ' De boeken ', brug: '  ' };
  expect(recordOf(form, [partner('zuid'), partner('brug'), partner('maas')])).toEqual({
    words: 'De voorleesdag',
    happened_on: '2026-11-20',
    parts: [{ partner_id: 'zuid', words: 'De boeken' }],
  });
});

test('what a partner did that left since stays with it', () => {
  const partners = [
    partner('zuid'),
    partner('oud', 'left'),
    partner('weg', 'left'),
    partner('nieuw', 'invited'),
  ];
  expect(askedPartners(partners, success).map(({ id }) => id)).toEqual(['zuid', 'oud']);
  expect(askedPartners(partners, undefined).map(({ id }) => id)).toEqual(['zuid']);
  expect(recordOf(formOf(success), partners).parts).toEqual(success.parts);
});

test('two who change it at once both keep what they wrote', () => {
  const before = formOf(success);
  const mine = { ...before, zuid: 'De boeken' };
  const theirs = { ...before, words: 'De voorleesdag in maart' };
  expect(meanwhile(before, mine, theirs)).toEqual({ ...theirs, zuid: 'De boeken' });
  expect(meanwhile(before, { ...before, words: 'Mijn woorden' }, theirs)['words']).toBe('Mijn woorden');
});

test('only what was touched is kept for later', () => {
  const before = formOf(success);
  expect(touchedOf(before, { ...before, zuid: 'De boeken', brug: '' })).toEqual({ zuid: 'De boeken' });
});
