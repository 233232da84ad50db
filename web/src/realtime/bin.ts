import { createContext, type Component } from 'svelte';
import type { Partner } from '../api/types';
import type { LiveBoard } from './live_board';

/** What shows what was deleted from a board; another feature knows how. */
export type LoadBin = () => Promise<{
  default: Component<{ live: LiveBoard; partners: readonly Partner[] }>;
}>;

/** For a board that stands inside a place, and has no menu of a room. */
export const [boardBin, provideBoardBin] = createContext<LoadBin>();
