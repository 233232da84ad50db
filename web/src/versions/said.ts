import type {
  VersionsStanding,
  VersionSummary,
  Endorsement,
  EndorsementAnswer,
  Member,
  Partner,
  Partnership,
} from '../api/types';

/** The longest wish, in characters. */
export const LONGEST_WISH = 1000;

/** What a partner says of a version; `again` when it said yes to an earlier one and nothing yet to this one. */
export type Saying = EndorsementAnswer | 'again' | 'nothing';

export interface Said {
  partner: Partner;
  saying: Saying;
  endorsement: Endorsement | null;
}

/**
 * What is said of a version, in the order of the partners' marks: of one that can be answered by each partner that takes
 * part, of another by those who said something, also when they left since.
 */
export function saidOf(
  version: VersionSummary,
  standing: VersionsStanding,
  partners: readonly Partner[],
): Said[] {
  const asked = canBeAnswered(standing, version.number);
  return partners.flatMap((partner): Said[] => {
    const endorsement = version.endorsements.find(({ partner_id }) => partner_id === partner.id) ?? null;
    if (asked ? !standing.partners.includes(partner.id) : !endorsement) return [];
    if (endorsement) return [{ partner, saying: endorsement.answer, endorsement }];
    return [
      { partner, saying: saidYesBefore(partner, version, standing) ? 'again' : 'nothing', endorsement },
    ];
  });
}

function saidYesBefore({ id }: Partner, { number }: VersionSummary, { versions }: VersionsStanding): boolean {
  return versions.some(
    (version) =>
      version.number < number &&
      version.withdrawn_at === null &&
      version.endorsements.some(({ partner_id, answer }) => partner_id === id && isYes(answer)),
  );
}

export function isYes(saying: Saying): boolean {
  return saying === 'yes' || saying === 'yes_with_wish';
}

export function countYes(said: readonly Said[]): number {
  return said.filter(({ saying }) => isYes(saying)).length;
}

/** The version that what stands on top is about: the one that waits, else the shared one. */
export function currentOf(standing: VersionsStanding): VersionSummary | null {
  return versionOf(standing, standing.open ?? standing.shared);
}

export function versionOf(standing: VersionsStanding, number: number | null): VersionSummary | null {
  return standing.versions.find((version) => version.number === number) ?? null;
}

/** `earlier`: a later one took its place. */
export type VersionState = 'shared' | 'open' | 'withdrawn' | 'earlier';

export function stateOf(version: VersionSummary, { shared, open }: VersionsStanding): VersionState {
  if (version.number === shared) return 'shared';
  if (version.number === open) return 'open';
  return version.withdrawn_at === null ? 'earlier' : 'withdrawn';
}

/** Partners say something of the shared version and of the one that waits. */
export function canBeAnswered({ shared, open }: VersionsStanding, number: number): boolean {
  return number === shared || number === open;
}

/** Only one that waits and never was shared: what partners once shared only they can leave. */
export function canBeWithdrawn({ open }: VersionsStanding, version: VersionSummary): boolean {
  return version.number === open && version.shared_at === null;
}

/** Whether other words stand there now than in a version. */
export function differsFrom({ draft }: VersionsStanding, { hash }: VersionSummary): boolean {
  return draft.hash !== hash;
}

/** Why what stands there now cannot be put before the partners, and which version is in its way; null when it can. */
export type Obstacle =
  { because: 'nothing_written' } | { because: 'another_is_open' | 'same_words'; version: VersionSummary };

export function obstacleTo(standing: VersionsStanding): Obstacle | null {
  if (standing.draft.hash === null) return { because: 'nothing_written' };
  const current = currentOf(standing);
  if (current && canBeWithdrawn(standing, current)) return { because: 'another_is_open', version: current };
  return current && !differsFrom(standing, current) ? { because: 'same_words', version: current } : null;
}

/** The partner for which whoever is signed in may say something now. */
export function speaksFor(
  { me, partners, status }: Pick<Partnership, 'me' | 'partners' | 'status'>,
  standing: VersionsStanding,
): Partner | null {
  if (!me.mandated || me.role === 'observer' || isOver(status)) return null;
  return partners.find(({ id }) => id === me.partner_id && standing.partners.includes(id)) ?? null;
}

/** Who may say something for a partner. */
export function speakersOf({ members }: Pick<Partnership, 'members'>, partner: string): Member[] {
  return members.filter(({ mandated, partner_id }) => mandated && partner_id === partner);
}

/** Whether whoever is signed in puts versions before the partners, and takes them back. */
export function proposes({ me, status }: Pick<Partnership, 'me' | 'status'>): boolean {
  return me.role === 'lead' && !isOver(status);
}

function isOver(status: Partnership['status']): boolean {
  return status === 'concluded' || status === 'archived';
}
