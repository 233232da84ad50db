import type { VersionsStanding } from '../api/types';
import { Followed } from '../realtime/followed.svelte';
import type { Subject } from './subject';

/** Where a subject stands. One reading for all that show it on a page. */
export class Standing {
  readonly #followed: Followed<VersionsStanding>;
  readonly #partnership: string;
  readonly #key: string;
  #followers = 0;
  #stop: (() => void) | undefined;

  constructor(subject: Subject, partnership: string) {
    this.#partnership = partnership;
    this.#key = keyOf(subject, partnership);
    this.#followed = new Followed(() => subject.calls.standing(partnership), subject.concerns);
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
      shown.set(this.#key, this);
      this.#stop = this.#followed.follow(this.#partnership);
    }
    return () => {
      this.#followers -= 1;
      if (this.#followers > 0) return;
      this.#stop?.();
      if (shown.get(this.#key) === this) shown.delete(this.#key);
    };
  }
}

const shown = new Map<string, Standing>();

export function standingOf(subject: Subject, partnership: string): Standing {
  const key = keyOf(subject, partnership);
  const standing = shown.get(key) ?? new Standing(subject, partnership);
  shown.set(key, standing);
  return standing;
}

function keyOf({ id }: Subject, partnership: string): string {
  return `${id} ${partnership}`;
}
