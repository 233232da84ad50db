import { expect, test } from 'vitest';
import type { Partner } from '../../../api/types';
import { reachOf, unitsIn } from './bars';
import { bodyOf, blank, formOf, JOINT, KEPT, refusedIn, shareField, sharers, wrongIn } from './form';
import type { Ledger, Line, Year } from './load';
import { groupsOf, mayChange, mayRemove, rightsIn, talksOf, undivided } from './standing';

const partner = (id: string, status = 'active'): Partner => ({ id, name: id, mark: 1, status }) as Partner;
const [one, two, left] = [partner('one'), partner('two'), partner('left', 'left')];
const partners = [one, two, left];

function line(more: Partial<Line>): Line {
  return {
    id: 'line',
    partner_id: null,
    is_private: false,
    kind: 'cost',
    nature: 'money',
    words: 'Zaalhuur',
    note: '',
    amount: 1000,
    frequency: 'monthly',
    from: null,
    until: null,
    certainty: 'assumed',
    shares: [],
    changed_by: { account_id: 'a', name: 'Anna' },
    changed_at: '2026-11-23T10:00:00Z',
    version: 1,
    ...more,
  } as Line;
}

function inside(me: { role: string; partner_id: string | null }, status = 'active') {
  return rightsIn({ me, partners, status } as never);
}

test('one writes what is joint and what is one’s own; once it is over one only takes one’s own back', () => {
  const [joint, own, others] = [line({}), line({ partner_id: 'one' }), line({ partner_id: 'two' })];
  const member = inside({ role: 'member', partner_id: 'one' });
  expect([joint, own, others].map((of) => mayChange(of, member))).toEqual([true, true, false]);
  const after = inside({ role: 'member', partner_id: 'one' }, 'concluded');
  expect([joint, own, others].map((of) => mayChange(of, after))).toEqual([false, false, false]);
  expect([joint, own, others].map((of) => mayRemove(of, after))).toEqual([false, true, false]);
  expect(inside({ role: 'observer', partner_id: null }).joint).toBe(false);
  const lead = inside({ role: 'lead', partner_id: null });
  expect(lead).toEqual({ joint: true, own: null, mine: null, left: ['left'] });
  const leftBehind = line({ partner_id: 'left' });
  expect([lead, member].map((rights) => mayRemove(leftBehind, rights))).toEqual([true, false]);
  expect([lead, member].map((rights) => mayChange(leftBehind, rights))).toEqual([false, false]);
});

test('what is joint comes first, and who left is there as long as something is', () => {
  const groups = groupsOf([line({ partner_id: 'left' }), line({ kind: 'benefit' })], partners);
  expect(groups.map((group) => group.partner?.id ?? null)).toEqual([null, 'one', 'two', 'left']);
  expect(groups[0]?.benefits).toHaveLength(1);
  expect(groupsOf([], partners)).toHaveLength(3);
});

test('a share of who left is for nobody', () => {
  const shares = [
    { partner_id: 'one', amount: 400 },
    { partner_id: 'left', amount: 600 },
  ];
  expect(undivided(line({ shares }), partners)).toBe(600);
  const checks = { partner_missing: ['two'], partner_only_costs: ['one'], shares_do_not_add_up: ['line'] };
  const talks = talksOf({ checks, lines: [line({ shares })] } as unknown as Ledger, partners);
  expect(talks.map(({ about }) => about)).toEqual(['only_costs', 'missing', 'shares']);
});

test('what stands there comes back from the form as it was', () => {
  const shares = [
    { partner_id: 'one', amount: 333 },
    { partner_id: 'two', amount: 667 },
  ];
  const stands = line({ shares, from: '2027-03', until: '2028-02', note: 'Per les' });
  const form = formOf(stands);
  const body = bodyOf(form, null, sharers(partners, form));
  for (const field of ['kind', 'nature', 'words', 'note', 'amount', 'frequency', 'from', 'until'] as const)
    expect(body[field]).toEqual(stands[field]);
  expect(body.shares).toEqual(shares);
});

test('what cannot be read is said before it is sent, and nothing is sent that does not belong there', () => {
  const form = { ...blank(JOINT, 'cost'), amount: 'veel', from: 'ooit', [shareField('one')]: 'x' };
  expect(wrongIn(form, [one])).toEqual({
    words: 'required',
    amount: 'unreadable',
    from: 'unreadable',
    'share.one': 'unreadable',
  });
  expect(wrongIn({ ...blank(JOINT, 'cost'), words: 'Iets', nature: 'intangible' }, [one])).toEqual({});
  const kept = { ...blank(KEPT, 'cost'), words: 'Iets', amount: '10', [shareField('one')]: '10' };
  expect(bodyOf({ ...kept, frequency: 'once', until: '03-2027' }, one, partners)).toMatchObject({
    partner_id: 'one',
    is_private: true,
    until: null,
    shares: [],
  });
  expect(refusedIn({ errors: [{ field: 'until', code: 'before_from' }] } as never)).toEqual({
    until: 'before_from',
  });
});

test('bars reach as far as the longest of all', () => {
  const figures = (cost: number, benefit: number) => ({
    money: { cost, benefit, balance: benefit - cost },
    time: { cost: 0, benefit: 0, balance: 0 },
  });
  const year = { joint: figures(200, 50), partners: [{ partner_id: 'one', figures: figures(0, 100) }] };
  expect(reachOf(year as unknown as Year, 'money')).toEqual([
    { partner: null, cost: 100, benefit: 25 },
    { partner: 'one', cost: 0, benefit: 50 },
  ]);
  expect(reachOf(year as unknown as Year, 'time')).toEqual([]);
  expect(unitsIn([year as unknown as Year])).toEqual(['money']);
  expect(unitsIn([])).toEqual(['money']);
});
