import { beforeEach, expect, test, vi } from 'vitest';
import type { Improvement } from '../../../api/types';
import { loadImprovements } from './load';
import { ReadPoint } from './read_point.svelte';

vi.mock('./load', () => ({ loadImprovements: vi.fn() }));

const point = { id: '1', title: 'Vaker oefenen', ended_at: null, version: 1 } as Improvement;
const refusal = (code: string) => ({ code }) as NonNullable<Parameters<ReadPoint['isRefused']>[0]>;
const answers = (...points: Improvement[]) => vi.mocked(loadImprovements).mockResolvedValue({ data: points });

beforeEach(() => vi.mocked(loadImprovements).mockReset());

test('what somebody else made of it is read, and what is sent next is about that', async () => {
  const now = { ...point, title: 'Samen oefenen', version: 2 };
  answers(now);
  const read = new ReadPoint('p', point, false);
  expect(read.theirs).toBeNull();
  const merge = vi.fn(() => expect(read.point).toEqual(point));
  expect(await read.isRefused(refusal('changed_meanwhile'), merge)).toBe(true);
  expect(merge).toHaveBeenCalledExactlyOnceWith(now);
  expect([read.theirs, read.point.version, read.gone]).toEqual([now, 2, false]);
});

test('what ended, or is not there any more, is gone', async () => {
  for (const left of [[], [{ ...point, ended_at: '2026-11-22T10:00:00Z' }]]) {
    answers(...left);
    const read = new ReadPoint('p', point, false);
    expect(await read.isRefused(refusal('ended'))).toBe(true);
    expect([read.gone, read.theirs]).toEqual([true, null]);
  }
});

test('another refusal, or none, changes nothing', async () => {
  const read = new ReadPoint('p', point, false);
  for (const problem of [null, refusal('invalid')]) expect(await read.isRefused(problem)).toBe(false);
  expect(loadImprovements).not.toHaveBeenCalled();
});

test('what was typed over another version shows this one before anything is sent', () => {
  expect(new ReadPoint('p', point, true).theirs).toEqual(point);
});
