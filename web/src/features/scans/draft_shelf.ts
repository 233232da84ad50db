import type { Answers, Draft } from './draft';

/**
 * What one person filled in for one round and did not send. It is in this browser only, and there after a reload and
 * after signing out.
 */
export class ScanDraftShelf {
  #key: string;
  #storage: Storage | undefined;

  constructor(account: string, scan: string, storage?: Storage) {
    this.#key = `samenspel.scan.${account}.${scan}`;
    this.#storage = storage;
  }

  read(): Draft | null {
    try {
      return readDraft(JSON.parse(this.#storage?.getItem(this.#key) ?? 'null'));
    } catch {
      return null;
    }
  }

  /** False in a browser that keeps nothing. */
  write(draft: Draft): boolean {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(draft));
      return this.#storage !== undefined;
    } catch {
      return false;
    }
  }

  remove(): void {
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      // What cannot be kept cannot be left behind either.
    }
  }
}

function readDraft(kept: unknown): Draft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { order, answers, priorities, words, step, choice } = kept as Partial<Record<keyof Draft, unknown>>;
  if (!isTexts(order) || !isAnswers(answers) || !isTexts(priorities) || typeof words !== 'string')
    return null;
  return {
    order,
    answers,
    priorities,
    words,
    step: typeof step === 'number' ? step : 0,
    choice: typeof choice === 'string' ? choice : null,
  };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isAnswers(value: unknown): value is Answers {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => one === null || typeof one === 'number');
}
