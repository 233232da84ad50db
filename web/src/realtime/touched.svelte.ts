import { SvelteMap } from 'svelte/reactivity';
import type * as Y from 'yjs';

const SHOWN_MS = 1600;

export interface Touched {
  /** Rune: whether somebody else changed this entry a moment ago. */
  has(id: string): boolean;
  close(): void;
}

/** Follows which entries of a shared map others change, to show it briefly. What comes before `ready` is no news. */
export function touchedByOthers(
  root: Pick<Y.Map<unknown>, 'observeDeep' | 'unobserveDeep'>,
  ready: () => boolean,
): Touched {
  const timers = new SvelteMap<string, ReturnType<typeof setTimeout>>();

  function touch(id: string): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => timers.delete(id), SHOWN_MS),
    );
  }

  function changed(events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    if (transaction.local || !ready()) return;
    for (const event of events) {
      if (event.path.length > 0) touch(String(event.path[0]));
      else for (const id of event.changes.keys.keys()) touch(id);
    }
  }

  root.observeDeep(changed);
  return {
    has: (id) => timers.has(id),
    close: () => {
      root.unobserveDeep(changed);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
