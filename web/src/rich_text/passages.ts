import type { Node } from '@tiptap/pm/model';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { resembles } from './resemblance';

/** From where to where, in an editor. */
export interface Span {
  from: number;
  to: number;
}

/** A passage as it is kept with what is said about it. */
export interface Kept {
  /** Yjs relative positions, in base64. */
  start: string;
  end: string;
  quote: string;
}

/** The shared text behind an editor. */
export interface Binding {
  fragment: Y.XmlFragment;
  mapping: Parameters<typeof relativePositionToAbsolutePosition>[3];
}

/** As the server keeps it. */
const LONGEST_QUOTE = 500;
/** Fewer words stand in a text by chance. */
const SHORTEST_FOUND = 12;

/** The words in a selection, from the first letter to the last; nothing where none are. */
export function wordsIn(doc: Node, { from, to }: Span): Span | null {
  let span: Span | null = null;
  doc.nodesBetween(from, to, (node, start) => {
    if (!node.isText || !node.text) return;
    const first = Math.max(from, start);
    const last = Math.min(to, start + node.nodeSize);
    const text = node.text.slice(first - start, last - start);
    if (text.trim() === '') return;
    const begin = first + text.length - text.trimStart().length;
    span = { from: span?.from ?? begin, to: last - (text.length - text.trimEnd().length) };
  });
  return span;
}

/** What stands there, paragraphs on lines of their own. */
export function quoteOf(doc: Node, { from, to }: Span): string {
  return [...doc.textBetween(from, to, '\n', '\n')].slice(0, LONGEST_QUOTE).join('');
}

/**
 * Names the place of words in the shared text, so that it moves with them whoever writes around them: the start holds on
 * to the letter behind it and the end to the letter before it.
 */
export function keepPassage(doc: Node, span: Span, binding: Binding): Kept | null {
  const start = anchor(span.from, binding, 0);
  const end = anchor(span.to, binding, -1);
  return start !== null && end !== null ? { start, end, quote: quoteOf(doc, span) } : null;
}

/**
 * Where the words of a passage stand now; nothing when they are gone. Whoever types another sentence over them leaves the
 * letters that both begin and end with, so what stands between the ends must still be those words. An editor that splits
 * or joins paragraphs writes their words anew: those are found again by what they say, if that stands in the text once.
 */
export function findPassage(kept: Kept, doc: Node, binding: Binding): Span | null {
  const from = place(kept.start, binding);
  const to = place(kept.end, binding);
  if (from !== null && to !== null && from < to && to <= doc.content.size) {
    const span = wordsIn(doc, { from, to });
    if (span && resembles(doc.textBetween(span.from, span.to, '\n', '\n'), kept.quote)) return span;
  }
  return findWords(doc, kept.quote);
}

function anchor(position: number, { fragment, mapping }: Binding, side: 0 | -1): string | null {
  if (!fragment.doc) return null;
  // Behind a letter there is one text only that a position can name; before one it may be the text that ends there.
  const letter = side === 0 ? position + 1 : position;
  const named: unknown = absolutePositionToRelativePosition(letter, fragment, mapping);
  const there = Y.createAbsolutePositionFromRelativePosition(named as Y.RelativePosition, fragment.doc);
  if (!(there?.type instanceof Y.XmlText) || there.index === 0) return null;
  const index = side === 0 ? there.index - 1 : there.index;
  return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(there.type, index, side)));
}

function place(encoded: string, { fragment, mapping }: Binding): number | null {
  if (!fragment.doc) return null;
  try {
    const position = Y.decodeRelativePosition(fromBase64(encoded));
    // Looking for a root that is not there would make one; words never stand in a root.
    if (position.tname !== null) return null;
    const there = Y.createAbsolutePositionFromRelativePosition(position, fragment.doc);
    if (!there || !isIn(there.type, fragment)) return null;
    // The first letter of all is taken for a place that went astray; the one behind it is not.
    if (there.index > 0 || !(there.type instanceof Y.XmlText) || there.type.length === 0)
      return relativePositionToAbsolutePosition(fragment.doc, fragment, position, mapping);
    const behind = Y.createRelativePositionFromTypeIndex(there.type, 1, -1);
    const found: number | null = relativePositionToAbsolutePosition(fragment.doc, fragment, behind, mapping);
    return found === null ? null : found - 1;
  } catch {
    // What a page of others said may be anything.
    return null;
  }
}

/** Whether a text, and all that it is in, stands in the fragment. */
function isIn(type: Y.AbstractType<unknown>, fragment: Y.XmlFragment): boolean {
  let at: Y.AbstractType<unknown> | null = type;
  while (at && at !== fragment) {
    if (!at._item || at._item.deleted) return false;
    at = at.parent as Y.AbstractType<unknown> | null;
  }
  return at === fragment && type !== fragment;
}

function findWords(doc: Node, quote: string): Span | null {
  if (quote.length < SHORTEST_FOUND || quote.includes('\n')) return null;
  const found: Span[] = [];
  doc.descendants((node, start) => {
    if (!node.isTextblock) return;
    // Of what is no text one sign stands there, as long as it is for the editor.
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      found.push({ from: start + 1 + at, to: start + 1 + at + quote.length });
    }
  });
  const [only, ...others] = found;
  return only && others.length === 0 ? only : null;
}
