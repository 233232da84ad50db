import { expect, test } from 'vitest';
import { stacked } from './stacked';

test('each stands where it would like to, or below what stands there', () => {
  const wished = [
    { at: 20, height: 50 },
    { at: 40, height: 30 },
    { at: 300, height: 30 },
  ];
  expect(stacked(wished, 10)).toEqual({ tops: [20, 80, 300], bottom: 330 });
});

test('nothing needs no room, and nothing stands above the margin', () => {
  expect(stacked([], 10)).toEqual({ tops: [], bottom: 0 });
  expect(stacked([{ at: -40, height: 10 }], 10)).toEqual({ tops: [0], bottom: 10 });
});
