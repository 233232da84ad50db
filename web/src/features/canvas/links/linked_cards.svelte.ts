import type { Note } from '../document';
import type { Variant } from '../variants/load';
import type { Hanging } from './hanging';
import { loadCards } from '../../../card_links/load';

/** A card that another hangs together with. */
export interface LinkedCard {
  block: string;
  text: string;
  /** In which other variant it stands; null on this canvas. */
  variant: string | null;
}

/** What cards say that others hang together with: those of this canvas live, and those of other variants as they were read. */
export class LinkedCards {
  readonly #board: string;
  #here: () => readonly Note[];
  #variants: () => readonly Variant[];
  #elsewhere = $state.raw<Record<string, Pick<Note, 'id' | 'text'> & { block: string }>>({});

  constructor(board: string, here: () => readonly Note[], variants: () => readonly Variant[]) {
    this.#board = board;
    this.#here = here;
    this.#variants = variants;
  }

  /** Reads the other variants that something hangs together with. */
  async read(hanging: readonly Hanging[]): Promise<void> {
    const boards = new Set(
      hanging.flatMap(({ target }) =>
        target.kind === 'card' && target.board_id !== this.#board ? [target.board_id] : [],
      ),
    );
    for (const board of boards) {
      const { data = [] } = await loadCards(board);
      const read = data.map((note) => [`${board} ${note.id}`, note] as const);
      this.#elsewhere = { ...this.#elsewhere, ...Object.fromEntries(read) };
    }
  }

  /** Null as long as it was not read. */
  find(board: string, card: string): LinkedCard | null {
    if (board === this.#board) {
      const note = this.#here().find(({ id }) => id === card);
      return note ? { block: note.block, text: note.text, variant: null } : null;
    }
    const note = this.#elsewhere[`${board} ${card}`];
    const variant = this.#variants().find(({ id }) => id === board)?.title ?? '';
    return note ? { block: note.block, text: note.text, variant } : null;
  }
}
