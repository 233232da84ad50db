import { hasEveryWord } from '../../ui/search';
import { giverOf } from './flows';
import type { Contribution, Profile } from './load';

/** What somebody knows and lets everybody see: what is in nothing that their partner gives yet, and what is. */
export interface Knowing {
  person: Profile['person'];
  unused: string[];
  used: string[];
}

/** Who knows something of what one looks for, by name, with the lines that say so. Without words: whoever shows anything. */
export function knowingOf(
  profiles: readonly Profile[],
  all: readonly Contribution[],
  search = '',
): Knowing[] {
  return profiles
    .map(({ person, parts }) => {
      const lines = parts
        .filter(({ visible_to }) => visible_to === 'all')
        .flatMap(({ content }) => (content.part === 'expertise' ? content.expertise : []))
        .filter((line) => hasEveryWord(line, search));
      const used = lines.filter((line) => isUsed(line, person.partner_id, all));
      return { person, used, unused: lines.filter((line) => !used.includes(line)) };
    })
    .filter(({ used, unused }) => used.length + unused.length > 0)
    .sort((one, other) => one.person.name.localeCompare(other.person.name));
}

/** Whether it is named in something that was confirmed and that their partner gives; of who acts for none, in anything. */
function isUsed(line: string, partner: string | null, all: readonly Contribution[]): boolean {
  return all.some(
    (said) =>
      said.is_met &&
      (partner === null || giverOf(said) === partner) &&
      hasEveryWord(`${said.words} ${said.why}`, line),
  );
}
