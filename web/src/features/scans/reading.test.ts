import { expect, test } from 'vitest';
import type { ReportItem } from '../../api/types';
import { agreementOf, byClass, cellsOf, changes, counted, ranked } from './reading';

function item(id: string, priority: number | null, more: Partial<ReportItem> = {}): ReportItem {
  const figures = {
    score: 3,
    people_mean: 3,
    sizes_matter: false,
    agreement: 0.4,
    gap: 1,
    wide_gap: true,
    priority,
    cells: [],
  };
  return { id, dont_know: 0, class: 'watch', importance: 10, figures, ...more };
}

test('what asks most for attention stands first, and what nobody could judge last', () => {
  const items = [
    item('a', 20),
    item('b', null, { figures: null, class: null }),
    item('c', 25),
    item('d', 20),
  ];
  expect(ranked(items).map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
});

test('what to celebrate comes first, and the best of it before the rest', () => {
  const high = item('b', 5, { class: 'celebrate' });
  if (high.figures) high.figures = { ...high.figures, score: 4.6 };
  const items = [item('w', 20), item('t', 30, { class: 'talk' }), item('a', 9, { class: 'celebrate' }), high];
  expect(byClass(items).map((group) => [group.class, group.items.map(({ id }) => id)])).toEqual([
    ['celebrate', ['b', 'a']],
    ['talk', ['t']],
    ['watch', ['w']],
  ]);
  expect(counted(items)).toEqual({ celebrate: 2, talk: 1, act: 0, inform: 0, watch: 1 });
});

test('agreement is said as the method draws its lines', () => {
  expect([1, 0.5, 0.4, 0.3, 0.2, 0, -0.1, -1].map(agreementOf)).toEqual([
    'agreed',
    'agreed',
    'mostly',
    'mostly',
    'divided',
    'divided',
    'opposed',
    'opposed',
  ]);
});

test('a difference counts when it is more than chance', () => {
  const compared = { before: 3, after: 4, difference: 1, band: 0.4, indicative: false, partners: [] };
  const items = [
    { ...compared, id: 'a', verdict: 'improved' as const },
    { ...compared, id: 'b', verdict: 'unclear' as const },
    { ...compared, id: 'c', verdict: 'declined' as const },
  ];
  expect(changes({ round_id: 'r', items })).toEqual({ improved: ['a'], declined: ['c'] });
});

test('each mark is explained once, partners by themselves first', () => {
  const cell = (...partners: string[]) => ({ partners, mean: 3, beyond: null });
  const first = item('a', 1);
  const second = item('b', 1);
  if (first.figures) first.figures = { ...first.figures, cells: [cell('y', 'z'), cell('x')] };
  if (second.figures) second.figures = { ...second.figures, cells: [cell('x'), cell('z', 'y')] };
  expect(cellsOf({ items: [first, second] })).toEqual([['x'], ['z', 'y']]);
});
