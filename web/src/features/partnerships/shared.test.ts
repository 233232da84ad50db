import { expect, test } from 'vitest';
import { celebratedAt } from './shared';

type Standing = Parameters<typeof celebratedAt>[0];

const version = { number: 2, shared_at: '2026-03-01T10:00:00Z' } as Standing['versions'][number];
const standing: Standing = {
  shared: 2,
  open: null,
  draft: {} as Standing['draft'],
  partners: [],
  versions: [version],
};

test('that an ambition is shared is celebrated for a month', () => {
  expect(celebratedAt(standing, new Date('2026-03-02T10:00:00Z'))).toEqual(new Date('2026-03-01T10:00:00Z'));
  expect(celebratedAt(standing, new Date('2026-04-02T10:00:00Z'))).toBeNull();
});

test('what is not shared any more, or not yet, is not celebrated', () => {
  expect(celebratedAt({ ...standing, shared: null }, new Date('2026-03-02T10:00:00Z'))).toBeNull();
});
