import { expect, test } from 'vitest';
import { factors, perspectives, temperature } from '../../content/scan';
import { fitting, newChoice, newDraft, responseOf, stepsOf, togglePriority, unanswered } from './draft';

const all = factors.flatMap((factor) => factor.statements.map(({ id }) => id));

test('a scan asks one perspective a page, then what matters, what to tell, and whether it is all', () => {
  const steps = stepsOf('scan', newDraft(all).order);
  expect(steps.map((step) => (step.kind === 'statements' ? step.perspective : step.kind))).toEqual([
    ...perspectives.map(({ id }) => id),
    'priorities',
    'words',
    'review',
  ]);
  for (const step of steps) if (step.kind === 'statements') expect(step.statements).toHaveLength(8);
});

test('a pulse asks everything on one page', () => {
  const order = ['felt_urgency.b', 'strategy_approach.b', ...temperature.map(({ id }) => id)];
  expect(stepsOf('pulse', order)).toEqual([{ kind: 'statements', perspective: null, statements: order }]);
});

test('everybody gets the statements in an order of their own, and all of them', () => {
  let turn = 0;
  const random = (): number => ((turn += 7) % 10) / 10;
  const { order } = newDraft(all, random);
  expect(order).not.toEqual(all);
  expect([...order].sort()).toEqual([...all].sort());
});

test('“I don’t know” is an answer, and what was left open is not', () => {
  const draft = { ...newDraft(['a', 'b', 'c']), order: ['c', 'a', 'b'], answers: { a: null, b: 3 } };
  expect(unanswered(draft)).toEqual(['c']);
});

test('what is sent does not tell in which order somebody saw or chose it', () => {
  const draft = {
    ...newDraft(['a', 'b']),
    order: ['b', 'a'],
    answers: { b: 5, a: null },
    priorities: ['strong_team', 'added_value'],
    words: '  Een goed gesprek \n',
  };
  const response = responseOf('scan', ['a', 'b'], draft);
  expect(JSON.stringify(response)).toBe(
    '{"answers":{"a":null,"b":5},"priorities":["added_value","strong_team"],"words":"Een goed gesprek"}',
  );
  expect(responseOf('pulse', ['a', 'b'], draft)).toEqual({ answers: { a: null, b: 5 }, priorities: [] });
  expect('words' in responseOf('scan', ['a', 'b'], { ...draft, words: ' ' })).toBe(false);
});

test('three factors matter most, and a fourth is not taken', () => {
  let chosen: string[] = [];
  for (const factor of ['a', 'b', 'c', 'd']) chosen = togglePriority(chosen, factor);
  expect(chosen).toEqual(['a', 'b', 'c']);
  expect(togglePriority(chosen, 'b')).toEqual(['a', 'c']);
});

test('what was kept is gone on with, unless something else is asked by now', () => {
  const kept = {
    ...newDraft(['a', 'b']),
    order: ['b', 'a'],
    answers: { a: 2, b: 4 },
    words: 'Toen',
    step: 3,
  };
  expect(fitting(kept, ['a', 'b'])).toBe(kept);
  const other = fitting(kept, ['a', 'c']);
  expect(other).toMatchObject({ answers: { a: 2 }, words: 'Toen', step: 0 });
  expect([...other.order].sort()).toEqual(['a', 'c']);
  expect(fitting(null, ['a']).order).toEqual(['a']);
});

test('a choice is 32 bytes as the server reads them, another one every time', () => {
  expect(newChoice()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newChoice()).not.toBe(newChoice());
  expect(newChoice(new Uint8Array(32).fill(255))).toBe('_'.repeat(42) + '8');
});
