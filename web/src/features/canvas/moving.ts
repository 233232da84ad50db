import { blocks, type Block, type BlockId } from '../../content/canvas';

/** Where a card would land: at `index` among the other cards of a block. */
export interface Position {
  block: BlockId;
  index: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** How many cards stand in a block, the one that is moving not counted. */
export type CountIn = (block: BlockId) => number;

/**
 * One arrow key further. Up and down go through the block and on into the next; left and right go to the
 * block beside it. On a phone the blocks stand under each other and left and right follow that order.
 */
export function step(from: Position, direction: Direction, count: CountIn, stacked: boolean): Position {
  if (direction === 'up' && from.index > 0) return { ...from, index: from.index - 1 };
  if (direction === 'down' && from.index < count(from.block)) return { ...from, index: from.index + 1 };
  const block = stacked ? following(from.block, direction) : beside(from.block, direction);
  if (!block) return from;
  if (direction === 'up') return { block, index: count(block) };
  if (direction === 'down') return { block, index: 0 };
  return { block, index: Math.min(from.index, count(block)) };
}

function following(id: BlockId, direction: Direction): BlockId | null {
  const at = blocks.findIndex((block) => block.id === id);
  const by = direction === 'up' || direction === 'left' ? -1 : 1;
  return blocks[at + by]?.id ?? null;
}

/** The nearest block in that direction; of several, the one that shares most of the edge. */
function beside(id: BlockId, direction: Direction): BlockId | null {
  const from = blocks.find((block) => block.id === id);
  if (!from) return null;
  const [nearest] = blocks
    .map((block) => ({
      block,
      away: distance(from, block, direction),
      shared: overlap(from, block, direction),
    }))
    .filter(({ away, shared }) => away >= 0 && shared > 0)
    .sort((one, other) => one.away - other.away || other.shared - one.shared);
  return nearest?.block.id ?? null;
}

function distance(from: Block, to: Block, direction: Direction): number {
  const [one, other] = [from.place, to.place];
  switch (direction) {
    case 'left':
      return one.column - (other.column + other.columns);
    case 'right':
      return other.column - (one.column + one.columns);
    case 'up':
      return one.row - (other.row + other.rows);
    case 'down':
      return other.row - (one.row + one.rows);
  }
}

function overlap(from: Block, to: Block, direction: Direction): number {
  const [one, other] = [from.place, to.place];
  const sideways = direction === 'left' || direction === 'right';
  const [start, length] = sideways ? (['row', 'rows'] as const) : (['column', 'columns'] as const);
  return (
    Math.min(one[start] + one[length], other[start] + other[length]) - Math.max(one[start], other[start])
  );
}
