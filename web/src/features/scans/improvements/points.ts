import type { Improvement, Member, Partner, Partnership, ReportClass } from '../../../api/types';

/** More than this are not worked on at a time. */
export const MOST_RUNNING = 3;
export const LONGEST_TITLE = 200;
export const LONGEST_OUTCOME = 1000;

/** By how far they came, each in the order in which they were given. */
export function sorted(points: readonly Improvement[]): {
  running: Improvement[];
  waiting: Improvement[];
  ended: Improvement[];
} {
  return {
    running: points.filter(({ state }) => state === 'running'),
    waiting: points.filter(({ state }) => state === 'chosen'),
    ended: points.filter(({ state }) => state === 'done' || state === 'dropped'),
  };
}

export function isFull(points: readonly Improvement[]): boolean {
  return sorted(points).running.length >= MOST_RUNNING;
}

/** What is worked on about a factor. */
export function runningOn(points: readonly Improvement[], factor: string): Improvement[] {
  return points.filter((point) => point.state === 'running' && point.factor === factor);
}

/** Whether its day is still to come. Days compare as they are written. */
export type Nearness = 'ahead' | 'today' | 'past';

export function nearness(due: string, today: string): Nearness {
  if (due === today) return 'today';
  return due < today ? 'past' : 'ahead';
}

/** Who can see to one: those who act for a partner, and leads; by partner, and those of no partner last. */
export function owners({ members, partners }: Pick<Partnership, 'members' | 'partners'>): {
  partner: Partner | null;
  people: Member[];
}[] {
  const able = members.filter(({ role }) => role !== 'observer');
  const groups: { partner: Partner | null; people: Member[] }[] = partners.map((partner) => ({
    partner,
    people: able.filter(({ partner_id }) => partner_id === partner.id),
  }));
  groups.push({ partner: null, people: able.filter(({ partner_id }) => partner_id === null) });
  return groups.filter(({ people }) => people.length > 0);
}

/** Whether whoever is signed in chooses improvement points here, sees to them and ends them. */
export function mayImprove({ me, status }: Pick<Partnership, 'me' | 'status'>): boolean {
  return me.role !== 'observer' && status !== 'concluded' && status !== 'archived';
}

/** Of what in a report one follows. */
export interface Origin {
  round: string;
  factor: string;
  /** What kind of conversation the factor asks for. */
  class: ReportClass | null;
  /** What it could begin with. */
  title: string;
}

/** What can follow from a report, and what already did. */
export interface Steps {
  points: readonly Improvement[];
  round: string;
  /** None for who only reads. */
  choose: ((origin: Origin) => void) | null;
  celebrate: ((start: { key: string; words: string }) => void) | null;
}

/** What a form says about one. */
export interface PointForm {
  title: string;
  owner_id: string;
  due: string;
}
export type PointChanges = Partial<PointForm>;
const FIELDS = ['title', 'owner_id', 'due'] as const;

export function formOf({ title, owner_id, due }: PointForm): PointForm {
  return { title, owner_id, due };
}

/** Only what somebody made another: what others changed beside it stays as they left it. */
export function changesOf(before: PointForm, form: PointForm): PointChanges {
  const changed = FIELDS.filter((field) => form[field].trim() !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, form[field].trim()]));
}

/** After somebody else changed it: what one did not touch is as they left it, what one did stays as one meant it. */
export function meanwhile(before: PointForm, form: PointForm, now: PointForm): PointForm {
  const mine = changesOf(before, form);
  const touched = FIELDS.filter((field) => mine[field] !== undefined);
  return { ...formOf(now), ...Object.fromEntries(touched.map((field) => [field, form[field]])) };
}
