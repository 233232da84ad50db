import type { NewOverlap, Partner } from '../../../api/types';
import type { Selected } from './selection';

export const LONGEST_WORDS = 300;
export const LONGEST_QUOTE = 500;

/** What is said of an overlap: where partners touch, whose words those are, and which. */
export interface OverlapForm {
  words: string;
  /** By the id of each partner. What was taken of one that is not chosen any more comes back with it. */
  chosen: Record<string, boolean>;
  quotes: Record<string, string>;
}

const WORDS = 'words';
const WITH = 'with.';
const QUOTE = 'quote.';

/** What was kept of the form, and what somebody selected before they opened it. */
export function openedForm(kept: Record<string, string>, selected: Selected | null): OverlapForm {
  const form: OverlapForm = { words: kept[WORDS] ?? '', chosen: {}, quotes: {} };
  for (const [field, value] of Object.entries(kept)) {
    if (field.startsWith(WITH)) form.chosen[field.slice(WITH.length)] = true;
    if (field.startsWith(QUOTE)) form.quotes[field.slice(QUOTE.length)] = value;
  }
  if (selected) {
    form.chosen[selected.partner] = true;
    form.quotes[selected.partner] = selected.quote;
  }
  return form;
}

/** The same as it is kept until it is sent. */
export function keptOf({ words, chosen, quotes }: OverlapForm): Record<string, string> {
  return {
    ...(words !== '' && { [WORDS]: words }),
    ...Object.fromEntries(Object.keys(chosen).flatMap((id) => (chosen[id] ? [[`${WITH}${id}`, 'yes']] : []))),
    ...Object.fromEntries(Object.keys(quotes).map((id) => [`${QUOTE}${id}`, quotes[id] ?? ''])),
  };
}

/** What is sent: of the partners that are chosen, in the order of their marks. */
export function sentOf({ words, chosen, quotes }: OverlapForm, partners: readonly Partner[]): NewOverlap {
  const parts = partners
    .filter(({ id }) => chosen[id])
    .map(({ id }) => ({ partner_id: id, quote: (quotes[id] ?? '').trim() }));
  return { words: words.trim(), parts };
}
