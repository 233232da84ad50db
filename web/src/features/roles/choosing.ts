import { qualities, themes, type Named, type Quality } from '../../content/roles';

export interface ThemeOfQualities {
  theme: Named;
  qualities: Quality[];
}

/** The core qualities whose name holds every word one searches for, in either language, by theme. */
export function findQualities(search: string): ThemeOfQualities[] {
  const words = plain(search).split(' ').filter(Boolean);
  const found = qualities.filter(({ name }) => {
    const names = plain(`${name.nl} ${name.en}`);
    return words.every((word) => names.includes(word));
  });
  return themes
    .map((theme) => ({ theme, qualities: found.filter((quality) => quality.theme === theme.id) }))
    .filter((group) => group.qualities.length > 0);
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
