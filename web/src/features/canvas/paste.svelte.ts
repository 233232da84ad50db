import { api, outcome } from '../../api/client';
import type { Problem } from '../../api/problem';
import type { paths } from '../../api/schema';
import { FormShelf } from '../../ui/form_shelf';

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
  #shelf: FormShelf;
  /** Of what is in the fields: a second try adds nothing twice. */
  #id: string = crypto.randomUUID();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly wrong: number = $derived(this.rows.filter(({ problem }) => problem != null).length);
  readonly ready: boolean = $derived(
    this.current && this.rows.length > 0 && this.wrong === 0 && !this.problem,
  );

  constructor(account: string, partnership: string, board: string) {
    this.#board = board;
    this.#shelf = new FormShelf(account, partnership, `paste.${board}`, globalThis.localStorage);
    const { id, text = '', block = '', partner = '' } = this.#shelf.read().fields;
    [this.text, this.block, this.partner] = [text, block, partner];
    if (text !== '') this.#begin(id ?? this.#id);
  }

  /** To be called whenever a field changed. What is in them stays on this device until it was added. */
  changed(): void {
    this.#begin(crypto.randomUUID());
  }

  #begin(id: string): void {
    this.#asked += 1;
    this.#id = id;
    this.#shelf.write({ id, text: this.text, block: this.block, partner: this.partner });
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
    const asked = this.#asked;
    const answer = await this.#ask(false);
    this.adding = false;
    this.failed = answer.problem ?? null;
    if (answer.data) {
      // What was typed while it went stays.
      if (asked === this.#asked) this.#shelf.remove();
      return answer.data.added;
    }
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
