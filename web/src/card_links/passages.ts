import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { resembles } from '../rich_text/resemblance';
import type { Target } from './load';

type KeptPassage = Extract<Target, { kind: 'passage' }>;
/** A paragraph, a heading or an item of the ambition, as it is kept with what hangs on it. */
export type Passage = Pick<KeptPassage, 'field' | 'start' | 'end' | 'quote'>;

const FIELDS = ['statement', 'horizon'] as const;
/** As the server keeps it, in characters. */
const LONGEST_QUOTE = 500;

/** What follows these texts: whoever watches them sees when a passage becomes another. */
export function ambitionRoots(doc: Y.Doc): Y.XmlFragment[] {
  return FIELDS.map((field) => doc.getXmlFragment(field));
}

/** The passages of the ambition, in the order in which one reads; those without words are left out. */
export function readPassages(doc: Y.Doc): Passage[] {
  return FIELDS.flatMap((field) =>
    blocksIn(doc.getXmlFragment(field)).flatMap((block): Passage[] => {
      const texts = textsIn(block);
      const [first, last, words] = [texts[0], texts.at(-1), wordsOf(block)];
      if (!first || !last || words === '') return [];
      const quote = [...words].slice(0, LONGEST_QUOTE).join('');
      return [{ field, start: encode(first, 0, 0), end: encode(last, last.length, -1), quote }];
    }),
  );
}

/** How a passage reads now; null when those words are gone. */
export function wordsNow(doc: Y.Doc, passage: Passage): string | null {
  return findNow(doc, passage)?.words ?? null;
}

/** Where a passage stands now among all that {@link readPassages} could give of its field, and how it reads; null when it is gone. */
export function findNow(doc: Y.Doc, { field, start, quote }: Passage): { at: number; words: string } | null {
  const block = blockAt(doc, start);
  const at = block ? blocksIn(doc.getXmlFragment(field)).indexOf(block) : -1;
  if (!block || at < 0) return null;
  const words = wordsOf(block);
  return resembles(words, quote) || words.includes(quote) ? { at, words } : null;
}

function encode(text: Y.XmlText, index: number, side: 0 | -1): string {
  return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side)));
}

function blockAt(doc: Y.Doc, start: string): Y.XmlElement | null {
  try {
    const position = Y.decodeRelativePosition(fromBase64(start));
    // Looking for a root that is not there would make one; words never stand in a root.
    if (position.tname !== null) return null;
    const text = Y.createAbsolutePositionFromRelativePosition(position, doc)?.type;
    const block = text instanceof Y.XmlText ? text.parent : null;
    return block instanceof Y.XmlElement ? block : null;
  } catch {
    // What a page of others said may be anything.
    return null;
  }
}

/** What holds words itself, however deep it stands. */
function blocksIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] {
  return parent
    .toArray()
    .filter((child) => child instanceof Y.XmlElement)
    .flatMap((element) => (textsIn(element).length > 0 ? [element] : blocksIn(element)));
}

function textsIn(block: Y.XmlElement): Y.XmlText[] {
  return block.toArray().filter((child) => child instanceof Y.XmlText);
}

function wordsOf(block: Y.XmlElement): string {
  return block
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? plain(child) : '\n'))
    .join('')
    .trim();
}

/** The letters without how they are set. */
function plain(text: Y.XmlText): string {
  return (text.toDelta() as { insert?: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('');
}
