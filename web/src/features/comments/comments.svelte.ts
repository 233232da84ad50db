import type { Problem } from '../../api/problem';
import type { CommentThread } from '../../api/types';
import type { Outcome } from '../../api/client';
import type { Anchor, Discussion, Passage } from '../../realtime/discussion';
import { listenTo, type Heard } from '../../realtime/happenings';
import { arrange, countByItem, keyOf, type Arranged, type Standing } from './arranging';
import { draftKey, DraftShelf, type Draft, type Drafts } from './drafts';
import { beginThread, loadThread, loadThreads, type Words } from './load';

export interface Place {
  partnership: string;
  board: string;
  account: string;
  mayComment: boolean;
}

/** Where the focus goes of somebody who opens the panel to read. */
export const PANEL = 'panel';

export type Filter = 'open' | 'resolved';

/** What is said about a board, read again as people say more; it knows no DOM. */
export class BoardComments implements Discussion {
  readonly mayComment: boolean;
  threads: CommentThread[] = $state.raw([]);
  /** Why they could not be read. */
  problem: Problem | null = $state.raw(null);
  loaded = $state(false);
  isShown = $state(false);
  filter: Filter = $state('open');
  chosen: string | null = $state(null);
  /** Where somebody wants to type, until the focus is there. */
  wantsFocus: string | null = $state(null);
  /** What was typed here and not sent, the empty field of somebody who is about to type included. */
  drafts: Drafts = $state.raw({});

  #place: Place;
  #shelf: DraftShelf;
  #standing: Standing = $state.raw({});
  #looks = 0;
  #counts = $derived(countByItem(this.threads));
  #open = $derived(this.threads.filter(({ status }) => status === 'open'));
  #passages = $derived(this.#open.flatMap(passageOf));
  #shown = $derived(
    arrange(
      this.threads.filter(({ status }) => status === this.filter),
      this.#standing,
    ),
  );

  constructor(place: Place, storage?: Storage) {
    this.#place = place;
    this.mayComment = place.mayComment;
    this.#shelf = new DraftShelf(place.account, place.board, storage);
    if (place.mayComment) this.drafts = this.#shelf.read();
    this.isShown = Object.keys(this.drafts).length > 0;
  }

  get openCount(): number {
    return this.#open.length;
  }
  get passages(): readonly Passage[] {
    return this.#passages;
  }
  get arranged(): Arranged[] {
    return this.#shown;
  }
  /** New threads that somebody is about to begin. */
  get fresh(): [string, Draft][] {
    return Object.entries(this.drafts).filter(([, { anchor }]) => anchor !== undefined);
  }

  /** Reads them now and as they change; gives back what ends that. */
  follow(): () => void {
    void this.look();
    return listenTo(this.#place.partnership, (heard) => this.#hear(heard));
  }

  async look(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const { data, problem } = await loadThreads(this.#place.board);
    // Of two that are under way the later one knows more.
    if (look !== this.#looks) return;
    this.problem = problem ?? null;
    if (!data) return;
    this.threads = data;
    this.loaded = true;
  }

  #hear(heard: Heard): void {
    if (heard === 'missed') return void this.look();
    if (!/^(comment|thread)\./.test(heard.type) || heard.data['board'] !== this.#place.board) return;
    if (typeof heard.data['thread'] === 'string') void this.lookAt(heard.data['thread']);
  }

  /** Reads one thread anew. */
  async lookAt(id: string): Promise<void> {
    const look = this.#looks;
    const { data, problem } = await loadThread(id);
    if (data) this.take(data);
    else if (problem.status === 404) this.drop(id);
    // All of it was read meanwhile, maybe before this happened.
    if (look !== this.#looks && !data) void this.look();
  }

  /** A thread as the server says it is now. */
  take(thread: CommentThread): void {
    const others = this.threads.filter(({ id }) => id !== thread.id);
    this.threads = [...others, thread].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }

  drop(id: string): void {
    this.threads = this.threads.filter((thread) => thread.id !== id);
  }

  count(kind: 'card' | 'role' | 'value', id: string): number {
    return this.#counts.get(`${kind} ${id}`) ?? 0;
  }

  about(anchor: Anchor, quote: string): void {
    this.isShown = true;
    this.filter = 'open';
    const there = this.arranged.find(
      ({ thread }) => anchor.kind !== 'passage' && keyOf(thread) === anchor.id,
    );
    const key = there?.thread.id ?? draftKey(anchor);
    this.chosen = key;
    this.wantsFocus = key;
    if (there || !this.mayComment) return;
    // Who only looked and typed nothing leaves no empty fields behind.
    const typed = Object.entries(this.drafts).filter(([, { text }]) => text.trim() !== '');
    this.drafts = { [key]: { text: '', anchor, quote }, ...Object.fromEntries(typed) };
  }

  choose(thread: string): void {
    this.isShown = true;
    const status = this.threads.find(({ id }) => id === thread)?.status;
    if (status) this.filter = status;
    this.chosen = thread;
  }

  toggle(): void {
    this.isShown = !this.isShown;
    this.wantsFocus = this.isShown ? PANEL : null;
    if (!this.isShown) this.chosen = null;
  }

  stands(part: string, keys: readonly string[]): void {
    if (this.#standing[part]?.join() === keys.join()) return;
    this.#standing = { ...this.#standing, [part]: keys };
  }

  /** Remembers what is typed. */
  keep(key: string, draft: Draft): void {
    this.drafts = { ...this.drafts, [key]: draft };
    this.#shelf.write(this.drafts);
  }

  /** It was sent or thrown away, and the field goes: the focus stays in the panel. */
  done(key: string): void {
    const { [key]: _, ...others } = this.drafts;
    this.drafts = others;
    this.#shelf.write(others);
    this.wantsFocus = PANEL;
  }

  /** Begins the thread of a draft. */
  async begin(key: string, words: Words): Promise<Outcome<CommentThread>> {
    const anchor = this.drafts[key]?.anchor;
    if (!anchor) throw new Error('only a draft of a new thread begins one');
    const answer = await beginThread(this.#place.board, anchor, words);
    if (answer.data) {
      this.done(key);
      this.take(answer.data);
      this.chosen = answer.data.id;
    }
    return answer;
  }
}

function passageOf({ id, anchor, quote }: CommentThread): Passage[] {
  if (anchor.kind !== 'passage' || (anchor.field !== 'statement' && anchor.field !== 'horizon')) return [];
  return [{ thread: id, field: anchor.field, start: anchor.start, end: anchor.end, quote }];
}
