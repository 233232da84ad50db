/** What was kept of a form. */
export interface Kept {
  fields: Record<string, string>;
  /** Of what is changed in the form: what it was when this was typed. None where nothing is changed. */
  version: number | null;
}
const NOTHING: Kept = { fields: {}, version: null };

/** Whether what was kept was typed over something that became another since, and that nobody read yet. */
export function isOverAnother(kept: Kept, version: number): boolean {
  return Object.keys(kept.fields).length > 0 && kept.version !== version;
}

/**
 * What somebody typed into a form and did not send yet. It stays in this browser, so that neither a reload, nor a
 * refusal, nor signing in again takes it away.
 */
export class FormShelf {
  #key: string;
  #storage: Storage | undefined;

  /** `what`: which form it is, of one partnership. */
  constructor(account: string, partnership: string, what: string, storage?: Storage) {
    this.#key = `samenspel.form.${account}.${partnership}.${what}`;
    this.#storage = storage;
  }

  /** What was kept; no fields when there is nothing, or nothing that can be read. */
  read(): Kept {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(this.#key) ?? 'null');
      return isKept(kept) ? kept : NOTHING;
    } catch {
      return NOTHING;
    }
  }

  /** A browser that keeps nothing is no reason to stop somebody from typing. */
  write(fields: Kept['fields'], version: Kept['version'] = null): void {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify({ fields, version }));
    } catch {
      // Full, or forbidden.
    }
  }

  remove(): void {
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      // It was never kept.
    }
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== 'object' || kept === null || !('fields' in kept) || !('version' in kept)) return false;
  return isFields(kept.fields) && (kept.version === null || typeof kept.version === 'number');
}

function isFields(fields: unknown): fields is Kept['fields'] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return false;
  return Object.values(fields).every((field) => typeof field === 'string');
}
