import { describe, expect, it } from 'vitest';
import { step, type Direction, type Position } from './moving';
import type { BlockId } from '../../content/canvas';

const counts: Partial<Record<BlockId, number>> = { channels: 2, key_partners: 1, cost_structure: 1 };
const count = (block: BlockId): number => counts[block] ?? 0;

function walk(from: Position, directions: Direction[], stacked = false): Position {
  return directions.reduce((at, direction) => step(at, direction, count, stacked), from);
}

describe('moving a card with the arrows', () => {
  it('goes through its block', () => {
    expect(walk({ block: 'channels', index: 0 }, ['down', 'down'])).toEqual({ block: 'channels', index: 2 });
    expect(walk({ block: 'channels', index: 2 }, ['up'])).toEqual({ block: 'channels', index: 1 });
  });

  it('goes on into the block above and below', () => {
    expect(walk({ block: 'channels', index: 0 }, ['up'])).toEqual({
      block: 'customer_relationships',
      index: 0,
    });
    expect(walk({ block: 'channels', index: 2 }, ['down'])).toEqual({ block: 'revenue_streams', index: 0 });
    expect(walk({ block: 'cost_structure', index: 0 }, ['up'])).toEqual({ block: 'key_partners', index: 1 });
  });

  it('goes to the block beside it', () => {
    expect(walk({ block: 'channels', index: 2 }, ['right'])).toEqual({
      block: 'customer_segments',
      index: 0,
    });
    expect(walk({ block: 'channels', index: 1 }, ['left'])).toEqual({
      block: 'value_propositions',
      index: 0,
    });
    expect(walk({ block: 'cost_structure', index: 0 }, ['right'])).toEqual({
      block: 'revenue_streams',
      index: 0,
    });
    expect(walk({ block: 'key_partners', index: 0 }, ['right'])).toEqual({
      block: 'key_activities',
      index: 0,
    });
  });

  it('stays where nothing lies further', () => {
    const corner: Position = { block: 'key_partners', index: 0 };
    expect(walk(corner, ['up', 'left'])).toEqual(corner);
    expect(walk({ block: 'revenue_streams', index: 0 }, ['down', 'right'])).toEqual({
      block: 'revenue_streams',
      index: 0,
    });
  });

  it('reaches every block from every other, wide and stacked', () => {
    for (const stacked of [false, true]) {
      const seen = new Set<string>(['key_partners']);
      const todo: Position[] = [{ block: 'key_partners', index: 0 }];
      for (let at = todo.pop(); at; at = todo.pop()) {
        for (const direction of ['up', 'down', 'left', 'right'] as const) {
          const next = step(
            { block: at.block, index: direction === 'up' ? 0 : count(at.block) },
            direction,
            count,
            stacked,
          );
          if (seen.has(next.block)) continue;
          seen.add(next.block);
          todo.push(next);
        }
      }
      expect(seen.size).toBe(9);
    }
  });

  it('follows the order of reading when the blocks are stacked', () => {
    expect(walk({ block: 'channels', index: 0 }, ['up'], true).block).toBe('customer_relationships');
    expect(walk({ block: 'channels', index: 2 }, ['right'], true).block).toBe('customer_segments');
  });
});
