import { FormShelf } from '../../../ui/form_shelf';
import type { Draft } from './stage';

const NOTHING: Draft = { text: '', card: null };

/** What somebody is typing for themselves. It stays on this device until it is on a card, or let go. */
export class Drafts {
  #shelf: FormShelf;

  constructor(account: string, partnership: string, brainstorm: string, storage?: Storage) {
    this.#shelf = new FormShelf(account, partnership, `brainstorm.${brainstorm}`, storage);
  }

  read(): Draft {
    const { text, card } = this.#shelf.read().fields;
    return text === undefined ? NOTHING : { text, card: card === undefined || card === '' ? null : card };
  }

  keep({ text, card }: Draft): void {
    if (text === '' && card === null) this.#shelf.remove();
    else this.#shelf.write({ text, card: card ?? '' });
  }

  letGo(): void {
    this.#shelf.remove();
  }
}
