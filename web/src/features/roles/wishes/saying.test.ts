import { expect, test, vi } from 'vitest';
import type { RoleWish } from '../../../api/types';
import { FormShelf } from '../../../ui/form_shelf';
import { NO_WISH, restoredWish, wishForm, type WishForm } from './forms';
import { Saying, type Ways } from './saying.svelte';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

const said = (version: number, wish: RoleWish['wish'], energy: number | null = null): RoleWish =>
  ({ role_id: 'builder', wish, energy, shared_with: 'lead', version }) as RoleWish;

type WishWays = Ways<WishForm, RoleWish>;

function saying(
  found: RoleWish | null,
  { put = vi.fn(), takeBack = vi.fn(), place = storage() }: Partial<WishWays> & { place?: Storage } = {},
): Saying<WishForm, RoleWish> {
  const shelf = new FormShelf('a', 'p', 'wish.builder', place);
  const ways = { blank: NO_WISH, formOf: wishForm, restored: restoredWish, put, takeBack };
  return new Saying(found, shelf, ways);
}

test('who said nothing is shown one question, and all of it once they choose', () => {
  const own = saying(null);
  expect([own.isSaid, own.isOpen, own.form.shared_with]).toEqual([false, false, 'lead']);
  own.form.wish = 'gladly';
  expect([own.touched, own.isOpen]).toEqual([true, true]);
  own.letGo();
  expect([own.form.wish, own.isOpen]).toEqual(['', false]);
});

test('it is saved over what was read, and closes', async () => {
  const put = vi.fn(async () => ({ data: said(3, 'fine', 1) }));
  const own = saying(said(2, 'gladly'), { put });
  own.open = true;
  own.form.wish = 'fine';
  own.form.energy = '1';
  expect(await own.save()).toBe(true);
  expect(put).toHaveBeenCalledWith(2, { wish: 'fine', energy: '1', shared_with: 'lead' });
  expect([own.isOpen, own.touched, own.before.wish]).toEqual([false, false, 'fine']);
});

test('what is chosen while it is being saved stays chosen', async () => {
  const own: Saying<WishForm, RoleWish> = saying(null, {
    put: async () => {
      own.form.energy = '2';
      return { data: said(1, 'gladly') };
    },
  });
  own.form.wish = 'gladly';
  expect(await own.save()).toBe(true);
  expect([own.form.energy, own.touched]).toEqual(['2', true]);
});

test('what was said elsewhere is taken over, or shown beside what one chose', () => {
  const own = saying(said(1, 'gladly'));
  own.read(said(2, 'fine'));
  expect([own.form.wish, own.theirs]).toEqual(['fine', null]);
  own.form.wish = 'never';
  own.read(said(3, 'rather_not'));
  expect([own.form.wish, own.theirs?.wish]).toEqual(['never', 'rather_not']);
  // Taken back elsewhere: versions begin anew.
  own.read(null);
  expect([own.theirs?.wish, own.isSaid]).toEqual(['', false]);
  own.read(said(1, 'never'));
  expect([own.theirs, own.touched]).toEqual([null, false]);
});

test('the same read again is nothing new', () => {
  const own = saying(said(1, 'gladly'));
  own.form.wish = 'fine';
  own.read(said(1, 'gladly'));
  expect(own.theirs).toBeNull();
});

test('a refusal takes nothing away', async () => {
  const problem = { status: 409, code: 'answer_first' };
  const own = saying(null, { put: async () => ({ problem }) });
  own.form.wish = 'never';
  expect(await own.save()).toBe(false);
  expect([own.form.wish, own.asking.problem?.code, own.isOpen]).toEqual(['never', 'answer_first', true]);
});

test('what was chosen comes back after a reload, beside what became of it meanwhile', () => {
  const place = storage();
  const own = saying(said(1, 'gladly'), { place });
  own.form.wish = 'never';
  own.keep();
  const again = saying(said(1, 'gladly'), { place });
  expect([again.form.wish, again.theirs, again.isOpen]).toEqual(['never', null, true]);
  expect(saying(said(2, 'fine'), { place }).theirs?.wish).toBe('fine');
  own.letGo();
  own.keep();
  expect(saying(said(1, 'gladly'), { place }).touched).toBe(false);
});

test('taking it back leaves nothing said', async () => {
  const takeBack = vi.fn(async () => ({ data: undefined }));
  const own = saying(said(4, 'gladly', 2), { takeBack });
  expect(await own.takeBack()).toBe(true);
  expect(takeBack).toHaveBeenCalledWith(4);
  expect([own.isSaid, own.form, own.isOpen]).toEqual([false, NO_WISH, false]);
});
