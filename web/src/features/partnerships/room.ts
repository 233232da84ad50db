import type { Component } from 'svelte';
import type { Account, Board, BoardKind, Partnership } from '../../api/types';
import type { LiveBoard } from '../../realtime/live_board';

/** What the frame hands to a room. */
export interface RoomProps {
  partnership: Partnership;
  board: Board;
  live: LiveBoard;
  me: Account;
}

/** A room of the partnership, as the rail shows it. */
export interface Room {
  /** The last part of its address. */
  id: string;
  kind: BoardKind;
  icon: Component;
  label: () => string;
  load: () => Promise<{ default: Component<RoomProps> }>;
}
