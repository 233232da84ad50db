import type { Component, Snippet } from 'svelte';

/** What somebody reads who has a link, and maybe no account. */
export const sharedAmbition: () => Promise<{
  default: Component<{ token: string; languages: Snippet }>;
}> = () => import('./links/SharedPage.svelte');
