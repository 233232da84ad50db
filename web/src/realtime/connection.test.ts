import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { connection, forgetBoard, rememberBoard } from './connection.svelte';
import type { LiveBoard } from './live_board';

function withBoard(board: Pick<LiveBoard, 'waiting' | 'lost' | 'kept'>, look: () => void): void {
  const open = board as LiveBoard;
  rememberBoard(open);
  look();
  forgetBoard(open);
}

test('a page that holds the only copy of something lost is not closed without asking', () => {
  withBoard({ waiting: 0, lost: new Y.Doc(), kept: false }, () => expect(connection.kept).toBe(false));
  withBoard({ waiting: 0, lost: new Y.Doc(), kept: true }, () => expect(connection.kept).toBe(true));
  withBoard({ waiting: 0, lost: null, kept: false }, () => expect(connection.kept).toBe(true));
  withBoard({ waiting: 1, lost: null, kept: false }, () => expect(connection.kept).toBe(false));
});
