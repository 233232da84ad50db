import type { Partner, Partnership } from '../../api/types';
import { AMBITION, IMPROVEMENTS, PEOPLE, SCANS, SETTINGS, SUCCESSES, VALUES, VIEWS } from '../../routes';
import type { Evidence, PartnerReadiness, PhaseState, Way } from './load';

/** The longest reason, in characters. */
export const LONGEST_REASON = 1000;

/** `no_room`: nothing in the product says so yet, and it stands in nobody's way. */
export type Found = 'there' | 'open' | 'no_room';

export function foundOf({ met }: Pick<Evidence, 'met'>): Found {
  if (met === null) return 'no_room';
  return met ? 'there' : 'open';
}

/** What is seen of a phase on the path: where one is, what comes, and what was left behind, with or without what it needs. */
export type Standing = 'done' | 'passed' | 'here' | 'ahead';

/** Going past a phase does not bring what it needs; before it is known what is there, nothing is called done. */
export function standingOf(
  index: number,
  now: number,
  state: Pick<PhaseState, 'evidence'> | undefined,
): Standing {
  if (index === now) return 'here';
  if (index > now) return 'ahead';
  return state && isAllThere(state) ? 'done' : 'passed';
}

/** Whether what a phase needs is there. What nothing in the product can say yet counts for neither side. */
export function isAllThere({ evidence }: Pick<PhaseState, 'evidence'>): boolean {
  const needed = evidence.filter(({ required, met }) => required && met !== null);
  return needed.length > 0 && needed.every(({ met }) => met);
}

/** What is required and not there of the phases that are left behind: nothing when one goes back. */
export function missingFor({ current, phases }: Pick<Way, 'current' | 'phases'>, to: string): string[] {
  const place = (wanted: string): number => phases.findIndex(({ id }) => id === wanted);
  const left = phases.slice(place(current), Math.max(place(to), place(current)));
  return left
    .flatMap(({ evidence }) => evidence)
    .filter(({ required, met }) => required && met === false)
    .map(({ id }) => id);
}

/** The phases before and after the one in which a partnership is. */
export function besides({ current, phases }: Pick<Way, 'current' | 'phases'>): {
  previous: string | null;
  next: string | null;
} {
  const now = phases.findIndex(({ id }) => id === current);
  return { previous: phases[now - 1]?.id ?? null, next: phases[now + 1]?.id ?? null };
}

export interface Said {
  partner: Partner;
  /** Null while the partner says nothing of it. */
  said: PartnerReadiness | null;
}

/** What each partner that takes part says of a phase, in the order of their marks. */
export function saidOf(said: readonly PartnerReadiness[], partners: readonly Partner[]): Said[] {
  return partners
    .filter(({ status }) => status === 'active')
    .map((partner) => ({ partner, said: said.find(({ partner_id }) => partner_id === partner.id) ?? null }));
}

/** The partner for which whoever is signed in may say how far it is. */
export function speaksFor({
  me,
  partners,
  status,
}: Pick<Partnership, 'me' | 'partners' | 'status'>): Partner | null {
  if (!me.mandated || me.role === 'observer' || isOver(status)) return null;
  return partners.find(({ id, status }) => id === me.partner_id && status === 'active') ?? null;
}

/** Whether whoever is signed in moves the partnership on, and back. */
export function moves({ me, status }: Pick<Partnership, 'me' | 'status'>): boolean {
  return me.role === 'lead' && !isOver(status);
}

/** Whether whoever is signed in says something for a partner that takes part, with its mandate or without. */
export function takesPart({
  me,
  partners,
  status,
}: Pick<Partnership, 'me' | 'partners' | 'status'>): boolean {
  if (me.role === 'observer' || isOver(status)) return false;
  return partners.some(({ id, status }) => id === me.partner_id && status === 'active');
}

function isOver(status: Partnership['status']): boolean {
  return status === 'concluded' || status === 'archived';
}

interface Door {
  /** The part of the address behind the partnership. */
  room: string;
  /** Whether who only looks along finds nothing there. */
  isClosed?: boolean;
}

const DOORS: Record<string, Door> = {
  'signal.challenge': { room: SETTINGS },
  'signal.partners': { room: PEOPLE },
  'signal.urgency': { room: `${AMBITION}/${VIEWS}`, isClosed: true },
  'acquaint.ambitions': { room: AMBITION, isClosed: true },
  'acquaint.values': { room: VALUES },
  'share_ambition.text': { room: `${AMBITION}/versions` },
  'share_ambition.endorsed': { room: `${AMBITION}/versions` },
  'share_ambition.values': { room: VALUES },
  'agree.canvas': { room: 'canvas' },
  'agree.roles': { room: 'roles' },
  'realise.scan': { room: SCANS },
  'realise.improvements': { room: IMPROVEMENTS, isClosed: true },
  'realise.success': { room: `${IMPROVEMENTS}/${SUCCESSES}` },
  'sustain.horizon': { room: AMBITION },
};

/** Where something is done that belongs to a phase; null when there is nowhere to go, for this role. */
export function doorOf(evidence: string, role: Partnership['me']['role']): string | null {
  const door = DOORS[evidence];
  if (!door || (door.isClosed && role === 'observer')) return null;
  return door.room;
}
