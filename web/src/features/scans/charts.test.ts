import { expect, test } from 'vitest';
import { along, lanes, onAxis, quarterPath, radarPath, reach } from './charts';

const center = { x: 100, y: 100 };

test('the best lies on the edge, and the worst not in the very middle', () => {
  expect(reach(5, 100)).toBe(100);
  expect(reach(1, 100)).toBeCloseTo(12);
  expect(onAxis(center, 50, 0)).toEqual({ x: 100, y: 50 });
});

test('a score that is missing interrupts the line', () => {
  expect(radarPath([5, 5, 5, 5], center, 100)).toMatch(/^M[^M]+Z$/);
  const interrupted = radarPath([5, null, 5, 5], center, 100);
  expect(interrupted).not.toContain('Z');
  expect(interrupted.match(/M/g)).toHaveLength(3);
  expect(radarPath([null, null], center, 100)).toBe('');
});

test('the quarters go round', () => {
  expect(quarterPath(0, center, 100)).toBe('M100 100L100 0A100 100 0 0 1 200 100Z');
  expect(quarterPath(3, center, 100)).toBe('M100 100L0 100A100 100 0 0 1 100 0Z');
});

test('a score stands between the ends of its line', () => {
  expect(along(1, 10, 390)).toBe(10);
  expect(along(3, 10, 390)).toBe(200);
  expect(along(7, 10, 390)).toBe(390);
});

test('marks that would lie over each other stand above each other', () => {
  expect(lanes([10, 100, 200], 20)).toEqual([0, 0, 0]);
  expect(lanes([100, 100, 105], 20)).toEqual([0, 1, 2]);
  expect(lanes([100, 90, 120], 20)).toEqual([1, 0, 0]);
});
