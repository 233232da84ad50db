import library from './canvas.json';
import type { Words } from './words';

/** The nine blocks of the Business Model Canvas (Strategyzer, CC BY-SA 3.0). */
export const BLOCK_IDS = [
  'key_partners',
  'key_activities',
  'key_resources',
  'value_propositions',
  'customer_relationships',
  'channels',
  'customer_segments',
  'cost_structure',
  'revenue_streams',
] as const;

export type BlockId = (typeof BLOCK_IDS)[number];

/** Where a block stands on a wide screen; columns and rows count from 1. */
export interface Place {
  column: number;
  row: number;
  columns: number;
  rows: number;
}

export interface Block {
  id: BlockId;
  name: Words;
  hint: Words;
  /** What helps to fill it; each is only read. */
  questions: readonly Words[];
  place: Place;
}

/** The blocks in reading order: what makes it possible, what it offers, for whom, and the money. */
export const blocks: readonly Block[] = library.blocks.map((block) => {
  if (!isBlockId(block.id)) throw new Error(`canvas.json holds an unknown block: ${block.id}`);
  const [column = 1, row = 1, columns = 1, rows = 1] = block.grid;
  const { id, name, hint, questions } = block;
  return { id, name, hint, questions, place: { column, row, columns, rows } };
});

export const guidingQuestion: Words = library.guiding_question;

export function isBlockId(value: unknown): value is BlockId {
  return BLOCK_IDS.some((id) => id === value);
}
