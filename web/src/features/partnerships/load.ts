import { api, outcome, type Outcome } from '../../api/client';
import type {
  VersionsStanding,
  Board,
  BoardContent,
  Partnership,
  PartnershipSummary,
  RoomToMove,
  WaitingTurn,
} from '../../api/types';
import { knownTurns } from './waiting_turns';

export async function loadPartnerships(): Promise<Outcome<PartnershipSummary[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships'));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

/** Everything that waits for me, over all my partnerships. */
export async function loadWaiting(): Promise<Outcome<WaitingTurn[]>> {
  const answer = await outcome(api.GET('/api/v1/me/turns'));
  return answer.problem ? { problem: answer.problem } : { data: knownTurns(answer.data.items) };
}

/** Says yes or no to a role that was proposed to me. */
export function answerRole(
  { partnership, subject }: WaitingTurn,
  word: 'accept' | 'decline',
): Promise<Outcome<unknown>> {
  const params = { path: { id: partnership.id, assignment_id: subject.id } };
  return word === 'accept'
    ? outcome(api.POST('/api/v1/partnerships/{id}/assignments/{assignment_id}/accept', { params }))
    : outcome(api.POST('/api/v1/partnerships/{id}/assignments/{assignment_id}/decline', { params }));
}

/** Whether one wants the room to move that somebody else asked for one. */
export function answerRoom({ partnership, subject }: WaitingTurn, wants: boolean): Promise<Outcome<unknown>> {
  const params = { path: { id: partnership.id, room_id: subject.id } };
  return wants
    ? outcome(api.PUT('/api/v1/partnerships/{id}/rooms-to-move/{room_id}/taking', { params }))
    : outcome(api.DELETE('/api/v1/partnerships/{id}/rooms-to-move/{room_id}/taking', { params }));
}

/** The room to move that waits for an answer; null when it is not there any more. */
export async function loadRoomOf({ partnership, subject }: WaitingTurn): Promise<RoomToMove | null> {
  const params = { path: { id: partnership.id } };
  const { data } = await outcome(api.GET('/api/v1/partnerships/{id}/rooms-to-move', { params }));
  return data?.items.find(({ id }) => id === subject.id) ?? null;
}

export interface Opened {
  partnership: Partnership;
  boards: Board[];
}

export async function loadPartnership(id: string): Promise<Outcome<Opened>> {
  const params = { params: { path: { id } } };
  const [partnership, boards] = await Promise.all([
    outcome(api.GET('/api/v1/partnerships/{id}', params)),
    outcome(api.GET('/api/v1/partnerships/{id}/boards', params)),
  ]);
  if (partnership.problem) return { problem: partnership.problem };
  if (boards.problem) return { problem: boards.problem };
  return { data: { partnership: partnership.data, boards: boards.data.items } };
}

/** The boards of which a partnership has one. What was said after a round is read with that round. */
type OneOfAKind = Exclude<BoardContent['kind'], 'conversation'>;

/** What stands on the boards that count now, by kind; a board that could not be read is left out. */
export type Contents = { [Kind in OneOfAKind]?: Extract<BoardContent, { kind: Kind }> };

export async function loadContents(boards: Board[]): Promise<Contents> {
  const shown = boards.filter(({ kind, is_current }) => kind !== 'conversation' && is_current);
  const answers = await Promise.all(
    shown.map(({ id }) => outcome(api.GET('/api/v1/boards/{id}/content', { params: { path: { id } } }))),
  );
  const contents: Contents = {};
  for (const { data } of answers) {
    if (data?.kind === 'ambition') contents.ambition = data;
    if (data?.kind === 'values') contents.values = data;
    if (data?.kind === 'canvas') contents.canvas = data;
    if (data?.kind === 'roles') contents.roles = data;
  }
  return contents;
}

/** What is shared of the ambition, what waits for partners, and what each of them said. */
export function loadStanding(id: string): Promise<Outcome<VersionsStanding>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/ambition', { params: { path: { id } } }));
}
