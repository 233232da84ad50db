import { api, outcome } from '../../api/client';
import type { Problem } from '../../api/problem';
import type { paths } from '../../api/schema';

type Import = paths['/api/v1/boards/{id}/notes/import']['post'];

/** What the server makes of one line. */
export type PastedRow = Import['responses'][200]['content']['application/json']['rows'][number];

/** Somebody who types on is not interrupted. */
const QUIET_MS = 350;

/** A list that is to become cards: what it is, and what the server would make of it. */
export class Paste {
  text = $state('');
  /** For lines that name no block. */
  block = $state('');
  /** For lines that name no partner; empty is all together. */
  partner = $state('');
  rows: PastedRow[] = $state.raw([]);
  /** Why there are no rows. */
  problem: Problem | null = $state.raw(null);
  /** Why the cards were not added, or are not known to be. They can be added again. */
  failed: Problem | null = $state.raw(null);
  adding = $state(false);
  /** The rows belong to what is in the fields now. */
  current = $state(true);

  #board: string;
  /** Of what is in the fields: a second try adds nothing twice. */
  #id: string = crypto.randomUUID();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly wrong: number = $derived(this.rows.filter(({ problem }) => problem != null).length);
  readonly ready: boolean = $derived(
    this.current && this.rows.length > 0 && this.wrong === 0 && !this.problem,
  );

  constructor(board: string) {
    this.#board = board;
  }

  /** To be called whenever a field changed. */
  changed(): void {
    this.#asked += 1;
    this.#id = crypto.randomUUID();
    this.current = false;
    this.failed = null;
    clearTimeout(this.#timer);
    if (this.text.trim() === '') return this.#show([], null);
    this.#timer = setTimeout(() => void this.look(), QUIET_MS);
  }

  close(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
  }

  /** Asks what the list would become: by itself after every change, and once more when there was no answer. */
  async look(): Promise<void> {
    const asked = this.#asked;
    this.current = false;
    const answer = await this.#ask(true);
    if (asked === this.#asked) this.#show(answer.data?.rows ?? [], answer.problem ?? null);
  }

  /** Adds all cards, or none. Gives back how many were added; null when `failed` says why not. */
  async add(): Promise<number | null> {
    if (!this.ready || this.adding) return null;
    this.adding = true;
    const answer = await this.#ask(false);
    this.adding = false;
    this.failed = answer.problem ?? null;
    if (answer.data) return answer.data.added;
    // What was right a moment ago is not any more: a partner left, say.
    if (answer.problem.status === 422) await this.look();
    return null;
  }

  #show(rows: PastedRow[], problem: Problem | null): void {
    this.rows = rows;
    this.problem = problem;
    this.current = true;
  }

  #ask(preview: boolean) {
    const body = {
      text: this.text,
      id: this.#id,
      preview,
      ...(this.block !== '' && { block: this.block }),
      ...(this.partner !== '' && { partner: this.partner }),
    };
    const params = { path: { id: this.#board } };
    return outcome(api.POST('/api/v1/boards/{id}/notes/import', { params, body }));
  }
}
