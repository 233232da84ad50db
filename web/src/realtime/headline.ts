import type { Component, Snippet } from 'svelte';

/** The one sentence of the ambition, as it stands on top of every page. */
export interface Headline {
  words: string;
  /** Every partner stands behind it, or it is only what is written there now. */
  is: 'shared' | 'draft';
  /** Other words than the shared ones are written by now. */
  changed: boolean;
}

/** Knows which headline it is, and gives it to whatever is put in it; another feature knows what is shared. */
export type LoadHeadline = () => Promise<{
  default: Component<{
    partnership: string;
    /** What stands on the board now. */
    draft: string;
    /** Null until it is known. */
    children: Snippet<[Headline | null]>;
  }>;
}>;
