import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from './client';
import { Preview } from './preview.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A preview, and what answers the questions that it asked so far. */
function asked(): { preview: Preview<string>; answers: ((answer: Outcome<string>) => void)[] } {
  const answers: ((answer: Outcome<string>) => void)[] = [];
  const ask = (): Promise<Outcome<string>> => new Promise((answer) => answers.push(answer));
  return { preview: new Preview(ask), answers };
}

const quiet = (): Promise<unknown> => vi.advanceTimersByTimeAsync(350);

test('who types on is not interrupted, and is answered when they pause', async () => {
  const { preview, answers } = asked();
  preview.changed(false);
  await vi.advanceTimersByTimeAsync(300);
  preview.changed(false);
  await vi.advanceTimersByTimeAsync(300);
  expect(answers).toHaveLength(0);
  await quiet();
  expect(answers).toHaveLength(1);
  expect(preview.current).toBe(false);
  answers[0]?.({ data: 'so' });
  await quiet();
  expect([preview.data, preview.current]).toEqual(['so', true]);
});

test('an answer to what was typed before is not taken', async () => {
  const { preview, answers } = asked();
  preview.changed(false);
  await quiet();
  preview.changed(false);
  await quiet();
  answers[1]?.({ data: 'new' });
  await quiet();
  answers[0]?.({ data: 'old' });
  await quiet();
  expect(preview.data).toBe('new');
});

test('of nothing nothing comes, at once, and what was asked before is forgotten', async () => {
  const { preview, answers } = asked();
  preview.changed(false);
  await quiet();
  preview.changed(true);
  answers[0]?.({ data: 'old' });
  await quiet();
  expect([preview.data, preview.current, answers.length]).toEqual([null, true, 1]);
});

test('a refusal takes the place of what there was, until it is asked once more', async () => {
  const { preview, answers } = asked();
  const problem = { type: '', title: '', status: 503, code: 'unavailable' };
  preview.changed(false);
  await quiet();
  answers[0]?.({ problem });
  await quiet();
  expect([preview.data, preview.problem, preview.current]).toEqual([null, problem, true]);
  void preview.look();
  expect(preview.current).toBe(false);
  answers[1]?.({ data: 'so' });
  await quiet();
  expect([preview.data, preview.problem]).toEqual(['so', null]);
});
