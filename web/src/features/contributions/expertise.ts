import { hasEveryWord } from '../../ui/search';
import type { Profile } from './load';

/** What somebody knows, of what they show. */
export interface Knowing {
  person: Profile['person'];
  lines: string[];
}

/** Who knows something of what one searches for, by name, with the lines that say so. Without words: whoever shows anything. */
export function whoKnows(profiles: readonly Profile[], search: string): Knowing[] {
  return profiles
    .map(({ person, parts }) => ({
      person,
      lines: parts
        .flatMap(({ content }) => (content.part === 'expertise' ? content.expertise : []))
        .filter((line) => hasEveryWord(line, search)),
    }))
    .filter(({ lines }) => lines.length > 0)
    .sort((one, other) => one.person.name.localeCompare(other.person.name));
}
