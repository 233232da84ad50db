import { libraryValue, libraryValues, type LibraryValue } from '../../content/values';
import { hasEveryWord } from '../../ui/search';
import { NAME_LIMIT } from './document';

/** The values of the library whose name holds every word one searches for, in either language. */
export function findValues(search: string): LibraryValue[] {
  return libraryValues.filter(({ name }) => hasEveryWord(`${name.nl} ${name.en}`, search));
}

/** Whether a value stands in a list already, by its name in either language. */
export function isTaken({ name }: LibraryValue, names: readonly string[]): boolean {
  const there = names.map((one) => one.trim().toLowerCase());
  return there.includes(name.nl.toLowerCase()) || there.includes(name.en.toLowerCase());
}

/** What one typed, as a value in one's own words; null where the library, or the list, has it already. */
export function ownWords(search: string, names: readonly string[]): string | null {
  const words = search.trim().replace(/\s+/g, ' ').slice(0, NAME_LIMIT);
  const there = names.some((name) => name.trim().toLowerCase() === words.toLowerCase());
  return words === '' || there || libraryValue(words) ? null : words;
}
