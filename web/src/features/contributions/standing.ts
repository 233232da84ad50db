import type { Partner, Partnership } from '../../api/types';
import type { Contribution, Direction } from './load';

type Said = Pick<Contribution, 'partner_id' | 'direction' | 'words' | 'with_partner_id' | 'is_met'>;

/**
 * How one stands with the other partner: it says so too (`met`), it is asked (`waiting`), it says by itself that it does
 * this (`offered`), it takes part no more (`left`), or there is nobody yet (`open`).
 */
export type Standing =
  { kind: 'met' | 'waiting' | 'offered' | 'left'; partner: string } | { kind: 'open'; partner: null };

/** For which partner whoever is signed in speaks here; nothing where nothing can be said any more. */
export function speaksFor({
  me,
  partners,
  status,
}: Pick<Partnership, 'me' | 'partners' | 'status'>): Partner | null {
  if (me.role === 'observer' || isOver(status)) return null;
  return partners.find((partner) => partner.id === me.partner_id && isActive(partner)) ?? null;
}

/** For which partner they take back what it said, once all is over and nothing else can be done. */
export function takesBackFor({
  me,
  partners,
  status,
}: Pick<Partnership, 'me' | 'partners' | 'status'>): Partner | null {
  if (me.role === 'observer' || !isOver(status)) return null;
  return partners.find((partner) => partner.id === me.partner_id) ?? null;
}

function isOver(status: Partnership['status']): boolean {
  return status === 'concluded' || status === 'archived';
}

export function isActive({ status }: Pick<Partner, 'status'>): boolean {
  return status === 'active';
}

export function opposite(direction: Direction): Direction {
  return direction === 'brings' ? 'seeks' : 'brings';
}

export function standingOf(said: Said, all: readonly Said[], partners: readonly Partner[]): Standing {
  const named = said.with_partner_id;
  if (named !== null) {
    if (said.is_met) return { kind: 'met', partner: named };
    const takesPart = partners.some((partner) => partner.id === named && isActive(partner));
    return { kind: takesPart ? 'waiting' : 'left', partner: named };
  }
  const answers = answersTo(said, all).filter(({ partner_id }) =>
    partners.some((partner) => partner.id === partner_id && isActive(partner)),
  );
  const agreed = answers.find(({ is_met }) => is_met);
  if (agreed) return { kind: 'met', partner: agreed.partner_id };
  const first = answers[0];
  return first ? { kind: 'offered', partner: first.partner_id } : { kind: 'open', partner: null };
}

/** What others say to it: the same words, the other way round, with the one who said it by name. */
function answersTo(said: Said, all: readonly Said[]): Said[] {
  return all.filter(
    (other) =>
      other.with_partner_id === said.partner_id &&
      other.direction === opposite(said.direction) &&
      plain(other.words) === plain(said.words),
  );
}

function plain(words: string): string {
  return words.trim().toLowerCase();
}

/** What one partner brings and comes to get. */
export interface OnMap {
  partner: Partner;
  brings: Contribution[];
  seeks: Contribution[];
}

/** One's own partner first, then the others in the order of their marks, last those that left and still are read of. */
export function mapOf(
  partners: readonly Partner[],
  all: readonly Contribution[],
  own: string | null,
): OnMap[] {
  const rank = (partner: Partner): number => (partner.id === own ? 0 : isActive(partner) ? 1 : 2);
  return partners
    .map((partner) => ({
      partner,
      brings: all.filter((said) => said.partner_id === partner.id && said.direction === 'brings'),
      seeks: all.filter((said) => said.partner_id === partner.id && said.direction === 'seeks'),
    }))
    .filter(({ partner, brings, seeks }) => isActive(partner) || brings.length + seeks.length > 0)
    .sort((one, other) => rank(one.partner) - rank(other.partner) || one.partner.mark - other.partner.mark);
}

/** What other partners say of one's own: what waits for an answer, and what was confirmed. */
export function askedOf(
  own: string | null,
  all: readonly Contribution[],
  partners: readonly Partner[],
): { waiting: Contribution[]; confirmed: Contribution[] } {
  const naming = all.filter(
    (said) =>
      own !== null &&
      said.with_partner_id === own &&
      partners.some((partner) => partner.id === said.partner_id && isActive(partner)),
  );
  return {
    waiting: naming.filter(({ is_met }) => !is_met),
    confirmed: naming.filter(({ is_met }) => is_met),
  };
}

/** What partners that take part say and no other says too: what nobody fills, or nobody uses. */
export function unmet(
  direction: Direction,
  all: readonly Contribution[],
  partners: readonly Partner[],
): { said: Contribution; standing: Standing }[] {
  return all
    .filter((said) => said.direction === direction)
    .filter((said) => partners.some((partner) => partner.id === said.partner_id && isActive(partner)))
    .map((said) => ({ said, standing: standingOf(said, all, partners) }))
    .filter(({ standing }) => standing.kind !== 'met');
}

/** Whether one's own partner can say that it does this: it is another's, and nobody is named in it. */
export function isForUs(said: Contribution, all: readonly Contribution[], own: string | null): boolean {
  if (own === null || said.partner_id === own || said.with_partner_id !== null) return false;
  return !answersTo(said, all).some(({ partner_id }) => partner_id === own);
}
