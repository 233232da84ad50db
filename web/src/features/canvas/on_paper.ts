import { BLOCK_IDS, type BlockId } from '../../content/canvas';
import { notesIn, type Note } from './document';

/** How large the cards are set on a sheet of A3, so that all of them stand on one. */
export type Size = 'largest' | 'large' | 'normal' | 'small' | 'smallest';

/** In points. The style sheet knows the same. */
const POINTS: Record<Size, number> = { largest: 16, large: 13, normal: 11, small: 9, smallest: 7 };
const SIZES: readonly Size[] = ['largest', 'large', 'normal', 'small', 'smallest'];

/** What the nine blocks have of the height of a sheet, in millimetres; and the width in which a card's words stand. */
const HEIGHT = 220;
const CARD_WIDTH = 62;
const MILLIMETRES = 0.353;
/** Above a block's cards stands its name. */
const HEADING = 10;
/** What a card takes besides its words: for whom it is, and the room around it. */
const WHOSE_LINES = 0.9;
const AROUND = 4.2;

/** The columns as they stand beside each other, each with the blocks that stand in it under each other. */
const COLUMNS: readonly (readonly BlockId[])[] = [
  ['key_partners'],
  ['key_activities', 'key_resources'],
  ['value_propositions'],
  ['customer_relationships', 'channels'],
  ['customer_segments'],
];
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
  const column = COLUMNS.map((ids) => sum(ids.map((id) => HEADING + sum(of(id)))));
  const below = BELOW.map((id) => HEADING + sum(rows(of(id)).map((row) => Math.max(...row))));
  return Math.max(...column) + Math.max(...below);
}

function cardHeight({ text }: Note, points: number): number {
  // A letter is about half as wide as it is high.
  const perLine = Math.floor(CARD_WIDTH / (points * MILLIMETRES * 0.47));
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / perLine)));
  // Set as small as can be, only the sign stands there, beside the words.
  const whose = points === POINTS.smallest ? 0 : WHOSE_LINES;
  return (sum(lines) + whose) * points * MILLIMETRES * 1.3 + AROUND;
}

function rows(heights: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(heights.length / BESIDE) }, (_, row) =>
    heights.slice(row * BESIDE, (row + 1) * BESIDE),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
