import { libraryQuality } from '../../../content/quadrants';
import { qualities, themes, type Named, type Quality } from '../../../content/roles';
import { hasEveryWord } from '../../../ui/search';
import { LONGEST_LINE } from '../parts';

/** The core qualities whose name holds every word one searches for, in either language, by theme. */
export function foundByTheme(search: string): { theme: Named; qualities: Quality[] }[] {
  const found = qualities.filter(({ name }) => hasEveryWord(`${name.nl} ${name.en}`, search));
  return themes
    .map((theme) => ({ theme, qualities: found.filter((quality) => quality.theme === theme.id) }))
    .filter((group) => group.qualities.length > 0);
}

/** What one typed, when it is no quality of the library and not taken yet; else null. */
export function ownQuality(search: string, taken: readonly string[]): string | null {
  const words = search.trim().slice(0, LONGEST_LINE);
  const isTaken = taken.some((one) => one.toLowerCase() === words.toLowerCase());
  return words === '' || isTaken || libraryQuality(words) ? null : words;
}
