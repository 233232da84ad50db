import type { VersionsStanding } from '../../../api/types';
import { Followed } from '../../../realtime/followed.svelte';
import { loadStanding } from './load';

/** Who takes part counts too: a version is shared when each of them says yes. */
const CONCERNING = /^(ambition|partner|member|partnership)\./;

/** Where an ambition stands. One reading for all that show it on a page. */
export class Standing {
  readonly #followed: Followed<VersionsStanding>;
  readonly #partnership: string;
  #followers = 0;
  #stop: (() => void) | undefined;

  constructor(partnership: string) {
    this.#partnership = partnership;
    this.#followed = new Followed(() => loadStanding(partnership), CONCERNING);
  }

  get current(): VersionsStanding | null {
    return this.#followed.data;
  }

  get problem(): Followed<VersionsStanding>['problem'] {
    return this.#followed.problem;
  }

  look(): Promise<void> {
    return this.#followed.look();
  }

  /** Reads it now and whenever something happens to it, until the last of those who follow it goes. */
  follow(): () => void {
    this.#followers += 1;
    if (this.#followers === 1) {
      shown.set(this.#partnership, this);
      this.#stop = this.#followed.follow(this.#partnership);
    }
    return () => {
      this.#followers -= 1;
      if (this.#followers > 0) return;
      this.#stop?.();
      if (shown.get(this.#partnership) === this) shown.delete(this.#partnership);
    };
  }
}

const shown = new Map<string, Standing>();

export function standingOf(partnership: string): Standing {
  const standing = shown.get(partnership) ?? new Standing(partnership);
  shown.set(partnership, standing);
  return standing;
}
