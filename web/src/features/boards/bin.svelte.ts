import type { Problem } from '../../api/problem';
import type { LiveBoard } from '../../realtime/live_board';
import { afterChanges } from './follow';
import { loadBin, restore, type BinItem } from './load';
import { withNewest, withOlder, type Page } from './pages';

/** What was deleted from a board, read again as people delete and put back. */
export class Bin {
  problem: Problem | null = $state.raw(null);
  /** Why something could not be put back. */
  refused: Problem | null = $state.raw(null);
  /** What is being put back. */
  busy: string | null = $state(null);
  loadingMore = $state(false);
  /** When the list was read: what "3 minutes ago" counts from. */
  now = $state.raw(new Date());

  #live: LiveBoard;
  #page: Page<BinItem> | null = $state.raw(null);
  /** Put back by this person; a reading that was on its way would show it once more. */
  #restored = new Set<string>();

  constructor(live: LiveBoard) {
    this.#live = live;
  }

  get loaded(): boolean {
    return this.#page !== null;
  }

  get items(): BinItem[] {
    return this.#page?.items ?? [];
  }

  get more(): boolean {
    return this.#page?.next != null;
  }

  /** Reads the bin, and again after every change of the board; gives back what ends that. */
  follow(): () => void {
    void this.look();
    return afterChanges(this.#live.doc, () => void this.look());
  }

  async look(): Promise<void> {
    const answer = await loadBin(this.#live.id);
    this.now = new Date();
    this.problem = answer.problem ?? null;
    if (!answer.data) return;
    const newest = { ...answer.data, items: answer.data.items.filter(({ id }) => !this.#restored.has(id)) };
    this.#page = this.#page ? withNewest(this.#page, newest, ({ id }) => id) : newest;
  }

  async lookFurther(): Promise<void> {
    const loaded = this.#page;
    if (!loaded?.next || this.loadingMore) return;
    this.loadingMore = true;
    const answer = await loadBin(this.#live.id, loaded.next);
    this.loadingMore = false;
    this.problem = answer.problem ?? null;
    if (answer.data && this.#page) this.#page = withOlder(this.#page, answer.data);
  }

  /** Puts something back where it was. False when that could not be done; `refused` says why. */
  async putBack(item: BinItem): Promise<boolean> {
    if (this.busy !== null) return false;
    this.busy = item.id;
    const { problem } = await restore(this.#live.id, item.id);
    this.busy = null;
    this.refused = problem ?? null;
    const gone = !problem || problem.status === 404 || problem.status === 409;
    if (gone) this.#forget(item.id);
    return !problem;
  }

  #forget(id: string): void {
    this.#restored.add(id);
    if (this.#page) this.#page = { ...this.#page, items: this.items.filter((item) => item.id !== id) };
  }
}
