import { expect, test } from 'vitest';
import { brings, coursesOf, reachOf, unitsIn } from './bars';
import type { Totals, Year } from './load';

const none: Totals = { cost: 0, benefit: 0, balance: 0 };
const totals = (cost: number, benefit: number): Totals => ({ cost, benefit, balance: benefit - cost });
const year = (joint: Totals, partner: Totals, time: Totals = none): Year => ({
  from: '2027-01',
  until: '2027-12',
  joint: { money: joint, time },
  partners: [{ partner_id: 'library', figures: { money: partner, time: none } }],
});

test('the longest bar reaches to the end, the others in proportion', () => {
  expect(reachOf(year(totals(400, 100), totals(200, 0)), 'money')).toEqual([
    { partner: null, cost: 100, benefit: 25 },
    { partner: 'library', cost: 50, benefit: 0 },
  ]);
});

test('a partner that has more than all together does not fall off the paper', () => {
  expect(reachOf(year(totals(100, 0), totals(100, 300)), 'money')).toEqual([
    { partner: null, cost: 100 / 3, benefit: 0 },
    { partner: 'library', cost: 100 / 3, benefit: 100 },
  ]);
});

test('where nothing is counted there are no bars', () => {
  expect(reachOf(year(none, none), 'money')).toEqual([]);
  expect(unitsIn([year(none, none)])).toEqual(['money']);
});

test('hours stand there when there are any, and bring something when they do', () => {
  const hours = year(totals(100, 0), none, totals(90, 0));
  expect(unitsIn([year(none, none), hours])).toEqual(['money', 'time']);
  expect(brings([hours], 'time')).toBe(false);
  expect(brings([hours, year(none, none, totals(0, 5))], 'time')).toBe(true);
});

test('over the years one sees what is left, and of hours that bring nothing what they cost', () => {
  const years = [year(totals(100, 300), totals(50, 0), totals(90, 0)), year(totals(400, 0), totals(0, 0))];
  expect(coursesOf(years, 'money')).toEqual([
    {
      partner: null,
      years: [
        { amount: 200, reach: 50 },
        { amount: -400, reach: 100 },
      ],
    },
    {
      partner: 'library',
      years: [
        { amount: -50, reach: 12.5 },
        { amount: 0, reach: 0 },
      ],
    },
  ]);
  expect(coursesOf(years, 'time')[0]?.years).toEqual([
    { amount: 90, reach: 100 },
    { amount: 0, reach: 0 },
  ]);
});

test('where nothing is counted nothing reaches anywhere', () => {
  expect(coursesOf([year(none, none)], 'money').flatMap(({ years }) => years)).toEqual([
    { amount: 0, reach: 0 },
    { amount: 0, reach: 0 },
  ]);
});
