import { diffArrays, diffWordsWithSpace } from 'diff';
import type { RichBlock, RichInline } from '../../../rich_text/document';

/** The words of a version, or those that stand there now. */
export interface Words {
  headline: string;
  statement: RichBlock[];
}

/** A run of words that stayed, came or went. */
export interface Part {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What became of a passage; `restyled`: the same words, set in another way. */
export interface Row {
  kind: 'same' | 'added' | 'removed' | 'changed' | 'restyled';
  form: Form;
  parts: Part[];
}

/** What a passage is. */
export type Form = 'headline' | 'heading' | 'item' | 'paragraph';

/** So much of their words two passages share that are the same one, written differently. */
const LIKENESS = 0.4;

/** How some words became others, passage by passage, in the order in which one reads. */
export function compare(before: Words, after: Words): Row[] {
  const rows: Row[] = [];
  let gone: Passage[] = [];
  const changes = diffArrays(passagesOf(before), passagesOf(after), {
    comparator: (one, other) => one.text === other.text && one.look === other.look,
  });
  for (const { added, removed, value } of changes) {
    if (removed) {
      gone = value;
      continue;
    }
    if (added) {
      rows.push(...pair(gone, value));
    } else {
      rows.push(...gone.map((passage) => row('removed', passage)));
      rows.push(...value.map((passage) => row('same', passage)));
    }
    gone = [];
  }
  return [...rows, ...gone.map((passage) => row('removed', passage))];
}

/** The words of a row as they were, or as they became. */
export function sideOf<Of extends Part>(parts: readonly Of[], side: 'before' | 'after'): Of[] {
  return parts.filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'));
}

/** The blanks before some words, the words, and the blanks behind: only words are marked, as long as there are any. */
export function aroundWords(text: string): [string, string, string] {
  const words = text.trim();
  if (words === '') return ['', text, ''];
  const start = text.indexOf(words);
  return [text.slice(0, start), words, text.slice(start + words.length)];
}

interface Passage {
  form: Form;
  text: string;
  /** What makes it look as it does besides its words. */
  look: string;
}

/** Matches passages that went with those that came in their place, without crossing. */
function pair(gone: readonly Passage[], come: readonly Passage[]): Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (const before of gone) {
    const found = come.findIndex((after, index) => index >= next && isLike(before, after));
    if (found < 0) {
      rows.push(row('removed', before));
      continue;
    }
    rows.push(...come.slice(next, found).map((passage) => row('added', passage)));
    rows.push(change(before, come[found] as Passage));
    next = found + 1;
  }
  return [...rows, ...come.slice(next).map((passage) => row('added', passage))];
}

function isLike(before: Passage, after: Passage): boolean {
  if (before.form === 'headline' || after.form === 'headline') return before.form === after.form;
  const [these, those] = [wordsOf(before.text), wordsOf(after.text)];
  const both = [...these].filter((word) => those.has(word)).length;
  return both >= LIKENESS * Math.max(these.size, those.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function change(before: Passage, after: Passage): Row {
  if (before.text === after.text) return row('restyled', after);
  return { kind: 'changed', form: after.form, parts: joined(wordChanges(before.text, after.text)) };
}

function wordChanges(before: string, after: string): Part[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/**
 * Words that went, and those that came for them, each in one run: a space that stayed between two changed words says
 * nothing.
 */
function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') found.push({ kind: 'removed', text: removed });
    if (added !== '') found.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  parts.forEach((part, index) => {
    const isBetween = removed !== '' && added !== '' && part.text.trim() === '' && index < parts.length - 1;
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else if (isBetween) [removed, added] = [removed + part.text, added + part.text];
    else {
      flush();
      found.push(part);
    }
  });
  flush();
  return found;
}

function row(kind: 'same' | 'added' | 'removed' | 'restyled', { form, text }: Passage): Row {
  const part = kind === 'restyled' ? 'same' : kind;
  return { kind, form, parts: text === '' ? [] : [{ kind: part, text }] };
}

function passagesOf({ headline, statement }: Words): Passage[] {
  const first: Passage = { form: 'headline', text: headline.trim(), look: 'headline' };
  return [first, ...statement.flatMap((block) => blockPassages(block, 0))].filter(({ text }) => text !== '');
}

function blockPassages(block: RichBlock, depth: number): Passage[] {
  if (block.kind === 'list') {
    const [mark, start] = block.ordered ? ['number', block.start] : ['bullet', 0];
    return block.items.flatMap((item) =>
      item
        .flatMap((inside) => blockPassages(inside, depth + 1))
        .map((passage): Passage => {
          const form = passage.form === 'paragraph' ? 'item' : passage.form;
          return { ...passage, form, look: `${mark} ${start} ${passage.look}` };
        }),
    );
  }
  const form = block.kind === 'heading' ? 'heading' : 'paragraph';
  const level = block.kind === 'heading' ? block.level : 0;
  return [{ form, text: textOf(block.inline), look: `${form} ${level} ${depth} ${lookOf(block.inline)}` }];
}

function textOf(inline: readonly RichInline[]): string {
  return inline
    .map((part) => (part.kind === 'break' ? '\n' : part.text))
    .join('')
    .trim();
}

/** How the letters are set, whatever pieces they come in. */
function lookOf(inline: readonly RichInline[]): string {
  const looks: { marks: string; length: number }[] = [];
  for (const part of inline) {
    if (part.kind === 'break') continue;
    const marks = JSON.stringify([part.bold, part.italic, part.link]);
    const last = looks.at(-1);
    if (last?.marks === marks) last.length += part.text.length;
    else looks.push({ marks, length: part.text.length });
  }
  return looks.length === 1 ? (looks[0]?.marks ?? '') : JSON.stringify(looks);
}
