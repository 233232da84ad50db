import { region } from '../../../ui/moments';

/** A month as one types it, `03-2027` or `3/2027` or `2027-03`, as the server takes it; null when nobody can read it. */
export function parseMonth(text: string): string | null {
  const written = text.trim();
  const found = /^(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(written);
  const other = /^(\d{4})\s*[-/. ]\s*(\d{1,2})$/.exec(written);
  const [month, year] = found ? [found[1], found[2]] : [other?.[2], other?.[1]];
  if (month === undefined || year === undefined) return null;
  const known = Number(month) >= 1 && Number(month) <= 12 && Number(year) >= 1900 && Number(year) < 3000;
  return known ? `${year}-${month.padStart(2, '0')}` : null;
}

/** `2027-03` as one types it: `03-2027`. */
export function typedMonth(month: string | null | undefined): string {
  return month ? month.split('-').reverse().join('-') : '';
}

/** `2027-03` as one says it: `maart 2027`. */
export function monthText(month: string): string {
  return new Intl.DateTimeFormat(region(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** Twelve months in short: `2027`, or `2027–2028` where they lie in two years. */
export function yearText({ from, until }: { from: string; until: string }): string {
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
