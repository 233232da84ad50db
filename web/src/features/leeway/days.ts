/** So long from now it is asked, unless somebody chooses otherwise. */
const USUAL_MONTHS = 3;
const MOST_YEARS = 2;

/** A day without a time is that day wherever one is. */
export function dayFrom(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

/** The same the other way round. */
export function dayText(day: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Until when it is usually asked. */
export function usualDay(now: Date): string {
  return dayText(monthsOn(now, USUAL_MONTHS));
}

/** The first and the last day until which it can be asked. */
export function daysToChoose(now: Date): { first: string; last: string } {
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return { first: dayText(first), last: dayText(monthsOn(now, 12 * MOST_YEARS)) };
}

/** The same day of a later month, or its last day when that month is shorter. */
function monthsOn(now: Date, months: number): Date {
  const last = new Date(now.getFullYear(), now.getMonth() + months + 1, 0).getDate();
  return new Date(now.getFullYear(), now.getMonth() + months, Math.min(now.getDate(), last));
}
