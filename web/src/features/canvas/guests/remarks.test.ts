import { expect, test } from 'vitest';
import type { GuestRemark } from './load';
import { LONGEST_CARD, onCard, openByBlock, settledOn } from './remarks';

function remark(id: string, block: string, settled_at: string | null = null, board_id = 'ours'): GuestRemark {
  const said = { id, block, board_id, settled_at, link_id: 'link', name: '', words: id };
  return { ...said, said_at: '2026-11-23T10:00:00Z', settled_by: null };
}

test('what is to be dealt with stands by its block, in the order in which blocks are read', () => {
  const remarks = [
    remark('late', 'revenue_streams'),
    remark('first', 'channels'),
    remark('done', 'channels', '2026-11-23T11:00:00Z'),
    remark('elsewhere', 'channels', null, 'another'),
    remark('second', 'channels'),
  ];
  const told = openByBlock(remarks, 'ours').map(({ block, remarks: of }) => [
    block,
    ...of.map(({ id }) => id),
  ]);
  expect(told).toEqual([
    ['channels', 'first', 'second'],
    ['revenue_streams', 'late'],
  ]);
});

test('what is dealt with stands apart, the last first', () => {
  const remarks = [
    remark('one', 'channels', '2026-11-23T11:00:00Z'),
    remark('open', 'channels'),
    remark('two', 'channels', '2026-11-23T12:00:00Z'),
  ];
  expect(settledOn(remarks, 'ours').map(({ id }) => id)).toEqual(['two', 'one']);
});

test('what becomes a card is one piece and never longer than a card', () => {
  expect(onCard(' Bij de\n bakker ')).toBe('Bij de bakker');
  expect(onCard('x'.repeat(600))).toHaveLength(LONGEST_CARD);
});
