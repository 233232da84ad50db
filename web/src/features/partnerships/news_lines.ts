import { phaseName } from '../../content/phases';
import type { EndorsementAnswer, News, NewsItem, Partnership } from '../../api/types';
import { getLocale } from '../../paraglide/runtime.js';
import { m } from '../../paraglide/messages.js';
import { AMBITION, PHASES } from '../../routes';
import type { Behind } from './news_behind';
import { AMBITION_VERSIONS, sayNews } from './news_words';

/** One line of what is new. */
export interface NewsLine {
  key: string;
  text: string;
  /** The part of the address behind the partnership. */
  room: string;
  /** Who did it, each with the mark of their partner. */
  people: { name: string; mark: number }[];
  at: string;
}

/** Who looks, and who takes part. */
type Reader = Pick<Partnership, 'partners' | 'members'> & { account: string };

/** What is new, said with what is known of it; where nothing more is known, counted. The last comes first. */
export function newsLines(news: Pick<News, 'items' | 'since'>, behind: Behind, reader: Reader): NewsLine[] {
  const lines = stillSo(news.items).flatMap((item) => {
    const told = tell(item, news.since, behind, reader);
    return told.length > 0 ? told : counted(item, reader);
  });
  return lines.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** Of an ambition that came to be shared and is so no more, or the other way round, the last counts. */
function stillSo(items: NewsItem[]): NewsItem[] {
  const turned = items.filter(({ kind }) => kind === 'ambition.shared' || kind === 'ambition.unshared');
  const last = Math.max(...turned.map(({ at }) => Date.parse(at)));
  return items.filter((item) => !turned.includes(item) || Date.parse(item.at) === last);
}

function tell(item: NewsItem, since: string | null, behind: Behind, reader: Reader): NewsLine[] {
  const isNew = (at: string | null): at is string =>
    at !== null && since !== null && Date.parse(at) > Date.parse(since);
  switch (item.kind) {
    case 'ambition.endorsed':
      return answers(isNew, behind, reader);
    case 'ambition.proposed':
    case 'ambition.withdrawn':
      return versions(item, isNew, behind, reader);
    case 'phase.moved':
      return moves(isNew, behind, reader);
    default:
      return [];
  }
}

const ANSWERS: Record<EndorsementAnswer, (words: { partner: string; number: number }) => string> = {
  yes: m.news_answered_yes,
  yes_with_wish: m.news_answered_yes_with_wish,
  not_yet: m.news_answered_not_yet,
};

type IsNew = (at: string | null) => boolean;

function answers(isNew: IsNew, { standing }: Behind, reader: Reader): NewsLine[] {
  return (standing?.versions ?? []).flatMap(({ number, withdrawn_at, endorsements }) =>
    endorsements
      .filter(
        ({ given_at, given_by }) =>
          withdrawn_at === null && isNew(given_at) && given_by.account_id !== reader.account,
      )
      .flatMap(({ partner_id, answer, given_at, given_by }) => {
        const partner = reader.partners.find(({ id }) => id === partner_id);
        if (!partner) return [];
        return {
          key: `answer ${number} ${partner.id}`,
          text: ANSWERS[answer]({ partner: partner.name, number }),
          room: `${AMBITION_VERSIONS}/${number}`,
          people: marked([given_by], reader),
          at: given_at,
        };
      }),
  );
}

function versions(item: NewsItem, isNew: IsNew, { standing }: Behind, reader: Reader): NewsLine[] {
  const proposed = item.kind === 'ambition.proposed';
  const found = (standing?.versions ?? []).filter(
    ({ proposed_at, proposed_by, withdrawn_at }) =>
      isNew(proposed ? proposed_at : withdrawn_at) &&
      !(proposed && proposed_by.account_id === reader.account),
  );
  const [one] = found;
  // Of several together it is not known who withdrew which.
  if (!one || (!proposed && found.length > 1)) return [];
  const say = proposed ? m.news_version_proposed : m.news_version_withdrawn;
  return found.map(({ number, proposed_at, proposed_by }) => ({
    key: `${item.kind} ${number}`,
    text: say({ number }),
    room: `${AMBITION_VERSIONS}/${number}`,
    people: proposed ? marked([proposed_by], reader) : marked(item.people, reader),
    at: proposed ? proposed_at : item.at,
  }));
}

function moves(isNew: IsNew, behind: Behind, reader: Reader): NewsLine[] {
  return behind.moves
    .filter(({ moved_at, moved_by }) => isNew(moved_at) && moved_by.account_id !== reader.account)
    .map(({ from, to, moved_at, moved_by }) => ({
      key: `phase ${moved_at}`,
      text: m.news_moved({ from: phaseName(from, getLocale()), to: phaseName(to, getLocale()) }),
      room: PHASES,
      people: marked([moved_by], reader),
      at: moved_at,
    }));
}

function counted(item: NewsItem, reader: Reader): NewsLine[] {
  const said = sayNews(item);
  if (!said) return [];
  // Whoever comes or goes makes it shared, or not: that is nobody's doing alone.
  const isOfAll = said.room === AMBITION && item.kind.endsWith('shared');
  const people = isOfAll ? [] : marked(item.people, reader);
  const partner = partnerOfAll(item, reader);
  const by = partner === null ? undefined : BY_PARTNER[item.kind];
  const text = by && partner !== null ? by({ partner, count: item.count }) : said.text;
  return [{ key: item.kind, text, room: said.room, people, at: item.at }];
}

/** What a partner says or takes back: it is said with its name where it was but one. */
const BY_PARTNER: Record<string, (words: { partner: string; count: number }) => string> = {
  'ambition.reconsidered': m.news_ambition_reconsidered_by,
  'value.weighed': m.news_value_weighed_by,
  'contribution.added': m.news_contribution_added_by,
  'contribution.changed': m.news_contribution_changed_by,
  'contribution.removed': m.news_contribution_removed_by,
  'contribution.confirmed': m.news_contribution_confirmed_by,
  'ledger_line.added': m.news_ledger_line_added_by,
  'ledger_line.changed': m.news_ledger_line_changed_by,
  'ledger_line.removed': m.news_ledger_line_removed_by,
};

function partnerOfAll({ people }: NewsItem, { members, partners }: Reader): string | null {
  const found = new Set(people.map((one) => members.find((member) => is(member, one))?.partner_id ?? null));
  const [only] = found;
  return found.size === 1 ? (partners.find(({ id }) => id === only)?.name ?? null) : null;
}

function marked(
  people: readonly { account_id: string; name: string; partner_id?: string | null }[],
  { members, partners }: Reader,
): NewsLine['people'] {
  return people
    .filter(({ name }) => name !== '')
    .map((one) => {
      // Who left may be known by what they did for their partner.
      const of = one.partner_id ?? members.find((member) => is(member, one))?.partner_id;
      return { name: one.name, mark: partners.find(({ id }) => id === of)?.mark ?? 0 };
    });
}

function is(member: { account_id: string }, person: { account_id: string }): boolean {
  return member.account_id === person.account_id;
}
