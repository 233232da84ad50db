import type { WaitingTurn } from '../../api/types';

const KINDS: readonly string[] = ['role_proposed', 'partnership_invitation'] satisfies WaitingTurn['kind'][];

/** Those that this page has words for; a newer server may know more. */
export function knownTurns(turns: { kind: string }[]): WaitingTurn[] {
  return turns.filter((turn): turn is WaitingTurn => KINDS.includes(turn.kind));
}

/** What one of them is about: no two that wait are about the same. */
export function turnId(turn: WaitingTurn): string {
  return turn.kind === 'partnership_invitation' ? turn.id : turn.subject.id;
}
