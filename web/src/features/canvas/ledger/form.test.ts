import { expect, test } from 'vitest';
import type { Problem } from '../../../api/problem';
import type { Partner } from '../../../api/types';
import { blank, bodyOf, formOf, JOINT, KEPT, OWN, refusedIn, restored, sharers, wrongIn } from './form';
import type { Line } from './load';

const partner = (id: string, status: Partner['status'] = 'active'): Partner =>
  ({ id, status, mark: 1, name: id }) as Partner;
const library = partner('library');
const partners = [library, partner('school')];
const line = {
  id: 'one',
  partner_id: null,
  is_private: false,
  kind: 'cost',
  nature: 'money',
  words: 'Coördinator',
  note: '',
  amount: 120_050,
  frequency: 'yearly',
  from: '2027-01',
  until: null,
  certainty: 'agreed',
  shares: [{ partner_id: 'library', amount: 60_025 }],
  version: 2,
} as unknown as Line;

test('a line is sent as it was read', () => {
  const form = formOf(line);
  expect(form).toMatchObject({ amount: '1.200,50', from: '01-2027', 'share.library': '600,25' });
  expect(wrongIn(form, partners)).toEqual({});
  const { id: _, version: __, ...body } = line;
  expect(bodyOf(form, library, partners)).toEqual(body);
});

test('what is in words has no amount and no shares, and what is once has no end', () => {
  const form = { ...blank(JOINT, 'benefit'), words: 'Rust', amount: '12', 'share.library': '12' };
  expect(bodyOf({ ...form, nature: 'intangible' }, library, partners)).toMatchObject({
    amount: null,
    shares: [],
  });
  expect(bodyOf({ ...form, frequency: 'once', until: '02-2027' }, library, partners).until).toBeNull();
});

test('what is of one partner has no shares, and what is of all is never private', () => {
  const form = { ...blank(KEPT, 'cost'), words: 'Huur', amount: '12', 'share.library': '12' };
  const own = { partner_id: 'library', shares: [] };
  expect(bodyOf(form, library, partners)).toMatchObject({ ...own, is_private: true });
  expect(bodyOf({ ...form, whose: OWN }, library, partners)).toMatchObject({ ...own, is_private: false });
  expect(bodyOf({ ...form, whose: JOINT }, library, partners)).toMatchObject({
    partner_id: null,
    is_private: false,
  });
});

test('what nobody can read is found before it is sent', () => {
  const form = blank(JOINT, 'cost');
  expect(wrongIn(form, partners)).toEqual({ words: 'required', amount: 'required' });
  expect(
    wrongIn(
      { ...form, words: 'Huur', amount: 'veel', from: '13-2027', until: 'ooit', 'share.school': '1,2,3' },
      partners,
    ),
  ).toEqual({
    amount: 'unreadable',
    from: 'unreadable',
    until: 'unreadable',
    'share.school': 'unreadable',
  });
  expect(wrongIn({ ...form, words: 'Huur', amount: '0' }, partners)).toEqual({ amount: 'out_of_range' });
  expect(wrongIn({ ...form, words: 'Rust', nature: 'intangible' }, partners)).toEqual({});
});

test('a partner that left is asked for nothing, unless it has something of it already', () => {
  const left = partner('care', 'left');
  const form = blank(JOINT, 'cost');
  expect(sharers([...partners, left], form)).toEqual(partners);
  expect(sharers([...partners, left], { ...form, 'share.care': '3' })).toEqual([...partners, left]);
});

test('what one typed before stands over what it is now', () => {
  expect(restored(formOf(line), { words: 'Twee coördinatoren' })).toMatchObject({
    words: 'Twee coördinatoren',
    amount: '1.200,50',
  });
});

test('what the server refuses is said beside its field', () => {
  const errors = [{ field: 'until', code: 'before_from' }];
  expect(refusedIn({ status: 422, code: 'validation_failed', errors } as unknown as Problem)).toEqual({
    until: 'before_from',
  });
  expect(refusedIn(null)).toEqual({});
});
