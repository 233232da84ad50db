import type { Overlap, PartnerView } from '../../../api/types';

/** Words of an overlap in somebody's view, by its number. */
export interface Quoted {
  number: number;
  quote: string;
}

/** A stretch of a text: in which overlaps it is, which begin with it, and which end with it. */
export interface Stretch {
  text: string;
  numbers: number[];
  begins: number[];
  ends: number[];
}

/** What overlaps quote of a partner, each with its number in the list. */
export function quotedOf(partner: string, overlaps: readonly Overlap[]): Quoted[] {
  return overlaps.flatMap(({ parts }, index) =>
    parts
      .filter(({ partner_id, quote }) => partner_id === partner && quote !== '')
      .map(({ quote }) => ({ number: index + 1, quote })),
  );
}

/** Whether these words stand in a view. */
export function stands({ seeing, doing }: Pick<PartnerView, 'seeing' | 'doing'>, quote: string): boolean {
  return find(seeing, quote) !== null || find(doing, quote) !== null;
}

/** A text in stretches, so that words that are quoted can be marked; those of several overlaps may lie over each other. */
export function stretchesOf(text: string, quoted: readonly Quoted[]): Stretch[] {
  const found = quoted.flatMap(({ number, quote }) => {
    const place = find(text, quote);
    return place ? [{ number, ...place }] : [];
  });
  const cuts = [...new Set([0, text.length, ...found.flatMap(({ from, to }) => [from, to])])];
  const sorted = cuts.toSorted((one, other) => one - other);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length;
    const over = found.filter((place) => place.from <= from && to <= place.to);
    return {
      text: text.slice(from, to),
      numbers: over.map(({ number }) => number),
      begins: over.filter((place) => place.from === from).map(({ number }) => number),
      ends: over.filter((place) => place.to === to).map(({ number }) => number),
    };
  });
}

/** Where words first stand in a text. Between them may be any blanks: a selection does not give those as they are. */
function find(text: string, quote: string): { from: number; to: number } | null {
  const words = quote.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const sought = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'));
  const match = sought.exec(text);
  return match && { from: match.index, to: match.index + match[0].length };
}
