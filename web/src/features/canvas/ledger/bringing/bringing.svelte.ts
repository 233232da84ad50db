import { api, outcome } from '../../../../api/client';
import { Preview } from '../../../../api/preview.svelte';
import type { Problem } from '../../../../api/problem';
import type { components } from '../../../../api/schema';
import { FormShelf } from '../../../../ui/form_shelf';

/** What the server makes of one row. */
export type BroughtRow = components['schemas']['LedgerImportRow'];

/** A table that is to become lines of a ledger: what it is, and what the server would make of it. */
export class Bringing {
  text = $state('');
  /** Whose are rows that do not say so: of one's own partner, or joint. */
  own = $state(false);
  readonly preview = new Preview(() => this.#look());
  /** Why the lines were not brought in, or are not known to be. */
  failed: Problem | null = $state.raw(null);
  adding = $state(false);

  readonly rows: BroughtRow[] = $derived(this.preview.data?.rows ?? []);
  readonly wrong: number = $derived(this.rows.filter(({ refused }) => refused.length > 0).length);
  readonly twice: number = $derived(this.rows.filter(({ twice }) => twice).length);
  readonly tooMany: boolean = $derived(this.preview.data?.too_many ?? false);
  readonly ready: boolean = $derived(
    this.preview.current && this.rows.length > 0 && this.wrong === 0 && !this.tooMany,
  );

  #partnership: string;
  #partner: string | null;
  #shelf: FormShelf;

  /** `partner`: for which somebody acts, if for one. */
  constructor(account: string, partnership: string, partner: string | null) {
    this.#partnership = partnership;
    this.#partner = partner;
    this.#shelf = new FormShelf(account, partnership, 'ledger.bringing', globalThis.localStorage);
    const kept = this.#shelf.read().fields;
    this.text = kept['text'] ?? '';
    this.own = kept['own'] === 'yes' && partner !== null;
    if (this.text !== '') this.changed();
  }

  /** To be called whenever a field changed. What is in them stays on this device until it was brought in. */
  changed(): void {
    this.failed = null;
    this.#shelf.write({ text: this.text, own: this.own ? 'yes' : 'no' });
    this.preview.changed(this.text.trim() === '');
  }

  /** Brings in what the preview shows, all of it or nothing. Gives how many lines; null when `failed` says why not. */
  async add(): Promise<number | null> {
    const { data: shown, changes } = this.preview;
    if (!this.ready || this.adding || !shown) return null;
    this.adding = true;
    const params = { path: { id: this.#partnership } };
    const body = { ...this.#body(), digest: shown.digest };
    const answer = await outcome(api.POST('/api/v1/partnerships/{id}/ledger/import', { params, body }));
    this.adding = false;
    this.failed = answer.problem ?? null;
    if (answer.data) {
      // What was typed while it went stays.
      if (changes === this.preview.changes) {
        this.text = '';
        this.#shelf.remove();
      }
      return answer.data.added;
    }
    // Something else would come of it than was shown: it is shown anew.
    await this.preview.look();
    return null;
  }

  #look() {
    const params = { path: { id: this.#partnership } };
    return outcome(
      api.POST('/api/v1/partnerships/{id}/ledger/import/preview', { params, body: this.#body() }),
    );
  }

  #body(): { text: string; partner_id: string | null } {
    return { text: this.text, partner_id: this.own ? this.#partner : null };
  }
}
