import { qualities, themes, type Named, type Quality } from '../../content/roles';
import { hasEveryWord } from '../../ui/search';

export interface ThemeOfQualities {
  theme: Named;
  qualities: Quality[];
}

/** The core qualities whose name holds every word one searches for, in either language, by theme. */
export function findQualities(search: string): ThemeOfQualities[] {
  const found = qualities.filter(({ name }) => hasEveryWord(`${name.nl} ${name.en}`, search));
  return themes
    .map((theme) => ({ theme, qualities: found.filter((quality) => quality.theme === theme.id) }))
    .filter((group) => group.qualities.length > 0);
}
