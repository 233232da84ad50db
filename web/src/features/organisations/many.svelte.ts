import { api, outcome } from '../../api/client';
import type { Problem } from '../../api/problem';
import type { AccountImportRow } from '../../api/types';
import { locale } from '../../locale.svelte';

/** Somebody who types on is not interrupted. */
const QUIET_MS = 350;

/** A list of people who are to be invited: what it is, and what the server would make of it. */
export class Many {
  text = $state('');
  rows: AccountImportRow[] = $state.raw([]);
  /** Why there are no rows. */
  problem: Problem | null = $state.raw(null);
  /** Why nobody was invited, or is not known to be. It can be tried again. */
  failed: Problem | null = $state.raw(null);
  inviting = $state(false);
  /** The rows belong to what is in the field now. */
  current = $state(true);

  #organisation: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly wrong: number = $derived(this.rows.filter(({ problem }) => problem !== null).length);
  /** Whoever is here already is left out. */
  readonly fresh: number = $derived(
    this.rows.filter((row) => row.problem === null && !row.already_here).length,
  );
  readonly ready: boolean = $derived(this.current && this.fresh > 0 && this.wrong === 0 && !this.problem);

  constructor(organisation: string) {
    this.#organisation = organisation;
  }

  /** To be called whenever the text changed. */
  changed(): void {
    this.#asked += 1;
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

  /** Asks what would come of the list. */
  async look(): Promise<void> {
    const asked = this.#asked;
    this.current = false;
    const answer = await this.#ask(true);
    if (asked === this.#asked) this.#show(answer.data?.rows ?? [], answer.problem ?? null);
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
    if (answer.problem.status === 422 || answer.problem.status === 409) await this.look();
    return null;
  }

  #show(rows: AccountImportRow[], problem: Problem | null): void {
    this.rows = rows;
    this.problem = problem;
    this.current = true;
  }

  #ask(preview: boolean) {
    const params = { path: { id: this.#organisation } };
    const body = { text: this.text, language: locale.current, preview };
    return outcome(api.POST('/api/v1/organisations/{id}/accounts/import', { params, body }));
  }
}
