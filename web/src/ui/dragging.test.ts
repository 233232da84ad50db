import { expect, test } from 'vitest';
import { isDrag, scrollAtEdge } from './dragging';

test('a press that trembles is a click, and one that goes somewhere is a drag', () => {
  const from = { x: 100, y: 100 };
  expect(isDrag(from, { x: 103, y: 104 })).toBe(false);
  expect(isDrag(from, { x: 104, y: 104 })).toBe(true);
  expect(isDrag(from, { x: 100, y: 90 })).toBe(true);
});

test('what is held near an edge scrolls the page there, the faster the nearer', () => {
  expect(scrollAtEdge(400, 800)).toBe(0);
  expect(scrollAtEdge(72, 800)).toBe(0);
  expect(scrollAtEdge(728, 800)).toBe(0);
  expect([scrollAtEdge(36, 800), scrollAtEdge(0, 800)]).toEqual([-7, -14]);
  expect([scrollAtEdge(764, 800), scrollAtEdge(800, 800)]).toEqual([7, 14]);
});
