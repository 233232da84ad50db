import { blocks, type Block } from '../../../content/canvas';
import { notesIn, type Note } from '../document';

export type Side = 'first' | 'second';

/** A card, and whether the other side has one that says the same. */
export interface Compared {
  note: Note;
  onlyHere: boolean;
}

/** One block of both canvases. */
export type ComparedBlock = { block: Block } & Record<Side, Compared[]>;

/**
 * Two canvases, block by block. A card stands in both when it says the same in the same block; for whom it is does not
 * matter for that. Of two cards that say the same on one side, each has one of its own on the other, or stands alone.
 */
export function compareCanvases(first: readonly Note[], second: readonly Note[]): ComparedBlock[] {
  return blocks.map((block) => {
    const [here, there] = [saying(notesIn(first, block.id)), saying(notesIn(second, block.id))];
    return { block, first: against(here, there), second: against(there, here) };
  });
}

/** How many cards stand on one side alone. */
export function countAlone(compared: readonly ComparedBlock[], side: Side): number {
  return compared.reduce((count, block) => count + block[side].filter(({ onlyHere }) => onlyHere).length, 0);
}

/** An empty card is no thought yet. */
function saying(notes: readonly Note[]): Note[] {
  return notes.filter(({ text }) => text.trim() !== '');
}

function against(notes: readonly Note[], others: readonly Note[]): Compared[] {
  const left = others.map(words);
  return notes.map((note) => {
    const twin = left.indexOf(words(note));
    if (twin >= 0) left.splice(twin, 1);
    return { note, onlyHere: twin < 0 };
  });
}

/** Blanks and capitals make no other thought. */
function words({ text }: Note): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
