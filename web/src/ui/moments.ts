import { getLocale } from '../paraglide/runtime.js';

// British English for English: days before months, and clocks of 24 hours, as the people here write them.
const REGION = { nl: 'nl-NL', en: 'en-GB' } as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago a moment is, in words: "3 uur geleden", "gisteren". Null when it was less than a minute. */
export function ago(moment: Date, now: Date): string | null {
  const passed = now.getTime() - moment.getTime();
  if (passed < MINUTE) return null;
  const words = new Intl.RelativeTimeFormat(region(), { numeric: 'auto' });
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute');
  const days = daysBetween(moment, now);
  return days === 0 || passed < 6 * HOUR
    ? words.format(-Math.floor(passed / HOUR), 'hour')
    : words.format(-days, 'day');
}

/** The day in words; the year only where it is another than this one. */
export function dayOf(moment: Date, now: Date): string {
  const days = daysBetween(moment, now);
  if (days < 2) return new Intl.RelativeTimeFormat(region(), { numeric: 'auto' }).format(-days, 'day');
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long', year: yearIfOther(moment, now) });
}

/** Day and time, short enough for a line beside other things. */
export function exactly(moment: Date, now: Date): string {
  return format(moment, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: yearIfOther(moment, now),
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Day and time in full, as a sentence takes it. */
export function inFull(moment: Date): string {
  return format(moment, { dateStyle: 'full', timeStyle: 'short' });
}

export function dateOf(moment: Date, now: Date): string {
  return format(moment, { day: 'numeric', month: 'long', year: yearIfOther(moment, now) });
}

/** The date as it stands on paper, and for whoever reads it another year. */
export function dateForLong(moment: Date): string {
  return format(moment, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Month and year, where the day says nothing. */
export function monthOf(moment: Date): string {
  return format(moment, { month: 'long', year: 'numeric' });
}

/** From when to when on the clock; one time when it was the same minute. */
export function stretch(from: Date, to: Date): string {
  return new Intl.DateTimeFormat(region(), { hour: '2-digit', minute: '2-digit' }).formatRange(from, to);
}

/** The same for all moments of one day where one lives. */
export function dayKey(moment: Date): string {
  return `${moment.getFullYear()}-${moment.getMonth()}-${moment.getDate()}`;
}

function daysBetween(moment: Date, now: Date): number {
  return Math.round((startOfDay(now) - startOfDay(moment)) / DAY);
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}

function yearIfOther(moment: Date, now: Date): 'numeric' | undefined {
  return moment.getFullYear() === now.getFullYear() ? undefined : 'numeric';
}

function format(moment: Date, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(region(), how).format(moment);
}

/** How dates and numbers are written in the language that one reads. */
export function region(): string {
  return REGION[getLocale()];
}
