import type { Component, Snippet } from 'svelte';
import type { Account, Board, BoardContent, BoardKind, Partnership } from '../../api/types';
import type { Discussion } from '../../realtime/discussion';
import type { LoadBesideDecision } from '../../realtime/beside_decision';
import type { LoadBin } from '../../realtime/bin';
import type { LoadHeadline } from '../../realtime/headline';
import type { LiveBoard } from '../../realtime/live_board';
import type { LoadNextSteps } from '../../realtime/next_steps';

/** What the frame hands to a room. */
export interface RoomProps {
  partnership: Partnership;
  board: Board;
  live: LiveBoard;
  me: Account;
  /** The one menu in its header: bin, history and the like, and items of the room's own. */
  menu: Snippet<[own?: Snippet]>;
  /** What people say about what stands on the board. */
  discussion: Discussion;
}

/** What a room needs to show what stood on its board once. */
export interface PastProps {
  content: BoardContent;
  partnership: Partnership;
}

/** What a room needs to show something inside it. */
export interface InsideProps extends Record<string, unknown> {
  account: Account;
  partnership: Partnership;
  live: LiveBoard;
  inside: string;
}

/** A room of the partnership, as the rail shows it. */
export interface Room {
  /** The last part of its address. */
  id: string;
  kind: BoardKind;
  icon: Component;
  label: () => string;
  load: () => Promise<{ default: Component<RoomProps> }>;
  /** The same, as it was: only to look at. */
  loadPast: () => Promise<{ default: Component<PastProps> }>;
  /** What has an address of its own inside it. */
  loadInside?: () => Promise<{ default: Component<InsideProps> }>;
  /** How it stands with the partners, in a small sheet for Home. */
  loadTaste?: () => Promise<{ default: Component<{ partnership: Partnership }> }>;
  /** What of it is good to have in sight where partners decide something. */
  loadBesideDecision?: LoadBesideDecision;
  /** Knows which sentence stands on top of every room. */
  loadHeadline?: LoadHeadline;
  /** Stands beside that sentence. */
  loadSign?: () => Promise<{ default: Component<{ partnership: string }> }>;
}

/** What the frame hands to a place. */
export interface PlaceProps extends Record<string, unknown> {
  account: Account;
  partnership: Partnership;
  /** Something in it that has an address of its own. */
  inside: string | null;
}

/** A place of the partnership that is not a board, and that another feature knows. It stands in the rail after the rooms, unless it belongs to another. */
export interface Place {
  /** The last part of its address, or the part before what is inside. */
  id: string;
  icon: Component;
  label: () => string;
  /** What it is called for whoever only looks along, where they see but a part of it. */
  observerLabel?: () => string;
  load: () => Promise<{ default: Component<PlaceProps> }>;
  /**
   * The place in the rail to which it belongs. One comes to it from there, so it does not stand in the rail itself; who only
   * looks along has nothing to look at in it.
   */
  within?: string;
  /** How it stands there, in a small sheet for Home. */
  loadTaste?: () => Promise<{ default: Component<{ partnership: Partnership }> }>;
  /** Knows what can be done next. */
  loadNextSteps?: LoadNextSteps;
}

/** What every room has besides what is on its board; another feature knows how it works. */
export interface BoardTools {
  /** Stands around the room, and beside it when it is opened. */
  comments: Component<{ partnership: Partnership; live: LiveBoard; children: Snippet<[Discussion]> }>;
  commentsButton: Component<{ discussion: Discussion }>;
  menu: Component<{
    partnership: Partnership;
    live: LiveBoard;
    label: string;
    history: string;
    own?: Snippet;
  }>;
  loadBin: LoadBin;
  loadHistory: () => Promise<{
    default: Component<{
      partnership: Partnership;
      live: LiveBoard;
      room: string;
      label: string;
      at: number | null;
      past: Room['loadPast'];
    }>;
  }>;
}
