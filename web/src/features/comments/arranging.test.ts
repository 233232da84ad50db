import { expect, test } from 'vitest';
import type { CommentThread } from '../../api/types';
import { arrange, countByItem } from './arranging';

function thread(
  id: string,
  anchor: CommentThread['anchor'],
  more: Partial<CommentThread> = {},
): CommentThread {
  const said = {
    id: '',
    author: { account_id: '', name: '', partner_id: null },
    mentions: [],
    created_at: '',
  };
  return {
    id,
    anchor,
    board_id: '',
    quote: '',
    seq: 1,
    is_lost: false,
    status: 'open',
    resolved_at: null,
    resolved_by: null,
    created_at: '',
    comments: [{ ...said, text: 'Iets', edited_at: null }],
    ...more,
  };
}

const card = (id: string): CommentThread['anchor'] => ({ kind: 'card', id });
const passage: CommentThread['anchor'] = { kind: 'passage', field: 'statement', start: '', end: '' };

function shown(threads: CommentThread[], standing: Record<string, string[]>): string[] {
  return arrange(threads, standing).map(({ thread: { id }, lost }) => (lost ? `${id} lost` : id));
}

test('threads follow what they are about, and the lost ones come last', () => {
  const threads = [
    thread('1', card('c')),
    thread('2', card('gone')),
    thread('3', card('a')),
    thread('4', card('c')),
  ];
  expect(shown(threads, { cards: ['a', 'b', 'c'] })).toEqual(['3', '1', '4', '2 lost']);
});

test('passages follow the texts, the one after the other', () => {
  const threads = [thread('1', passage), thread('2', passage), thread('3', passage)];
  expect(shown(threads, { statement: ['3'], horizon: ['1'] })).toEqual(['3', '1', '2 lost']);
});

test('what is lost the server says, as long as the room does not', () => {
  expect(
    shown([thread('1', card('a'), { is_lost: true }), thread('2', passage, { is_lost: null })], {}),
  ).toEqual(['2', '1 lost']);
});

test('what is resolved or deleted is not counted', () => {
  const [said] = thread('', card('a')).comments;
  const deleted = { ...said!, text: null };
  const counts = countByItem([
    thread('1', card('a'), { comments: [deleted, said!, said!] }),
    thread('2', card('a')),
    thread('3', card('a'), { status: 'resolved' }),
    thread('4', passage),
  ]);
  expect([...counts]).toEqual([['card a', 3]]);
});
