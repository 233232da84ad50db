import { getLocale } from '../paraglide/runtime.js';

/** A text of the library in both languages. */
export interface Words {
  nl: string;
  en: string;
}

/** The text in the language the page is shown in. */
export function inOwnLanguage(words: Words): string {
  return words[getLocale()];
}
