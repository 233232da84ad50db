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

  /** The fields that were kept; none when there is nothing, or nothing that can be read. */
  read(): Record<string, string> {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(this.#key) ?? '{}');
      return isFields(kept) ? kept : {};
    } catch {
      return {};
    }
  }

  /** A browser that keeps nothing is no reason to stop somebody from typing. */
  write(fields: Record<string, string>): void {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(fields));
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

function isFields(kept: unknown): kept is Record<string, string> {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return false;
  return Object.values(kept).every((field) => typeof field === 'string');
}
