import library from './values.json';
import { inOwnLanguage, type Words } from './words';

/** A value as the library names it; what it means to them, people say themselves. */
export interface LibraryValue {
  id: string;
  name: Words;
}

export const libraryValues: readonly LibraryValue[] = library.values;

/** The value of the library that is called so, in either language, whatever the capitals. */
export function libraryValue(name: string): LibraryValue | null {
  const sought = name.trim().toLowerCase();
  return (
    libraryValues.find(({ name: { nl, en } }) => [nl, en].some((one) => one.toLowerCase() === sought)) ?? null
  );
}

/** What somebody wrote down: the name of a value of the library by its id, or their own words as they are. */
export function valueWords(words: string): string {
  const known = libraryValues.find(({ id }) => id === words);
  return known ? inOwnLanguage(known.name) : words;
}
