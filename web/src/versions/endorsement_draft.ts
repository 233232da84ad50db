import type { EndorsementAnswer } from '../api/types';
import type { FormShelf } from '../ui/form_shelf';

const ANSWERS: readonly string[] = ['yes', 'yes_with_wish', 'not_yet'] satisfies EndorsementAnswer[];

/** What somebody typed about a version and did not send. */
export interface EndorsementDraft {
  answer: EndorsementAnswer | '';
  words: string;
}

export interface KeptDraft extends EndorsementDraft {
  /** The version it was typed about. */
  about: number;
}

export const NOTHING_TYPED: EndorsementDraft = { answer: '', words: '' };

export function isTyped({ answer, words }: EndorsementDraft): boolean {
  return answer !== '' || words.trim() !== '';
}

/**
 * What was kept about this version; else the words about an earlier one that is closed, of which the newest come first. A yes
 * was a yes to those words: it has to be said again.
 */
export function keptDraft(
  shelfOf: (number: number) => Pick<FormShelf, 'read'>,
  number: number,
  closed: readonly number[],
): KeptDraft {
  const own = readDraft(shelfOf(number));
  if (isTyped(own)) return { ...own, about: number };
  for (const about of closed.filter((earlier) => earlier < number).toSorted((one, other) => other - one)) {
    const earlier = readDraft(shelfOf(about));
    if (earlier.words.trim() !== '') return { ...earlier, about };
  }
  return { ...NOTHING_TYPED, about: number };
}

export function takesWords({ answer }: Pick<EndorsementDraft, 'answer'>): boolean {
  return answer === 'yes_with_wish' || answer === 'not_yet';
}

function readDraft(shelf: Pick<FormShelf, 'read'>): EndorsementDraft {
  const { answer, words } = shelf.read().fields;
  const known = answer !== undefined && ANSWERS.includes(answer) ? (answer as EndorsementAnswer) : '';
  return { answer: known, words: words ?? '' };
}
