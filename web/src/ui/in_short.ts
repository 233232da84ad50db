/** So many letters of some words are heard before one would rather hear something else. */
const ENOUGH = 60;

/** Enough of some words to know which are meant, where they are read aloud with what can be done about them. */
export function inShort(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > ENOUGH ? `${letters.slice(0, ENOUGH).join('').trimEnd()}…` : line;
}
