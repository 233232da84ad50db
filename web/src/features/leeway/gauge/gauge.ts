import type { Person, RoomReading } from '../load';

/** The two sides of it: how much room somebody takes, and how much the others give. */
export const SIDES = ['taken', 'given'] as const;
export type Side = (typeof SIDES)[number];

/** From far too little over just right to far too much. */
export const STEPS = [-2, -1, 0, 1, 2] as const;
export type Step = (typeof STEPS)[number];

/** So many steps between two people are worth a talk. */
const WORTH_A_TALK = 2;

/** What there is to talk about: on this side, these others find that there is more of it than the holder does, or less. */
export interface Talk {
  side: Side;
  others: 'more' | 'less';
  people: Person[];
}

/** Who stands on one step of a side, the holder first. */
export function on(readings: readonly RoomReading[], side: Side, step: Step, holder: string): Person[] {
  const here = readings.filter((reading) => reading[side] === step).map(({ person }) => person);
  return here.sort((one, other) => Number(isOf(other, holder)) - Number(isOf(one, holder)));
}

/** Where the holder and others see it two steps or more apart. */
export function toTalkAbout(readings: readonly RoomReading[], holder: string): Talk[] {
  const own = readings.find(({ person }) => isOf(person, holder));
  if (!own) return [];
  const apart = (side: Side, sign: 1 | -1): Person[] =>
    readings
      .filter((reading) => sign * (reading[side] - own[side]) >= WORTH_A_TALK)
      .map(({ person }) => person);
  const talks = SIDES.flatMap((side): Talk[] => [
    { side, others: 'less', people: apart(side, -1) },
    { side, others: 'more', people: apart(side, 1) },
  ]);
  return talks.filter(({ people }) => people.length > 0);
}

/** Whether both the holder and somebody else said how they find it, so that there is something to compare. */
export function canBeCompared(readings: readonly RoomReading[], holder: string): boolean {
  const isOwn = ({ person }: RoomReading): boolean => isOf(person, holder);
  return readings.some(isOwn) && !readings.every(isOwn);
}

/** A step as a form keeps it, or nothing. */
export function stepIn(kept: string | undefined): Step | null {
  return STEPS.find((step) => String(step) === kept) ?? null;
}

function isOf({ account_id }: Person, holder: string): boolean {
  return account_id === holder;
}
