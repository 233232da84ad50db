import { expect, test } from 'vitest';
import type { RoomReading } from '../load';
import { canBeCompared, on, stepIn, toTalkAbout } from './gauge';

function reading(name: string, taken: number, given: number): RoomReading {
  const person = { account_id: name, name, partner_id: `partner of ${name}` };
  return { person, taken, given, said_at: '2026-11-23T08:00:00Z' };
}

const found = (readings: RoomReading[]): string[] =>
  toTalkAbout(readings, 'Sanne').map(
    ({ side, others, people }) => `${side} ${others}: ${people.map(({ name }) => name).join()}`,
  );

test('two steps apart are something to talk about, one step is not', () => {
  expect(found([reading('Sanne', 0, 0), reading('Joris', -1, 1)])).toEqual([]);
  expect(found([reading('Sanne', 1, 0), reading('Joris', -1, 2)])).toEqual([
    'taken less: Joris',
    'given more: Joris',
  ]);
});

test('others may see it differently in both directions', () => {
  const readings = [
    reading('Sanne', 0, 0),
    reading('Joris', -2, 0),
    reading('Fatima', 2, 0),
    reading('Els', -2, 1),
  ];
  expect(found(readings)).toEqual(['taken less: Joris,Els', 'taken more: Fatima']);
});

test('others among themselves, and a holder who says nothing, are not compared', () => {
  expect(found([reading('Joris', -2, -2), reading('Fatima', 2, 2)])).toEqual([]);
  expect(canBeCompared([reading('Joris', 0, 0)], 'Sanne')).toBe(false);
  expect(canBeCompared([reading('Sanne', 0, 0)], 'Sanne')).toBe(false);
  expect(canBeCompared([reading('Sanne', 0, 0), reading('Joris', 0, 0)], 'Sanne')).toBe(true);
});

test('on a step the holder stands first', () => {
  const readings = [reading('Joris', 0, 1), reading('Sanne', 0, 0), reading('Fatima', 0, 1)];
  expect(on(readings, 'taken', 0, 'Sanne').map(({ name }) => name)).toEqual(['Sanne', 'Joris', 'Fatima']);
  expect(on(readings, 'given', 1, 'Sanne').map(({ name }) => name)).toEqual(['Joris', 'Fatima']);
});

test('only a step is a step', () => {
  expect(['-2', '0', '2', '3', '', 'x', undefined].map(stepIn)).toEqual([-2, 0, 2, null, null, null, null]);
});
