import { beforeEach, expect, test, vi } from 'vitest';
import { isFirstVisit, rememberFirstVisit } from './first_visit';

const HERE = 'partnership';
const BEGAN = '2026-11-22T08:00:00Z';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('a page that is loaded again during the first visit still belongs to it', () => {
  expect(isFirstVisit(HERE, null)).toBe(true);
  rememberFirstVisit(HERE, BEGAN);
  expect(isFirstVisit(HERE, BEGAN)).toBe(true);
  expect(isFirstVisit('elsewhere', BEGAN)).toBe(false);
});

test('who comes back later was here before', () => {
  rememberFirstVisit(HERE, BEGAN);
  expect(isFirstVisit(HERE, '2026-11-22T08:20:00Z')).toBe(false);
});
