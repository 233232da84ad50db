import { describe, expect, it } from 'vitest';
import { byOrder, place, type Ordered } from './ordering';

function placed(list: Ordered[], index: number): string[] {
  const { order, moved } = place(list, index);
  const orders = new Map(moved.map((item) => [item.id, item.order]));
  const all = list.map((item) => ({ id: item.id, order: orders.get(item.id) ?? item.order }));
  return [...all, { id: 'new', order }].sort(byOrder).map((item) => item.id);
}

describe('placing among others', () => {
  const list = [
    { id: 'a', order: 'a0' },
    { id: 'b', order: 'a1' },
    { id: 'c', order: 'a2' },
  ];

  it('puts an item first, between and last', () => {
    expect(placed(list, 0)).toEqual(['new', 'a', 'b', 'c']);
    expect(placed(list, 1)).toEqual(['a', 'new', 'b', 'c']);
    expect(placed(list, 3)).toEqual(['a', 'b', 'c', 'new']);
    expect(placed([], 0)).toEqual(['new']);
  });

  it('takes an index outside the list as its nearest end', () => {
    expect(placed(list, -4)).toEqual(['new', 'a', 'b', 'c']);
    expect(placed(list, 40)).toEqual(['a', 'b', 'c', 'new']);
  });

  it('finds room between two that were given the same key at once', () => {
    const tied = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a0' },
      { id: 'c', order: 'a0' },
      { id: 'd', order: 'a1' },
    ];
    for (let index = 0; index <= tied.length; index += 1) {
      const expected = ['a', 'b', 'c', 'd'];
      expected.splice(index, 0, 'new');
      expect(placed(tied, index)).toEqual(expected);
    }
  });

  it('survives keys that are no fractional indexes', () => {
    const strange = [
      { id: 'a', order: '' },
      { id: 'b', order: '!!' },
      { id: 'c', order: 'zz' },
    ].sort(byOrder);
    expect(placed(strange, 1)).toEqual(['a', 'new', 'b', 'c']);
  });

  it('compares capitals before small letters, whatever the locale', () => {
    expect(byOrder({ id: 'a', order: 'Zz' }, { id: 'b', order: 'a0' })).toBe(-1);
  });
});
