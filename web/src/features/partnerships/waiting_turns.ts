import type { WaitingTurn } from '../../api/types';

const KINDS: readonly string[] = [
  'ambition_proposed',
  'business_model_proposed',
  'horizon_due',
  'role_proposed',
  'role_check_due',
  'room_asked',
  'room_voice_asked',
  'partnership_invitation',
  'conclusion_proposed',
  'conclusion_agreed',
  'scan_open',
  'scan_due',
  'improvement_due',
] satisfies WaitingTurn['kind'][];

/** Those that this page has words for; a newer server may know more. */
export function knownTurns(turns: { kind: string }[]): WaitingTurn[] {
  return turns.filter((turn): turn is WaitingTurn => KINDS.includes(turn.kind));
}

/** What waits now, and in its place what was answered but still has something to say. */
export function withThoseThatStay(
  turns: readonly WaitingTurn[],
  staying: readonly { turn: WaitingTurn; place: number }[],
): WaitingTurn[] {
  const all = [...turns];
  for (const { turn, place } of staying) {
    if (!all.some(({ subject }) => subject.id === turn.subject.id)) all.splice(place, 0, turn);
  }
  return all;
}
