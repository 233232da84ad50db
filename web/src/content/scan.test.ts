import { expect, test } from 'vitest';
import { factorOf, factors, perspectives, scale, statementOf, temperature, topicName } from './scan';
import shortNames from './scan_short_names.json';

test('four perspectives hold sixteen factors of two statements, and every factor has a short name', () => {
  expect(perspectives).toHaveLength(4);
  expect(factors).toHaveLength(16);
  for (const factor of factors) {
    expect(factor.statements.map(({ id }) => id)).toEqual([`${factor.id}.a`, `${factor.id}.b`]);
    expect(factor.actions).toHaveLength(3);
  }
  expect(Object.keys(shortNames)).toEqual(factors.map(({ id }) => id));
  expect(scale.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
});

test('a line of a report is a factor, a statement or a temperature question', () => {
  expect(factorOf('strong_team')).toBe(factorOf('strong_team.b'));
  expect(statementOf('effort')).toBe(temperature[0]);
  expect(topicName('yield')?.nl).toBe('Opbrengst');
  expect(topicName('strong_team.b')?.en).toBe('Strong team');
  expect(statementOf('from.tomorrow')).toBeUndefined();
});
