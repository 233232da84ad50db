import { expect, test } from 'vitest';
import { FormShelf } from './form_shelf';

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
  expect(new FormShelf('anna', 'p', 'success', browser).read()).toEqual({ words: 'De voorleesdag' });
  expect(new FormShelf('joris', 'p', 'success', browser).read()).toEqual({});
  expect(new FormShelf('anna', 'p', 'improvement', browser).read()).toEqual({});
});

test('what was sent is gone', () => {
  const shelf = new FormShelf('anna', 'p', 'success', storage());
  shelf.write({ words: 'De voorleesdag' });
  shelf.remove();
  expect(shelf.read()).toEqual({});
});

test('a browser that keeps nothing, or something else, stops nobody', () => {
  const broken = { getItem: () => '[1', setItem: () => never(), removeItem: () => never() };
  const shelf = new FormShelf('anna', 'p', 'success', broken as unknown as Storage);
  shelf.write({ words: 'De voorleesdag' });
  shelf.remove();
  expect(shelf.read()).toEqual({});
});

function never(): never {
  throw new Error('not allowed');
}
