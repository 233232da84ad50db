import { expect, test } from 'vitest';
import { FormShelf, isOverAnother } from './form_shelf';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

test('what was typed is there again for whoever typed it, and for nobody else', () => {
  const browser = storage();
  new FormShelf('anna', 'p', 'success', browser).write({ words: 'De voorleesdag' });
  expect(new FormShelf('anna', 'p', 'success', browser).read().fields).toEqual({
    words: 'De voorleesdag',
  });
  expect(new FormShelf('joris', 'p', 'success', browser).read().fields).toEqual({});
  expect(new FormShelf('anna', 'p', 'improvement', browser).read().fields).toEqual({});
});

test('what was sent is gone', () => {
  const shelf = new FormShelf('anna', 'p', 'success', storage());
  shelf.write({ words: 'De voorleesdag' });
  shelf.remove();
  expect(shelf.read()).toEqual({ fields: {}, version: null });
});

test('a browser that keeps nothing, or something else, stops nobody', () => {
  for (const kept of [
    '[1',
    '[]',
    '{"words":"x"}',
    '{"fields":["x"],"version":1}',
    '{"fields":{},"version":"1"}',
  ]) {
    const broken = { getItem: () => kept, setItem: () => never(), removeItem: () => never() };
    const shelf = new FormShelf('anna', 'p', 'success', broken as unknown as Storage);
    shelf.write({ words: 'De voorleesdag' });
    shelf.remove();
    expect(shelf.read()).toEqual({ fields: {}, version: null });
  }
});

test('what was typed over what somebody else changed since is known as that', () => {
  const shelf = new FormShelf('anna', 'p', 'improvement.1', storage());
  expect(isOverAnother(shelf.read(), 2)).toBe(false);
  shelf.write({ title: 'Elke maand oefenen' }, 2);
  expect(isOverAnother(shelf.read(), 2)).toBe(false);
  expect(isOverAnother(shelf.read(), 3)).toBe(true);
  // A form in which nothing is left that one typed says nothing.
  shelf.write({}, 2);
  expect(isOverAnother(shelf.read(), 3)).toBe(false);
});

function never(): never {
  throw new Error('not allowed');
}
