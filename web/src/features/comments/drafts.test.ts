import { expect, test } from 'vitest';
import { draftKey, DraftShelf } from './drafts';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

test('what was typed is there after a reload, for whoever typed it and on that board only', () => {
  const browser = storage();
  const anchor = { kind: 'card', id: 'a' } as const;
  new DraftShelf('ik', 'bord', browser).write({
    [draftKey(anchor)]: { text: 'Nog niet af', anchor, quote: 'Kaart' },
  });
  expect(new DraftShelf('ik', 'bord', browser).read()).toEqual({
    'new card a': { text: 'Nog niet af', anchor, quote: 'Kaart' },
  });
  expect(new DraftShelf('zij', 'bord', browser).read()).toEqual({});
  expect(new DraftShelf('ik', 'ander', browser).read()).toEqual({});
});

test('what is blank is not kept, and nothing of it stays behind', () => {
  const browser = storage();
  const shelf = new DraftShelf('ik', 'bord', browser);
  shelf.write({ draad: { text: 'iets' } });
  shelf.write({ draad: { text: ' \n' } });
  expect(shelf.read()).toEqual({});
  expect(browser.length).toBe(0);
});

test.each(['geen json', '[]', 'null', '{"draad":"los"}', '{"draad":{"text":3}}'])(
  'what is %s is passed over',
  (kept) => {
    const browser = storage();
    browser.setItem('samenspel.unsent.ik.bord', kept);
    expect(new DraftShelf('ik', 'bord', browser).read()).toEqual({});
  },
);

test('a browser that keeps nothing stops nobody', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => new DraftShelf('ik', 'bord', full).write({ draad: { text: 'iets' } })).not.toThrow();
  expect(new DraftShelf('ik', 'bord').read()).toEqual({});
});
