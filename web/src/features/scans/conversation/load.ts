import { api, outcome, type Outcome } from '../../../api/client';
import type { BoardContent } from '../../../api/types';

type Conversation = Extract<BoardContent, { kind: 'conversation' }>;

/** What was written down of the conversation, to be read. */
export async function loadConversation(board: string): Promise<Outcome<Conversation | null>> {
  const params = { path: { id: board } };
  const answer = await outcome(api.GET('/api/v1/boards/{id}/content', { params }));
  if (answer.problem) return { problem: answer.problem };
  return { data: answer.data.kind === 'conversation' ? answer.data : null };
}
