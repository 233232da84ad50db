import { api, outcome, type Outcome } from '../../api/client';
import type { CommentThread } from '../../api/types';
import type { Anchor } from '../../realtime/discussion';

/** What is said, and whom it mentions. */
export interface Words {
  text: string;
  mentions: string[];
}

const MOST_AT_ONCE = 200;

/** All threads of a board, in the order in which they were begun. */
export async function loadThreads(board: string): Promise<Outcome<CommentThread[]>> {
  const threads: CommentThread[] = [];
  let cursor: string | undefined;
  do {
    const params = { path: { id: board }, query: { limit: MOST_AT_ONCE, cursor } };
    const { data, problem } = await outcome(api.GET('/api/v1/boards/{id}/threads', { params }));
    if (problem) return { problem };
    threads.push(...data.items);
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
  return { data: threads };
}

const named = (id: string): { path: { id: string } } => ({ path: { id } });

export function loadThread(id: string): Promise<Outcome<CommentThread>> {
  return outcome(api.GET('/api/v1/threads/{id}', { params: named(id) }));
}

export function beginThread(board: string, anchor: Anchor, words: Words): Promise<Outcome<CommentThread>> {
  return outcome(
    api.POST('/api/v1/boards/{id}/threads', { params: named(board), body: { anchor, ...words } }),
  );
}

export function answerThread(id: string, words: Words): Promise<Outcome<CommentThread>> {
  return outcome(api.POST('/api/v1/threads/{id}/comments', { params: named(id), body: words }));
}

export function changeComment(id: string, words: Words): Promise<Outcome<CommentThread>> {
  return outcome(api.PATCH('/api/v1/comments/{id}', { params: named(id), body: words }));
}

export function deleteComment(id: string): Promise<Outcome<unknown>> {
  return outcome(api.DELETE('/api/v1/comments/{id}', { params: named(id) }));
}

export function settleThread(id: string, step: 'resolve' | 'reopen'): Promise<Outcome<CommentThread>> {
  return step === 'resolve'
    ? outcome(api.POST('/api/v1/threads/{id}/resolve', { params: named(id) }))
    : outcome(api.POST('/api/v1/threads/{id}/reopen', { params: named(id) }));
}
