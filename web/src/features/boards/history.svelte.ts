import type { Problem } from '../../api/problem';
import type { BoardContent } from '../../api/types';
import type { LiveBoard } from '../../realtime/live_board';
import { afterChanges } from './follow';
import { loadPast, loadTimeline, type Stretch } from './load';
import { withNewest, withOlder, type Page } from './pages';
import { byDay, indexAt, type Day } from './timeline';

/** So far back is looked by itself for a moment that somebody came to by its address. */
const PAGES_TO_LOOK_THROUGH = 20;

/** Who wrote when on a board, and how it was at one moment. */
export class History {
  problem: Problem | null = $state.raw(null);
  loadingMore = $state(false);
  now = $state.raw(new Date());
  /** The moment asked for: the number of a change. */
  at: number | null = $state(null);
  /** The board at that moment, or at the one before it while this one is on its way. */
  past: BoardContent | null = $state.raw(null);
  pastProblem: Problem | null = $state.raw(null);

  #live: LiveBoard;
  #page: Page<Stretch> | null = $state.raw(null);
  /** A moment never changes, so each is asked for once. */
  #seen = new Map<number, BoardContent>();

  readonly days: Day[] = $derived(byDay(this.stretches, this.now));
  readonly #index: number = $derived(this.at === null ? -1 : indexAt(this.stretches, this.at));

  constructor(live: LiveBoard) {
    this.#live = live;
  }

  get loaded(): boolean {
    return this.#page !== null;
  }

  get stretches(): Stretch[] {
    return this.#page?.items ?? [];
  }

  get more(): boolean {
    return this.#page?.next != null;
  }

  /** The work that led to the moment. */
  get chosen(): Stretch | null {
    return this.stretches[this.#index] ?? null;
  }

  get earlier(): Stretch | null {
    return this.#index < 0 ? null : (this.stretches[this.#index + 1] ?? null);
  }

  get later(): Stretch | null {
    return this.stretches[this.#index - 1] ?? null;
  }

  /** Nothing was written after the moment asked for. */
  get isNow(): boolean {
    const newest = this.stretches[0];
    return newest === undefined || (this.at !== null && this.at >= newest.seq);
  }

  /** What is shown is what was asked for. */
  get arrived(): boolean {
    return this.past?.seq === this.at;
  }

  follow(): () => void {
    void this.look();
    return afterChanges(this.#live.doc, () => void this.look());
  }

  async look(): Promise<void> {
    const answer = await loadTimeline(this.#live.id);
    this.now = new Date();
    this.problem = answer.problem ?? null;
    if (!answer.data) return;
    this.#page = this.#page ? withNewest(this.#page, answer.data, ({ from_seq }) => from_seq) : answer.data;
    await this.#lookFor(this.at);
  }

  async lookFurther(): Promise<void> {
    const cursor = this.#page?.next;
    if (!cursor || this.loadingMore) return;
    this.loadingMore = true;
    const answer = await loadTimeline(this.#live.id, cursor);
    this.loadingMore = false;
    this.problem = answer.problem ?? null;
    if (answer.data && this.#page) this.#page = withOlder(this.#page, answer.data);
  }

  async show(at: number | null): Promise<void> {
    this.at = at;
    this.pastProblem = null;
    if (at === null) return;
    const seen = this.#seen.get(at);
    const answer = seen ? { data: seen } : await loadPast(this.#live.id, at);
    if (answer.data) this.#seen.set(at, answer.data);
    if (this.at !== at) return;
    this.past = answer.data ?? null;
    this.pastProblem = answer.problem ?? null;
    if (this.loaded) await this.#lookFor(at);
  }

  async #lookFor(at: number | null): Promise<void> {
    for (let page = 1; page < PAGES_TO_LOOK_THROUGH; page += 1) {
      if (at === null || this.at !== at || at === 0 || this.chosen || !this.more || this.problem) return;
      await this.lookFurther();
    }
  }
}
