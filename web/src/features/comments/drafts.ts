import type { Anchor } from '../../realtime/discussion';

/** What somebody is about to say; of a new thread also about what. */
export interface Draft {
  text: string;
  anchor?: Anchor;
  /** What stands there. */
  quote?: string;
}

export type Drafts = Record<string, Draft>;

/**
 * What one person typed on one board and did not send yet. It stays in this browser, so that neither a reload nor a
 * refusal takes it away.
 */
export class DraftShelf {
  #key: string;
  #storage: Storage | undefined;

  constructor(account: string, board: string, storage?: Storage) {
    this.#key = `samenspel.unsent.${account}.${board}`;
    this.#storage = storage;
  }

  read(): Drafts {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(this.#key) ?? '{}');
      return isDrafts(kept) ? kept : {};
    } catch {
      return {};
    }
  }

  /** A browser that keeps nothing is no reason to stop somebody from typing. */
  write(drafts: Drafts): void {
    try {
      const kept = Object.entries(drafts).filter(([, { text }]) => text.trim() !== '');
      if (kept.length === 0) this.#storage?.removeItem(this.#key);
      else this.#storage?.setItem(this.#key, JSON.stringify(Object.fromEntries(kept)));
    } catch {
      // Full, or forbidden.
    }
  }
}

function isDrafts(kept: unknown): kept is Drafts {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return false;
  return Object.values(kept).every((draft: unknown) => {
    const text = typeof draft === 'object' && draft !== null && 'text' in draft ? draft.text : null;
    return typeof text === 'string';
  });
}

/** The same for two who want to say something about the same thing. */
export function draftKey(anchor: Anchor): string {
  const what = anchor.kind === 'passage' ? `${anchor.start} ${anchor.end}` : anchor.id;
  return `new ${anchor.kind} ${what}`;
}
