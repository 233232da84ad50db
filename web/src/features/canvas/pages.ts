import type { Component, Snippet } from 'svelte';

/** What somebody sees who was asked about one block, and maybe has no account. */
export const sharedBlock: () => Promise<{
  default: Component<{ token: string; languages: Snippet }>;
}> = () => import('./guests/SharedBlockPage.svelte');
