import { blocks } from '../../../content/canvas';
import type { FrozenCanvas, FrozenCosts, FrozenLine } from './load';

export type FrozenCard = FrozenCanvas['cards'][number];

/** A business model as it was put before the partners, or as it stands there now. */
export interface Model {
  canvas: FrozenCanvas;
  /** Null for who does not read what it costs and brings. */
  costs: FrozenCosts | null;
}

/** What became of a card or a line. `moved`: the same card in another block. */
export type Change<Thing> =
  | { kind: 'added'; before: null; after: Thing }
  | { kind: 'removed'; before: Thing; after: null }
  | { kind: 'changed' | 'moved'; before: Thing; after: Thing };

export interface Differences {
  title: { before: string; after: string } | null;
  cards: Change<FrozenCard>[];
  begins: { before: string; after: string } | null;
  /** Null for who does not read what it costs and brings. */
  lines: Change<FrozenLine>[] | null;
}

/** So much of the words has to be the same for what was rewritten to be the same thing: half of them. */
const ALIKE = 0.5;

/** What came, went and became another between two business models. */
export function compare(before: Model, after: Model): Differences {
  const [first, second] = [before.costs, after.costs];
  return {
    title: other(before.canvas.title, after.canvas.title),
    cards: changes(before.canvas.cards, after.canvas.cards, [
      (one, two) => one.text === two.text && one.block === two.block,
      (one, two) => one.block === two.block && alike(one.text, two.text),
      (one, two) => one.text === two.text,
    ])
      .map(asMoved)
      .sort((one, two) => placeOf(one) - placeOf(two)),
    begins: first && second ? other(first.begins, second.begins) : null,
    lines:
      first && second
        ? changes(first.lines, second.lines, [
            (one, two) => isSameKind(one, two) && one.words === two.words,
            (one, two) => isSameKind(one, two) && alike(one.words, two.words),
          ])
        : null,
  };
}

export function countOf({ title, cards, begins, lines }: Differences): number {
  return (title ? 1 : 0) + cards.length + (begins ? 1 : 0) + (lines?.length ?? 0);
}

function other(before: string, after: string): { before: string; after: string } | null {
  return before === after ? null : { before, after };
}

/** Each thing finds itself first, then what it became: by the first way in which one is found. */
function changes<Thing extends object>(
  before: readonly Thing[],
  after: readonly Thing[],
  ways: ((one: Thing, two: Thing) => boolean)[],
): Change<Thing>[] {
  const left = [...before];
  const found = new Map<Thing, Thing>();
  for (const way of [isEqual, ...ways])
    for (const thing of after) {
      if (found.has(thing)) continue;
      const at = left.findIndex((one) => way(one, thing));
      if (at >= 0) found.set(thing, left.splice(at, 1)[0] as Thing);
    }
  const now = after.flatMap((thing): Change<Thing>[] => {
    const was = found.get(thing);
    if (!was) return [{ kind: 'added', before: null, after: thing }];
    return isEqual(was, thing) ? [] : [{ kind: 'changed', before: was, after: thing }];
  });
  return [...now, ...left.map((thing) => ({ kind: 'removed', before: thing, after: null }) as const)];
}

function asMoved(change: Change<FrozenCard>): Change<FrozenCard> {
  return change.kind === 'changed' && change.before.block !== change.after.block
    ? { ...change, kind: 'moved' }
    : change;
}

/** Which of the blocks it stands in, or stood. */
function placeOf({ before, after }: Change<FrozenCard>): number {
  const block = (after ?? before)?.block;
  return blocks.findIndex(({ id }) => id === block);
}

function isSameKind(one: FrozenLine, two: FrozenLine): boolean {
  return one.kind === two.kind && one.partner === two.partner;
}

/** Both come from JSON in which the fields may stand in any order. */
function isEqual(one: unknown, two: unknown): boolean {
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return one === two;
  const [keys, others] = [Object.keys(one), Object.keys(two)];
  return (
    keys.length === others.length &&
    keys.every((key) => isEqual(one[key as keyof typeof one], two[key as keyof typeof two]))
  );
}

function alike(one: string, two: string): boolean {
  const [first, second] = [wordsIn(one), wordsIn(two)];
  const both = [...first].filter((word) => second.has(word)).length;
  return (2 * both) / (first.size + second.size) >= ALIKE;
}

function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
