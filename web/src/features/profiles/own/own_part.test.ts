import { expect, test, vi } from 'vitest';
import { FormShelf } from '../../../ui/form_shelf';
import type { ProfilePart } from '../load';
import { OwnPart } from './own_part.svelte';

const CIRCLES = ['me', 'partner', 'all'] as const;

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

const drives = (version: number, ...said: string[]): ProfilePart => ({
  content: { part: 'drives', drives: said },
  visible_to: 'all',
  changed_at: '2026-11-22T10:00:00Z',
  version,
});
const shelfIn = (place: Storage): FormShelf => new FormShelf('a', 'p', 'profile.drives', place);
const never = vi.fn();

test('what was never said begins empty and seen by nobody else', () => {
  const own = new OwnPart('drives', null, CIRCLES, shelfIn(storage()), never);
  expect([own.said, own.visibleTo, own.touched]).toEqual([[], 'me', false]);
});

test('what was changed elsewhere is taken over where nothing was written, and shown beside it where something was', () => {
  const own = new OwnPart('drives', drives(1, 'fun'), CIRCLES, shelfIn(storage()), never);
  own.read(drives(2, 'care'));
  expect([own.said, own.theirs]).toEqual([['care'], null]);
  own.said = ['care', 'impact'];
  own.read(drives(3, 'fun'));
  expect([own.said, own.theirs?.said]).toEqual([['care', 'impact'], ['fun']]);
  own.read(drives(2, 'old'));
  expect(own.theirs?.said).toEqual(['fun']);
  own.takeTheirs();
  expect([own.said, own.theirs, own.touched]).toEqual([['fun'], null, false]);
});

test('the same written elsewhere is nothing to choose between', () => {
  const own = new OwnPart('drives', drives(1, 'fun'), CIRCLES, shelfIn(storage()), never);
  own.said = ['care'];
  own.read(drives(2, 'care'));
  expect([own.theirs, own.touched]).toEqual([null, false]);
});

test('it is saved over what was read, and what is typed meanwhile stays', async () => {
  let own: OwnPart<'drives'>;
  const save = vi.fn(async (_version: number) => {
    own.said = ['care', 'fun'];
    return { data: drives(2, 'care') };
  });
  own = new OwnPart('drives', drives(1, 'fun'), CIRCLES, shelfIn(storage()), save);
  own.said = ['care'];
  expect(await own.save()).toBe(true);
  expect(save).toHaveBeenCalledWith(1, { content: { part: 'drives', drives: ['care'] }, visible_to: 'all' });
  expect([own.said, own.touched, own.saved]).toEqual([['care', 'fun'], true, false]);
});

test('a refusal leaves everything as it was typed', async () => {
  const refused = { problem: { status: 412, code: 'changed_meanwhile' } };
  const own = new OwnPart('drives', drives(1, 'fun'), CIRCLES, shelfIn(storage()), async () => refused);
  own.said = ['care'];
  expect(await own.save()).toBe(false);
  expect([own.said, own.asking.problem?.code]).toEqual([['care'], 'changed_meanwhile']);
});

test('what was not saved is there after a reload, over what it is by then', () => {
  const place = storage();
  const before = new OwnPart('drives', drives(1, 'fun'), CIRCLES, shelfIn(place), never);
  before.said = ['fun', 'care'];
  before.visibleTo = 'partner';
  before.keep();
  const after = new OwnPart('drives', drives(1, 'fun'), CIRCLES, shelfIn(place), never);
  expect([after.said, after.visibleTo, after.theirs]).toEqual([['fun', 'care'], 'partner', null]);
  const later = new OwnPart('drives', drives(2, 'impact'), CIRCLES, shelfIn(place), never);
  expect([later.said, later.theirs?.said]).toEqual([['fun', 'care'], ['impact']]);
  later.takeTheirs();
  later.keep();
  expect(shelfIn(place).read().fields).toEqual({});
});
