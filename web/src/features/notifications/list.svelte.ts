import type { Problem } from '../../api/problem';
import type { OwnNotification } from '../../api/types';
import { loadNotifications } from './load';

/** Unread or read notifications, page after page. */
export class NotificationSection {
  /** Null until they were read once. */
  items: OwnNotification[] | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  next: string | null = $state.raw(null);
  busy = $state(false);

  #state: 'unread' | 'read';
  #asked = 0;

  constructor(state: 'unread' | 'read') {
    this.#state = state;
  }

  /** From the beginning. What is there stays until it is replaced. */
  reload(): Promise<void> {
    return this.#ask(null);
  }

  async more(): Promise<void> {
    if (this.next !== null && !this.busy) await this.#ask(this.next);
  }

  async #ask(cursor: string | null): Promise<void> {
    const asked = ++this.#asked;
    this.busy = true;
    const answer = await loadNotifications(this.#state, cursor);
    // Of two that are under way the later one knows more.
    if (asked !== this.#asked) return;
    this.busy = false;
    this.problem = answer.problem ?? null;
    if (!answer.data) return;
    this.items = cursor === null ? answer.data.items : [...(this.items ?? []), ...answer.data.items];
    this.next = answer.data.next;
  }
}
