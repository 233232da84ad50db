import { getLocale } from '../../paraglide/runtime.js';

/** A score or a difference, with one decimal. */
export function decimal(value: number): string {
  return new Intl.NumberFormat(getLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  );
}

/** A share that is given in percent. */
export function percent(value: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(
    value / 100,
  );
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(items);
}
