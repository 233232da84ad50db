import { expect, test } from 'vitest';
import { listedColleagues } from './colleagues';

const anna = { account_id: 'a', name: 'Anna', email: 'anna@zuid.example' };
const bo = { account_id: 'b', name: 'Bo', email: 'bo@zuid.example' };
const sanne = { account_id: 's', name: 'Sanne' };

test('who is chosen stays in sight although the search does not find them', () => {
  expect(listedColleagues([anna, bo], [sanne], ['s'])).toEqual([sanne, anna, bo]);
  expect(listedColleagues([bo], [anna, bo, sanne], ['s', 'a'])).toEqual([sanne, anna, bo]);
});

test('nobody is listed twice, and nobody who was let go of', () => {
  expect(listedColleagues([anna, bo], [anna, bo, sanne], ['b'])).toEqual([anna, bo]);
  expect(listedColleagues([anna], [sanne], [])).toEqual([anna]);
});
