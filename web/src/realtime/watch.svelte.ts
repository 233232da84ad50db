import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';

type Shared = Pick<Y.AbstractType<unknown>, 'observeDeep' | 'unobserveDeep'>;

/** A reading of shared types that Svelte follows: `current` is read again after every change, one's own too. */
export function watch<T>(shared: readonly Shared[], read: () => T): { readonly current: T } {
  const follow = createSubscriber((update) => {
    const changed = (): void => update();
    for (const type of shared) type.observeDeep(changed);
    return () => {
      for (const type of shared) type.unobserveDeep(changed);
    };
  });
  return {
    get current() {
      follow();
      return read();
    },
  };
}
