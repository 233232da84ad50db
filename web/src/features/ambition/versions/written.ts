import type { BoardAuthors } from './load';
import type { Part, Row } from './comparing';

/** A run of words, and by whom; null when nobody knows. */
export interface WrittenPart extends Part {
  by: string | null;
}

export interface WrittenRow extends Row {
  parts: WrittenPart[];
  /** Account ids of who wrote what came, and what went, in the order of their words. */
  added: string[];
  removed: string[];
}

/**
 * Says of each word that came or went who wrote it. What a side tells that has other words than the rows (somebody is
 * writing on), nothing is said of.
 */
export function attribute(
  rows: readonly Row[],
  before: BoardAuthors | null,
  after: BoardAuthors | null,
): WrittenRow[] {
  const removed = new Hand(rows, 'removed', before);
  const added = new Hand(rows, 'added', after);
  return rows.map((row) => {
    const parts = row.parts.flatMap((part) => {
      if (part.kind === 'removed') return removed.split(part);
      if (part.kind === 'added') return added.split(part);
      removed.pass(part);
      added.pass(part);
      return [{ ...part, by: null }];
    });
    return { ...row, parts, added: writersOf(parts, 'added'), removed: writersOf(parts, 'removed') };
  });
}

function writersOf(parts: readonly WrittenPart[], kind: Part['kind']): string[] {
  const found = parts.filter((part) => part.kind === kind && part.text.trim() !== '').map(({ by }) => by);
  return [...new Set(found)].filter((by) => by !== null);
}

/** Goes along the words of one side. Blanks do not count: a line, a list and a break have them in different places. */
class Hand {
  /** Who wrote each letter; null when these are not the words of the rows. */
  readonly #writers: string[] | null;
  #at = 0;

  constructor(rows: readonly Row[], kind: 'added' | 'removed', authors: BoardAuthors | null) {
    const shown = rows
      .flatMap(({ parts }) => parts.filter((part) => part.kind === 'same' || part.kind === kind))
      .map(({ text }) => letters(text).join(''))
      .join('');
    const runs = ['headline', 'statement'].flatMap(
      (root) => authors?.texts.find((text) => text.root === root)?.lines.flat() ?? [],
    );
    const isSame = authors !== null && runs.map(({ text }) => letters(text).join('')).join('') === shown;
    this.#writers = isSame
      ? runs.flatMap(({ text, account_id }) => letters(text).map(() => account_id))
      : null;
  }

  pass({ text }: Part): void {
    this.#at += letters(text).length;
  }

  /** The words of a part, by who wrote them; blanks stay with the words before them. */
  split(part: Part): WrittenPart[] {
    if (this.#writers === null) return [{ ...part, by: null }];
    const found: WrittenPart[] = [];
    for (const letter of part.text) {
      const last = found.at(-1);
      const isBlank = letter.trim() === '';
      const by = isBlank ? (last?.by ?? null) : (this.#writers[this.#at] ?? null);
      if (!isBlank) this.#at += 1;
      if (last && (last.by === by || last.by === null)) {
        last.text += letter;
        last.by = by;
      } else found.push({ ...part, text: letter, by });
    }
    return found;
  }
}

function letters(text: string): string[] {
  return [...text].filter((letter) => letter.trim() !== '');
}
