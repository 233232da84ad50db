import { api, outcome } from '../../api/client';
import { Preview } from '../../api/preview.svelte';
import type { Problem } from '../../api/problem';
import type { paths } from '../../api/schema';
import { FormShelf } from '../../ui/form_shelf';

type Import = paths['/api/v1/boards/{id}/notes/import']['post'];

/** What the server makes of one line. */
export type PastedRow = Import['responses'][200]['content']['application/json']['rows'][number];

/** A list that is to become cards: what it is, and what the server would make of it. */
export class Paste {
  text = $state('');
  /** For lines that name no block. */
  block = $state('');
  /** For lines that name no partner; empty is all together. */
  partner = $state('');
  readonly preview = new Preview(() => this.#ask(true));
  /** Why the cards were not added, or are not known to be. They can be added again. */
  failed: Problem | null = $state.raw(null);
  adding = $state(false);

  #board: string;
  #shelf: FormShelf;
  /** Of what is in the fields: a second try adds nothing twice. */
  #id: string = crypto.randomUUID();

  readonly rows: PastedRow[] = $derived(this.preview.data?.rows ?? []);
  readonly wrong: number = $derived(this.rows.filter(({ problem }) => problem != null).length);
  readonly ready: boolean = $derived(this.preview.current && this.rows.length > 0 && this.wrong === 0);

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
    this.#id = id;
    this.#shelf.write({ id, text: this.text, block: this.block, partner: this.partner });
    this.failed = null;
    this.preview.changed(this.text.trim() === '');
  }

  /** Adds all cards, or none. Gives back how many were added; null when `failed` says why not. */
  async add(): Promise<number | null> {
    if (!this.ready || this.adding) return null;
    this.adding = true;
    const { changes } = this.preview;
    const answer = await this.#ask(false);
    this.adding = false;
    this.failed = answer.problem ?? null;
    if (answer.data) {
      // What was typed while it went stays.
      if (changes === this.preview.changes) this.#shelf.remove();
      return answer.data.added;
    }
    // What was right a moment ago is not any more: a partner left, say.
    if (answer.problem.status === 422) await this.preview.look();
    return null;
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
