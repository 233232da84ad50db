import { api, outcome, type Outcome } from '../../api/client';
import type { CommonValue } from '../../api/types';

/** What the partners hold in common, for who is not in the room; nothing where the board is not there. */
export async function loadValues(id: string): Promise<Outcome<CommonValue[]>> {
  const boards = await outcome(api.GET('/api/v1/partnerships/{id}/boards', { params: { path: { id } } }));
  if (boards.problem) return { problem: boards.problem };
  const board = boards.data.items.find(({ kind }) => kind === 'values');
  if (!board) return { data: [] };
  const params = { path: { id: board.id } };
  const content = await outcome(api.GET('/api/v1/boards/{id}/content', { params }));
  if (content.problem) return { problem: content.problem };
  return { data: content.data.kind === 'values' ? content.data.values : [] };
}
