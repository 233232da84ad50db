import { tick } from 'svelte';

/**
 * What somebody pressed may be gone with what came of it. Then they go on from the top of the page, and not from
 * nowhere.
 */
export async function keepPlace(reading: Promise<void>): Promise<void> {
  await reading;
  await tick();
  const at = document.activeElement;
  if (at === null || at === document.body) document.querySelector<HTMLElement>('main h1')?.focus();
}
