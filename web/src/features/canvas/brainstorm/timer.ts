/** What is said aloud of the time that is left: nothing else, or it would push people. */
export type Said = 'a_minute' | 'over';

const MINUTE = 60;

/** How far the server's clock is ahead of this one, in milliseconds. */
export function aheadBy(serverNow: string, here: number): number {
  const there = Date.parse(serverNow);
  return Number.isNaN(there) ? 0 : there - here;
}

/** Whole seconds until it ends, on the server's clock; none once it has. */
export function secondsLeft(endsAt: string, here: number, ahead: number): number {
  return Math.max(0, Math.ceil((Date.parse(endsAt) - here - ahead) / 1000));
}

/** As a clock shows it: `4:05`. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`;
}

/** What is to be said aloud when so much was left before, and so much is now. Who comes in late is not told what was. */
export function saidAt(before: number | null, now: number): Said | null {
  if (before === null || now >= before) return null;
  if (before > 0 && now === 0) return 'over';
  return before > MINUTE && now <= MINUTE ? 'a_minute' : null;
}
