import { expect, test } from 'vitest';
import type { Outcome } from '../../api/client';
import { Paged, type Page, type Query } from './paged.svelte';

type Item = { id: string };

/** Answers when it is told to. */
function server() {
  const asked: { query: Query; answer: (outcome: Outcome<Page<Item>>) => void }[] = [];
  const load = (query: Query) =>
    new Promise<Outcome<Page<Item>>>((answer) => asked.push({ query, answer: (outcome) => answer(outcome) }));
  return { asked, load };
}

const page = (ids: string[], next: string | null = null) => ({
  data: { items: ids.map((id) => ({ id })), next },
});

test('pages are put one behind the other', async () => {
  const { asked, load } = server();
  const list = new Paged(load);
  const first = list.reload();
  asked[0]?.answer(page(['a', 'b'], 'there'));
  await first;
  const second = list.more();
  expect(asked[1]?.query).toEqual({ cursor: 'there' });
  asked[1]?.answer(page(['c']));
  await second;
  expect(list.items?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  await list.more();
  expect(asked.length).toBe(2);
});

test('an answer to what is not asked any more counts no more', async () => {
  const { asked, load } = server();
  const list = new Paged(load);
  list.search = 'san';
  const first = list.reload();
  list.search = ' sanne ';
  const second = list.reload();
  expect(asked[1]?.query).toEqual({ search: 'sanne' });
  asked[1]?.answer(page(['right']));
  asked[0]?.answer(page(['late']));
  await Promise.all([first, second]);
  expect(list.items).toEqual([{ id: 'right' }]);
  expect(list.busy).toBe(false);
});

test('a failure keeps what is there', async () => {
  const { asked, load } = server();
  const list = new Paged(load);
  const first = list.reload();
  asked[0]?.answer(page(['a'], 'there'));
  await first;
  const second = list.more();
  asked[1]?.answer({ problem: { status: 0, code: 'unreachable' } });
  await second;
  expect([list.items, list.problem?.code, list.busy]).toEqual([[{ id: 'a' }], 'unreachable', false]);
});
