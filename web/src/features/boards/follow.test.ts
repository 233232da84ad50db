import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { afterChanges } from './follow';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function board() {
  const doc = new Y.Doc();
  const look = vi.fn();
  const write = () => doc.getText().insert(0, 'a');
  return { look, write, stop: afterChanges(doc, look) };
}

test('after a change it is looked again and again, less and less often, and then no more', () => {
  const { look, write } = board();
  write();
  const looks: number[] = [];
  for (let second = 1; second <= 120; second += 1) {
    look.mockClear();
    vi.advanceTimersByTime(1000);
    if (look.mock.calls.length > 0) looks.push(second);
  }
  expect(looks).toEqual([2, 6, 16, 46]);
});

test('while somebody writes on and on it is looked too', () => {
  const { look, write } = board();
  for (let letter = 0; letter < 60; letter += 1) {
    write();
    vi.advanceTimersByTime(250);
  }
  expect(look.mock.calls.length).toBeGreaterThanOrEqual(2);
});

test('whoever leaves looks no more', () => {
  const { look, write, stop } = board();
  write();
  stop();
  write();
  vi.advanceTimersByTime(120_000);
  expect(look).not.toHaveBeenCalled();
});
