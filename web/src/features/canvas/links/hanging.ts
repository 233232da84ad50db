import type { CardLink, Target } from '../../../card_links/load';
import type { NewTarget } from './load';

/** What hangs together with one card, as it is seen from there. */
export interface Hanging {
  /** The link. */
  id: string;
  target: Target;
}

interface Place {
  board: string;
  card: string;
}

/** With what a card hangs together. Of two cards either may be named first, so it is seen from both. */
export function hangingOn(links: readonly CardLink[], at: Place): Hanging[] {
  return links.flatMap(({ id, board_id, card_id, target }): Hanging[] => {
    if (board_id === at.board && card_id === at.card) return [{ id, target }];
    const isOther = target.kind === 'card' && target.board_id === at.board && target.card_id === at.card;
    return isOther ? [{ id, target: { kind: 'card', board_id, card_id } }] : [];
  });
}

/** The link to this, if there is one. */
export function linkTo(hanging: readonly Hanging[], wanted: NewTarget): Hanging | null {
  return hanging.find(({ target }) => isSame(target, wanted)) ?? null;
}

/** By kind, each in the order in which it was linked. */
export function byKind(hanging: readonly Hanging[]): { kind: Target['kind']; hanging: Hanging[] }[] {
  const kinds: Target['kind'][] = ['passage', 'card', 'ledger_line'];
  return kinds
    .map((kind) => ({ kind, hanging: hanging.filter(({ target }) => target.kind === kind) }))
    .filter((group) => group.hanging.length > 0);
}

function isSame(one: Target, other: NewTarget): boolean {
  if (one.kind === 'card' && other.kind === 'card')
    return one.board_id === other.board_id && one.card_id === other.card_id;
  if (one.kind === 'ledger_line' && other.kind === 'ledger_line') return one.line_id === other.line_id;
  if (one.kind === 'passage' && other.kind === 'passage')
    return one.board_id === other.board_id && one.start === other.start && one.end === other.end;
  return false;
}
