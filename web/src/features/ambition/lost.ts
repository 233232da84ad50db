import type * as Y from 'yjs';
import { letGo, lostFrom, putBack } from '../../rich_text/lost_passages';
import { ambitionTexts, ORIGIN } from './document';

/** A passage that others deleted while this person wrote in it. */
export interface LostPassage {
  field: 'headline' | 'statement' | 'horizon';
  /** Its place among the lost passages of its field. */
  index: number;
  text: string;
}

export function lostPassages(lost: Y.Doc | null, field: LostPassage['field']): LostPassage[] {
  if (!lost) return [];
  const texts = field === 'headline' ? lostLines(lost) : lostFrom(lost, field);
  return texts.map((text, index) => ({ field, index, text }));
}

/** Puts it back into the text, with its formatting; a headline behind the one that stands there by now. */
export function restorePassage(doc: Y.Doc, lost: Y.Doc, { field, index, text }: LostPassage): void {
  if (field === 'headline') {
    const { headline } = ambitionTexts(doc);
    const again = headline.length > 0 ? ` ${text}` : text;
    doc.transact(() => headline.insert(headline.length, again), ORIGIN);
    return;
  }
  putBack(doc, lost, { root: field, index }, ORIGIN);
}

export function forgetPassage(lost: Y.Doc, { field, index }: LostPassage): void {
  if (field !== 'headline') return letGo(lost, { root: field, index });
  const lines = lostLines(lost);
  const before = lines.slice(0, index).reduce((length, line) => length + line.length + 1, 0);
  ambitionTexts(lost).headline.delete(before, (lines[index]?.length ?? 0) + 1);
}

/** A headline is one line, and each that was lost ends with a break. */
function lostLines(lost: Y.Doc): string[] {
  return ambitionTexts(lost).headline.toString().split('\n').slice(0, -1);
}
