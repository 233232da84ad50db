import { region } from '../../../ui/moments';
import type { Nature } from './load';

/** In cents or minutes. */
export const LARGEST = 1_000_000_000_000;

/** What somebody wrote as an amount, in cents or minutes; null when nobody can read it. */
export function parseAmount(text: string, nature: Nature): number | null {
  return nature === 'time' ? parseHours(text) : parseEuros(text);
}

/**
 * An amount in euros, in cents, as Dutch and English write it: `1.234,50`, `1,234.50`, `1234,5`, `€ 1.000,-`. Digits are
 * put together as they stand: nothing is rounded.
 */
export function parseEuros(text: string): number | null {
  const written = text
    .trim()
    .replace(/^(€|eur|euro)\s*/i, '')
    .replace(/\s*(€|eur|euro)$/i, '')
    .replace(/[.,](-+|–|—)$/, '');
  const parts = partsOf(written);
  return parts && whole(parts.digits + parts.decimals.padEnd(2, '0'));
}

/** Hours, in minutes: `80`, `1,5` or `1:30`. A part of an hour that is no whole minute becomes the nearest one. */
export function parseHours(text: string): number | null {
  const written = text
    .trim()
    .replace(/\s*(uur|uren|u|hours?|hrs?|h)\.?$/i, '')
    .trim();
  const clock = /^(\d[\d.,\s]*):([0-5]\d)$/.exec(written);
  const parts = partsOf(clock?.[1] ?? written);
  if (!parts || (clock && parts.decimals !== '')) return null;
  const hours = whole(parts.digits);
  if (hours > LARGEST) return hours;
  const hundredths = Number(parts.decimals.padEnd(2, '0'));
  return hours * 60 + (clock ? Number(clock[2]) : Math.round((hundredths * 6) / 10));
}

/**
 * The digits before and after what separates the decimals. A single dot or comma before three digits stands between
 * thousands, in either language: nobody writes a tenth of a cent.
 */
function partsOf(text: string): { digits: string; decimals: string } | null {
  const decimal = /^(.*)[.,](\d{1,2})$/s.exec(text);
  const before = decimal?.[1] ?? text;
  const separator = decimal ? text.at(before.length) : undefined;
  const grouped = /^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/.exec(before);
  if (grouped && (grouped[1] === separator || before.startsWith('0'))) return null;
  if (!grouped && !/^\d+$/.test(before)) return null;
  return { digits: before.replace(/\D/g, ''), decimals: decimal?.[2] ?? '' };
}

/** More digits than a number holds exactly are too much anyway. */
function whole(digits: string): number {
  const meant = digits.replace(/^0+(?=\d)/, '');
  return meant.length > 15 ? LARGEST + 1 : Number(meant);
}

/** As one types it: what `parseAmount` reads back as the same. */
export function typedAmount(amount: number, nature: Nature): string {
  return nature === 'time' ? hoursOf(amount).text : eurosIn(amount, 'decimal');
}

/** As one reads it: `€ 1.234,50`, or `80 uur`. */
export function amountText(amount: number, nature: Nature): string {
  if (nature !== 'time') return eurosIn(amount, 'currency');
  const { hours, text } = hoursOf(Math.abs(amount));
  const said = new Intl.NumberFormat(region(), {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  });
  const parts = said.formatToParts(Math.sign(amount) * hours);
  // `1:20` stands where the number stands, and its hour is said in the language's own way.
  const first = parts.findIndex(({ type }) => type === 'integer');
  return parts
    .filter(
      ({ type }, index) => index === first || !['integer', 'group', 'decimal', 'fraction'].includes(type),
    )
    .map((part) => (part.type === 'integer' ? text : part.value))
    .join('');
}

function eurosIn(cents: number, style: 'currency' | 'decimal'): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(region(), {
    style,
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100);
}

/** Quarters of an hour as people say them, other minutes as on a clock. */
function hoursOf(minutes: number): { hours: number; text: string } {
  const number = new Intl.NumberFormat(region(), { maximumFractionDigits: 2 });
  const rest = minutes % 60;
  const hours = minutes / 60;
  if (rest % 15 === 0) return { hours, text: number.format(hours) };
  return { hours, text: `${number.format((minutes - rest) / 60)}:${String(rest).padStart(2, '0')}` };
}
