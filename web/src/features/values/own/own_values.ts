import type { Circle, NewOwnValue, OwnValue } from '../../../api/types';
import { libraryValue, valueWords } from '../../../content/values';

export const LONGEST_WORDS = 300;
export const LONGEST_WHY = 1000;

/** What a form says about one: a value of the library by the name it has on this page. */
export interface OwnValueForm extends Record<string, string> {
  words: string;
  why: string;
  visible_to: Circle;
}

export const BLANK: OwnValueForm = { words: '', why: '', visible_to: 'me' };

export function formOf({ words, why, visible_to }: OwnValue): OwnValueForm {
  return { words: valueWords(words), why, visible_to };
}

/** What was kept of a form, over what it was; a circle that is not there any more is left out. */
export function restored(
  before: OwnValueForm,
  kept: Record<string, string>,
  circles: readonly Circle[],
): OwnValueForm {
  return {
    words: kept['words'] ?? before.words,
    why: kept['why'] ?? before.why,
    visible_to: circles.find((circle) => circle === kept['visible_to']) ?? before.visible_to,
  };
}

/** As it is sent: of a value of the library its id, so that everybody reads it in their own language. */
export function sentOf<Form extends Partial<OwnValueForm>>(form: Form): Form {
  return form.words === undefined
    ? form
    : { ...form, words: libraryValue(form.words)?.id ?? form.words.trim() };
}

export function newOf({ words, why, visible_to }: OwnValueForm): NewOwnValue {
  return sentOf({ words, why: why.trim(), visible_to });
}
