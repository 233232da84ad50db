import { m } from '../../paraglide/messages.js';
import { dateOf } from '../../ui/moments';
import { dayFrom, dayText } from './days';
import type { Side, Step, Talk } from './gauge/gauge';
import type { RoomToMove } from './load';
import { endingOf, type Say } from './rooms';

export const SAY_WORDS: Record<Say, () => string> = {
  gives: m.leeway_say_gives,
  not_yet: m.leeway_say_not_yet,
  no_more: m.leeway_say_no_more,
  unsaid: m.leeway_say_unsaid,
};

export const SIDE_WORDS: Record<Side, () => string> = {
  taken: m.leeway_side_taken,
  given: m.leeway_side_given,
};

const STEP_WORDS: Record<Step, () => string> = {
  [-2]: m.leeway_step_far_too_little,
  [-1]: m.leeway_step_too_little,
  0: m.leeway_step_just_right,
  1: m.leeway_step_too_much,
  2: m.leeway_step_far_too_much,
};

/** How much somebody finds it; what a newer server may say besides, it passes over. */
export function stepWords(step: number): string {
  return step in STEP_WORDS ? STEP_WORDS[step as Step]() : '';
}

const TALK_WORDS: Record<
  `${Talk['side']}_${Talk['others']}`,
  (names: { name: string; others: string }) => string
> = {
  taken_less: m.leeway_talk_taken_less,
  taken_more: m.leeway_talk_taken_more,
  given_less: m.leeway_talk_given_less,
  given_more: m.leeway_talk_given_more,
};

/** What to talk about, without anybody being in the wrong. */
export function talkWords({ side, others }: Talk, names: { name: string; others: string }): string {
  return TALK_WORDS[`${side}_${others}`](names);
}

export function untilWords({ until }: Pick<RoomToMove, 'until'>, now: Date): string {
  return m.leeway_until({ date: dateOf(dayFrom(until), now) });
}

/** How it stands, in two words. */
export function stateWords({ state, holder }: RoomToMove, own: boolean): string {
  if (state === 'given') return m.leeway_state_given();
  if (state !== 'asked_holder') return m.leeway_state_asked_partners();
  return own ? m.leeway_state_asked_you() : m.leeway_state_asked_holder({ name: holder.name });
}

/** How it stands, in a sentence for whoever looks. */
export function stateText({ state, holder, asked_by }: RoomToMove, own: boolean): string {
  const { name } = holder;
  switch (state) {
    case 'asked_holder':
      return own
        ? m.leeway_state_asked_holder_you({ by: asked_by.name })
        : m.leeway_state_asked_holder_text({ by: asked_by.name, name });
    case 'asked_partners':
      return m.leeway_state_asked_partners_text();
    default:
      return own ? m.leeway_state_given_you() : m.leeway_state_given_text({ name });
  }
}

/** How it came to its end, and when. */
export function endWords(room: RoomToMove, now: Date): string {
  const { name } = room.holder;
  const date = dateOf(room.ended_at ? new Date(room.ended_at) : dayFrom(room.until), now);
  switch (endingOf(room, dayText(now))) {
    case 'given_back':
      return m.leeway_end_given_back({ name, date });
    case 'declined':
      return m.leeway_end_declined({ name, date });
    case 'taken_back':
      return m.leeway_end_taken_back({ date });
    case 'withdrawn':
      return m.leeway_end_withdrawn({ by: room.asked_by.name, date });
    case 'day_past':
      return room.given_at === null ? m.leeway_end_day_past_asked({ date }) : m.leeway_end_day_past({ date });
    case 'left':
      return m.leeway_end_left({ name });
  }
}
