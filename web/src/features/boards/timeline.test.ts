import { expect, test } from 'vitest';
import type { Stretch } from './load';
import { withNewest, withOlder } from './pages';
import { byDay, indexAt } from './timeline';

const author = { account_id: 'a', name: 'Sanne Mulder', partner_id: null };
const stretch = (from_seq: number, seq: number, at = new Date(2026, 10, 21, 12)): Stretch => ({
  from_seq,
  seq,
  started_at: at.toISOString(),
  at: at.toISOString(),
  author,
});
const began = (item: Stretch) => item.from_seq;
const seqs = (page: { items: Stretch[] }) => page.items.map(({ seq }) => seq);

test('work stands under its day, newest first, each day once', () => {
  const now = new Date(2026, 10, 21, 14);
  const days = byDay(
    [
      stretch(8, 9, new Date(2026, 10, 21, 0, 5)),
      stretch(6, 7, new Date(2026, 10, 20, 23, 55)),
      stretch(1, 5, new Date(2026, 10, 20, 8)),
    ],
    now,
  );
  expect(days.map((day) => day.stretches.length)).toEqual([1, 2]);
});

test('a change is found in the stretch of work it belongs to', () => {
  const stretches = [stretch(8, 9), stretch(3, 7)];
  expect(indexAt(stretches, 9)).toBe(0);
  expect(indexAt(stretches, 3)).toBe(1);
  expect(indexAt(stretches, 2)).toBe(-1);
});

test('older pages come behind, and a newer reading takes the place of what it covers', () => {
  const first = { items: [stretch(8, 9), stretch(5, 7)], next: 'b' };
  const both = withOlder(first, { items: [stretch(3, 4), stretch(1, 2)], next: null });
  expect(seqs(both)).toEqual([9, 7, 4, 2]);
  expect(both.next).toBeNull();

  // Somebody wrote on: the newest stretch grew, and one came before it.
  const newest = { items: [stretch(11, 12), stretch(8, 10)], next: 'a' };
  const merged = withNewest(both, newest, began);
  expect(seqs(merged)).toEqual([12, 10, 7, 4, 2]);
  expect(merged.next).toBeNull();
});

test('when the newest page is all there is, what is not on it is gone', () => {
  const loaded = { items: [stretch(3, 4), stretch(1, 2)], next: null };
  expect(withNewest(loaded, { items: [stretch(1, 2)], next: null }, began).items).toEqual([stretch(1, 2)]);
  expect(withNewest(loaded, { items: [], next: null }, began).items).toEqual([]);
});

test('of what was deleted all at once nothing is left out when the newest page is read again', () => {
  const items = ['g', 'f', 'e', 'd', 'c', 'b', 'a'].map((id) => ({ id, deleted_at: '2026-11-21T12:00:00Z' }));
  const page = (from: number, to: number, next: string | null) => ({ items: items.slice(from, to), next });
  const loaded = withOlder(withOlder(page(1, 3, 'e'), page(3, 5, 'c')), page(5, 7, null));
  expect(withNewest(loaded, page(0, 2, 'f'), ({ id }) => id)).toEqual(page(0, 7, null));
});

test('what may have a gap is loaded anew', () => {
  const loaded = { items: [stretch(5, 7), stretch(3, 4)], next: 'b' };
  const newest = { items: [stretch(20, 21), stretch(18, 19)], next: 'a' };
  expect(withNewest(loaded, newest, began)).toEqual(newest);
});
