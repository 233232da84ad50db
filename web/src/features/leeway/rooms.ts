import type { Member, Partner, Partnership } from '../../api/types';
import type { RoomToMove, RoomVoice } from './load';

export const LONGEST_WORDS = 1000;
export const LONGEST_VOICE = 500;

/** What a partner says: it gives the room, not yet, not any more, or nothing so far. */
export type Say = 'gives' | 'not_yet' | 'no_more' | 'unsaid';

/** A partner that takes part, and what it says. */
export interface PartnerSay {
  partner: Partner;
  voice: RoomVoice | null;
  say: Say;
}

/** Those that are not over, and those that are; each the newest first, as they came. */
export function parted(rooms: readonly RoomToMove[]): { open: RoomToMove[]; over: RoomToMove[] } {
  return {
    open: rooms.filter(({ state }) => state !== 'over'),
    over: rooms.filter(({ state }) => state === 'over'),
  };
}

/** What every partner that takes part says of it. */
export function saysOf(room: RoomToMove, partners: readonly Partner[]): PartnerSay[] {
  return taking(partners).map((partner) => {
    const voice = room.voices.find(({ partner_id }) => partner_id === partner.id) ?? null;
    return { partner, voice, say: sayOf(room, voice) };
  });
}

/**
 * What a partner said that does not give it: before it was given that means not yet. A partner that came later, and
 * says for the first time that it does not give it, takes nothing back that it gave; still it counts as those do.
 */
function sayOf(room: RoomToMove, voice: RoomVoice | null): Say {
  if (!voice) return 'unsaid';
  if (voice.gives) return 'gives';
  return room.given_at === null ? 'not_yet' : 'no_more';
}

/** How many partners have to say that they do not give it any more before it ends: more than half of them. */
export function neededToEnd(partners: readonly Partner[]): number {
  return Math.floor(taking(partners).length / 2) + 1;
}

/** Whether enough partners take part for anything to be given at all. */
export function areEnough(partners: readonly Partner[]): boolean {
  return taking(partners).length >= 2;
}

/** What whoever looks can do about it. */
export interface Can {
  /** Say whether they want it. */
  take: boolean;
  /** Give back what they have, or let go of what they asked for themselves. */
  giveBack: boolean;
  /** Take back a question that they asked for somebody else, or for themselves. */
  withdraw: boolean;
  /** Say what their partner says. */
  voice: boolean;
  /** Say how much room they find is taken and given. */
  read: boolean;
  /** Take back what they said of that, where nothing can be said any more. */
  unread: boolean;
}

export function canDo(room: RoomToMove, { me, partners, status }: Partnership): Can {
  const takesPart = me.role !== 'observer';
  const goesOn = !isClosed(status) && takesPart;
  const holds = room.holder.account_id === me.account_id;
  const asked = room.asked_by.account_id === me.account_id;
  const isAsked = room.state === 'asked_holder' || room.state === 'asked_partners';
  const withPartner = taking(partners).some(({ id }) => id === me.partner_id);
  return {
    take: goesOn && holds && room.state === 'asked_holder',
    // Who asked for themselves takes the question back: that is one thing, and needs one button.
    // What is one's own one gives and takes back also when all is over.
    giveBack: takesPart && holds && (room.state === 'given' || (room.state === 'asked_partners' && !asked)),
    withdraw: takesPart && asked && isAsked,
    voice:
      goesOn && withPartner && me.mandated && (room.state === 'asked_partners' || room.state === 'given'),
    read: goesOn && withPartner && room.state === 'given',
    unread:
      takesPart &&
      !goesOn &&
      room.state === 'given' &&
      room.readings.some(({ person }) => person.account_id === me.account_id),
  };
}

/** Whether whoever looks can ask for room at all. */
export function mayAsk({ me, partners, status }: Partnership): boolean {
  return (
    !isClosed(status) && me.role !== 'observer' && taking(partners).some(({ id }) => id === me.partner_id)
  );
}

/** For whom it can be asked: everybody who acts for a partner, oneself first, but who has it or is asked already. */
export function candidates(
  { members, partners, me }: Partnership,
  rooms: readonly RoomToMove[],
): { own: Member | null; others: { partner: Partner; people: Member[] }[] } {
  const taken = new Set(parted(rooms).open.map(({ holder }) => holder.account_id));
  const free = members.filter(({ account_id, role }) => role !== 'observer' && !taken.has(account_id));
  const own = free.find(({ account_id, partner_id }) => account_id === me.account_id && partner_id !== null);
  const others = taking(partners).map((partner) => ({
    partner,
    people: free.filter((member) => member.partner_id === partner.id && member.account_id !== me.account_id),
  }));
  return { own: own ?? null, others: others.filter(({ people }) => people.length > 0) };
}

/** How it came to its end. */
export type Ending = 'given_back' | 'declined' | 'taken_back' | 'withdrawn' | 'day_past' | 'left';

/** Whoever gives back what was never given did not want it. `today` is a day as the server writes it. */
export function endingOf(room: RoomToMove, today: string): Ending {
  if (room.ended_how === 'given_back') return room.given_at === null ? 'declined' : 'given_back';
  if (room.ended_how !== null) return room.ended_how;
  return room.until < today ? 'day_past' : 'left';
}

function taking(partners: readonly Partner[]): Partner[] {
  return partners.filter(({ status }) => status === 'active');
}

function isClosed(status: Partnership['status']): boolean {
  return status === 'concluded' || status === 'archived';
}
