import { Entries } from '../../realtime/entries.svelte';
import type { LiveBoard } from '../../realtime/live_board';
import {
  addValue,
  moveValue,
  ORIGIN,
  readValues,
  removeValue,
  restoreValue,
  valuesRoot,
  valueTexts,
  type Value,
} from './document';

/** What one person sees and does among the values; it knows no DOM. */
export class ValuesState extends Entries<Value> {
  #doc: LiveBoard['doc'];

  constructor(live: LiveBoard) {
    super(live, {
      presence: 'value',
      origin: ORIGIN,
      root: valuesRoot,
      read: readValues,
      add: addValue,
      move: moveValue,
      remove: removeValue,
      restore: restoreValue,
    });
    this.#doc = live.doc;
  }

  texts(id: string): ReturnType<typeof valueTexts> {
    void this.all;
    return valueTexts(this.#doc, id);
  }
}
