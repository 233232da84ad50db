/** This much of what was quoted must still stand there, counted in letters. */
const STILL_IT = 0.5;
/** A shorter word with another letter is another word. */
const SHORTEST_MISSPELT = 5;
/** So many words are looked through, however much was written in between. */
const MOST_WORDS = 600;

/**
 * Whether words are still those that were quoted: at least half of the quote stands there, word by word in its order. Words
 * count by their length, because small ones stand in every sentence; a word with one letter changed is still that word.
 */
export function resembles(now: string, quote: string): boolean {
  if (now === quote) return true;
  const was = wordsOf(quote);
  const is = wordsOf(now);
  if (was.length === 0 || is.length === 0) return was.length === is.length;
  if (was.join(' ') === is.join(' ')) return true;
  return keptOf(was, is) >= STILL_IT * weightOf(was);
}

function wordsOf(text: string): string[] {
  const words = text
    .normalize()
    .toLocaleLowerCase('nl')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  // Where there are signs only, they are what was said.
  return (words ?? text.split(/\s+/).filter((sign) => sign !== '')).slice(0, MOST_WORDS);
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

/** The heaviest run of words that stand in both in the same order, perhaps with others between them. */
function keptOf(was: readonly string[], is: readonly string[]): number {
  let above = is.map(() => 0);
  for (const word of was) {
    const row: number[] = [];
    for (const [index, other] of is.entries()) {
      const found = isSameWord(word, other) ? word.length + (above[index - 1] ?? 0) : 0;
      row.push(Math.max(found, above[index] ?? 0, row[index - 1] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** The same, or with one letter more, less or other, or with two that changed places. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const longest = Math.max(one.length, other.length);
  const shortest = Math.min(one.length, other.length);
  if (shortest < SHORTEST_MISSPELT - 1 || longest < SHORTEST_MISSPELT || longest - shortest > 1) return false;
  let start = 0;
  while (start < shortest && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const differs = longest - start - end;
  if (differs <= 1) return true;
  const changedPlaces = one[start] === other[start + 1] && one[start + 1] === other[start];
  return differs === 2 && longest === shortest && changedPlaces;
}
