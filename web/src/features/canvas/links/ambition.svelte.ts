import type { Account, Partnership } from '../../../api/types';
import { problemWords } from '../../../api/problem';
import { identityIn, type LiveBoard } from '../../../realtime/live_board';
import { putBackBoard, takeBoard } from '../../../realtime/shelf';
import { watch } from '../../../realtime/watch.svelte';
import { mayWrite } from '../variants/in_row';
import { loadAmbitionBoard } from './load';
import { ambitionRoots, readPassages, wordsNow, type Passage } from '../../../card_links/passages';

interface Reading {
  live: LiveBoard;
  passages: { readonly current: Passage[] };
}

/** The ambition as it stands there now, for who links a card to words of it. It is opened when somebody looks at it. */
export class AmbitionWords {
  /** Why it could not be read. */
  problem: string | null = $state(null);

  #reading: Reading | null = $state.raw(null);

  /** Opens it; what is given back closes it. */
  open(partnership: Partnership, account: Account): () => void {
    let left = false;
    void loadAmbitionBoard(partnership.id).then(({ data, problem }) => {
      this.problem = problem ? problemWords(problem) : null;
      if (left || !data) return;
      // As its room opens it, so that what one just wrote there and was not sent yet can be linked to.
      const readonly = !mayWrite(partnership);
      const live = takeBoard({ boardId: data, readonly, ...identityIn(partnership, account) });
      this.#reading = { live, passages: watch(ambitionRoots(live.doc), () => readPassages(live.doc)) };
    });
    return () => {
      left = true;
      if (this.#reading) putBackBoard(this.#reading.live);
      this.#reading = null;
    };
  }

  /** The board that it stands on, once it was read. */
  get board(): string | null {
    return this.#reading?.live.synced ? this.#reading.live.id : null;
  }

  get passages(): Passage[] {
    return this.board === null ? [] : (this.#reading?.passages.current ?? []);
  }

  /** How a passage reads now, or null when those words are gone; its old words until the ambition was read. */
  now(passage: Passage): string | null {
    if (this.board === null || !this.#reading) return passage.quote;
    void this.#reading.passages.current;
    return wordsNow(this.#reading.live.doc, passage);
  }
}
