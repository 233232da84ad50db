import { api, outcome } from '../../api/client';
import { Preview } from '../../api/preview.svelte';
import type { Problem } from '../../api/problem';
import type { AccountImportRow } from '../../api/types';
import { locale } from '../../locale.svelte';

/** A list of people who are to be invited: what it is, and what the server would make of it. */
export class Many {
  text = $state('');
  readonly preview = new Preview(() => this.#ask(true));
  /** Why nobody was invited, or is not known to be. It can be tried again. */
  failed: Problem | null = $state.raw(null);
  inviting = $state(false);

  #organisation: string;

  readonly rows: AccountImportRow[] = $derived(this.preview.data?.rows ?? []);
  readonly wrong: number = $derived(this.rows.filter(({ problem }) => problem !== null).length);
  /** Whoever is here already is left out. */
  readonly fresh: number = $derived(
    this.rows.filter((row) => row.problem === null && !row.already_here).length,
  );
  readonly ready: boolean = $derived(this.preview.current && this.fresh > 0 && this.wrong === 0);

  constructor(organisation: string) {
    this.#organisation = organisation;
  }

  /** To be called whenever the text changed. */
  changed(): void {
    this.failed = null;
    this.preview.changed(this.text.trim() === '');
  }

  /** Invites everybody, or nobody. Gives how many were invited; null when `failed` says why not. */
  async invite(): Promise<number | null> {
    if (!this.ready || this.inviting) return null;
    this.inviting = true;
    const answer = await this.#ask(false);
    this.inviting = false;
    this.failed = answer.problem ?? null;
    if (answer.data) return answer.data.invited;
    // What was right a moment ago is not any more: somebody was invited elsewhere, say.
    if (answer.problem.status === 422 || answer.problem.status === 409) await this.preview.look();
    return null;
  }

  #ask(preview: boolean) {
    const params = { path: { id: this.#organisation } };
    const body = { text: this.text, language: locale.current, preview };
    return outcome(api.POST('/api/v1/organisations/{id}/accounts/import', { params, body }));
  }
}
