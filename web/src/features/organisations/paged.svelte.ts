import type { Outcome } from '../../api/client';
import type { Problem } from '../../api/problem';

/** Somebody who types on is not interrupted. */
const QUIET_MS = 250;

export interface Query {
  search?: string;
  status?: string;
  cursor?: string;
}
export interface Page<Item> {
  items: Item[];
  next?: string | null;
}

/** A list that is looked through: page after page, by words and by how things stand. */
export class Paged<Item extends { id: string }> {
  search = $state('');
  status = $state('');
  items: Item[] | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  next: string | null = $state.raw(null);
  busy = $state(false);

  #load: (query: Query) => Promise<Outcome<Page<Item>>>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** Nothing was looked for: an empty list is empty by itself. */
  readonly whole: boolean = $derived(this.search.trim() === '' && this.status === '');

  constructor(load: (query: Query) => Promise<Outcome<Page<Item>>>) {
    this.#load = load;
  }

  /** To be called whenever what is looked for changed. */
  changed(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), QUIET_MS);
  }

  close(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
  }

  /** From the beginning. What is there stays until it is replaced. */
  reload(): Promise<void> {
    return this.#ask(null);
  }

  async more(): Promise<void> {
    if (this.next !== null && !this.busy) await this.#ask(this.next);
  }

  /** Something in the list changed, and stays where it is. */
  replace(item: Item): void {
    this.items = this.items?.map((one) => (one.id === item.id ? item : one)) ?? null;
  }

  async #ask(cursor: string | null): Promise<void> {
    const asked = ++this.#asked;
    this.busy = true;
    const answer = await this.#load({
      ...(this.search.trim() !== '' && { search: this.search.trim() }),
      ...(this.status !== '' && { status: this.status }),
      ...(cursor !== null && { cursor }),
    });
    // Something else was asked meanwhile; its answer counts.
    if (asked !== this.#asked) return;
    this.busy = false;
    this.problem = answer.problem ?? null;
    if (!answer.data) return;
    this.items = cursor === null ? answer.data.items : [...(this.items ?? []), ...answer.data.items];
    this.next = answer.data.next ?? null;
  }
}
