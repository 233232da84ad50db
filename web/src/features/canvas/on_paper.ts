import { BLOCK_IDS, type BlockId } from '../../content/canvas';
import { notesIn, type Note } from './document';

/** How large the cards are set on a sheet of A3, so that all of them stand on one. */
export type Size = 'largest' | 'large' | 'normal' | 'small' | 'smaller' | 'smallest';

/** In points. The style sheet knows the same. */
const POINTS: Record<Size, number> = {
  largest: 16,
  large: 13,
  normal: 11,
  small: 9,
  smaller: 8,
  smallest: 7,
};
const SIZES: readonly Size[] = ['largest', 'large', 'normal', 'small', 'smaller', 'smallest'];

/** What the nine blocks have of the height of a sheet, in millimetres; and the width in which a card's words stand. */
const HEIGHT = 218;
const CARD_WIDTH = 62;
const MILLIMETRES = 0.353;
/** Above a block's cards stands its name. */
const HEADING = 10;
/** What a card takes besides its words: for whom it is, and the room around it. */
const WHOSE_LINES = 0.9;
const AROUND = 5;

/** The blocks that stand alone in their column, and those that share one: the upper ones in one row, the lower in another. */
const ALONE: readonly BlockId[] = ['key_partners', 'value_propositions', 'customer_segments'];
const UPPER: readonly BlockId[] = ['key_activities', 'customer_relationships'];
const LOWER: readonly BlockId[] = ['key_resources', 'channels'];
/** Under them; here the cards stand in threes beside each other. */
const BELOW: readonly BlockId[] = ['cost_structure', 'revenue_streams'];
const BESIDE = 3;

/** The largest size in which they fit; the smallest when none does. */
export function sizeOnPaper(notes: readonly Note[]): Size {
  return SIZES.find((size) => height(notes, POINTS[size]) <= HEIGHT) ?? 'smallest';
}

function height(notes: readonly Note[], points: number): number {
  const blocks = new Map(
    BLOCK_IDS.map((id) => [id, notesIn(notes, id).map((note) => cardHeight(note, points))]),
  );
  const of = (block: BlockId): number[] => blocks.get(block) ?? [];
  const highest = (ids: readonly BlockId[]): number => Math.max(...ids.map((id) => HEADING + sum(of(id))));
  const below = BELOW.map((id) => HEADING + sum(rows(of(id)).map((row) => Math.max(...row))));
  return Math.max(highest(ALONE), highest(UPPER) + highest(LOWER)) + Math.max(...below);
}

function cardHeight({ text }: Note, points: number): number {
  // A letter is about half as wide as it is high.
  const perLine = Math.floor(CARD_WIDTH / (points * MILLIMETRES * 0.47));
  const lines = text.split('\n').map((line) => linesOf(line, perLine));
  // Set that small, only the sign stands there, beside the words.
  const whose = points <= POINTS.smaller ? 0 : WHOSE_LINES;
  return (sum(lines) + whose) * points * MILLIMETRES * 1.3 + AROUND;
}

/** How many lines some words take; words that fit in none are broken. */
function linesOf(words: string, perLine: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of words.split(' ')) {
    if (used > 0 && used + 1 + length > perLine) [lines, used] = [lines + 1, 0];
    used += length + (used > 0 ? 1 : 0);
    lines += Math.floor(used / (perLine + 1));
    used %= perLine + 1;
  }
  return lines;
}

function rows(heights: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(heights.length / BESIDE) }, (_, row) =>
    heights.slice(row * BESIDE, (row + 1) * BESIDE),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
