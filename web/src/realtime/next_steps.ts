import type { Component, Snippet } from 'svelte';
import type { Partnership } from '../api/types';

/** Something that whoever looks can do next, because the phase in which a partnership is asks for it. */
export type NextStep = 'challenge' | 'partners' | 'urgency' | 'proposal' | 'move_on';

export interface Next {
  /** What can be done first comes first. */
  steps: NextStep[];
  /** The id of the phase to which a partnership can go on, because all that is needed in this one is there. */
  onTo: string | null;
}

/** Knows what can be done next, and gives it to whatever is put in it; another feature knows the way. */
export type LoadNextSteps = () => Promise<{
  default: Component<{
    partnership: Partnership;
    /** Null until it is known. */
    children: Snippet<[Next | null]>;
  }>;
}>;
