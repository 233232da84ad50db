import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenQuiet } from './when_quiet';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it is looked once when writing stops, and now and then while it goes on', () => {
  const look = vi.fn();
  const quiet = whenQuiet(look);
  for (let letter = 0; letter < 5; letter += 1) {
    quiet.changed();
    vi.advanceTimersByTime(100);
  }
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1500);
  expect(look).toHaveBeenCalledOnce();
  for (let letter = 0; letter < 11; letter += 1) {
    quiet.changed();
    vi.advanceTimersByTime(500);
  }
  expect(look).toHaveBeenCalledTimes(2);
});

test('nobody looks after one went away', () => {
  const look = vi.fn();
  const quiet = whenQuiet(look);
  quiet.changed();
  quiet.stop();
  vi.advanceTimersByTime(10_000);
  expect(look).not.toHaveBeenCalled();
});
