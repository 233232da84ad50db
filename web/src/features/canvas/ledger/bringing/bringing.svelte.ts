import { api, outcome } from '../../../../api/client';
import type { Problem } from '../../../../api/problem';
import type { components } from '../../../../api/schema';
import { FormShelf } from '../../../../ui/form_shelf';

/** What the server makes of one row. */
export type BroughtRow = components['schemas']['LedgerImportRow'];
type Preview = components['schemas']['LedgerImportPreview'];

/** Somebody who types on is not interrupted. */
const QUIET_MS = 350;

/** A table that is to become lines of a ledger: what it is, and what the server would make of it. */
export class Bringing {
  text = $state('');
  /** Whose are rows that do not say so: of one's own partner, or joint. */
  own = $state(false);
  preview: Preview | null = $state.raw(null);
  /** Why there is none. */
  problem: Problem | null = $state.raw(null);
  /** Why the lines were not brought in, or are not known to be. */
  failed: Problem | null = $state.raw(null);
  adding = $state(false);
  /** The preview belongs to what is in the fields now. */
  current = $state(true);

  readonly rows: BroughtRow[] = $derived(this.preview?.rows ?? []);
  readonly wrong: number = $derived(this.rows.filter(({ refused }) => refused.length > 0).length);
  readonly twice: number = $derived(this.rows.filter(({ twice }) => twice).length);
  readonly ready: boolean = $derived(
    this.current && this.rows.length > 0 && this.wrong === 0 && !this.preview?.too_many && !this.problem,
  );

  #partnership: string;
  #partner: string | null;
  #shelf: FormShelf;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

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
    this.#asked += 1;
    this.current = false;
    this.failed = null;
    this.#shelf.write({ text: this.text, own: this.own ? 'yes' : 'no' });
    clearTimeout(this.#timer);
    if (this.text.trim() === '') return this.#show(null, null);
    this.#timer = setTimeout(() => void this.look(), QUIET_MS);
  }

  close(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
  }

  /** Asks what the table would become: by itself after every change, and once more when there was no answer. */
  async look(): Promise<void> {
    const asked = this.#asked;
    this.current = false;
    const params = { path: { id: this.#partnership } };
    const body = this.#body();
    const answer = await outcome(
      api.POST('/api/v1/partnerships/{id}/ledger/import/preview', { params, body }),
    );
    if (asked === this.#asked) this.#show(answer.data ?? null, answer.problem ?? null);
  }

  /** Brings in what the preview shows, all of it or nothing. Gives how many lines; null when `failed` says why not. */
  async add(): Promise<number | null> {
    if (!this.ready || this.adding || !this.preview) return null;
    this.adding = true;
    const asked = this.#asked;
    const params = { path: { id: this.#partnership } };
    const body = { ...this.#body(), digest: this.preview.digest };
    const answer = await outcome(api.POST('/api/v1/partnerships/{id}/ledger/import', { params, body }));
    this.adding = false;
    this.failed = answer.problem ?? null;
    if (answer.data) {
      // What was typed while it went stays.
      if (asked === this.#asked) {
        this.text = '';
        this.#shelf.remove();
      }
      return answer.data.added;
    }
    // Something else would come of it than was shown: it is shown anew.
    await this.look();
    return null;
  }

  #show(preview: Preview | null, problem: Problem | null): void {
    this.preview = preview;
    this.problem = problem;
    this.current = true;
  }

  #body(): { text: string; partner_id: string | null } {
    return { text: this.text, partner_id: this.own ? this.#partner : null };
  }
}
