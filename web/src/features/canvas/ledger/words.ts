import { m } from '../../../paraglide/messages.js';
import type { Certainty, Kind, Line, Totals } from './load';
import { amountText } from './money';
import { monthText } from './months';

export const CERTAINTIES: Record<Certainty, () => string> = {
  assumed: m.ledger_assumed,
  agreed: m.ledger_agreed,
  realised: m.ledger_realised,
};

/** How much and how often, as people say it: `€ 1.200 per jaar`. Nothing of what is in words alone. */
export function amountWords({
  amount,
  nature,
  frequency,
}: Pick<Line, 'amount' | 'nature' | 'frequency'>): string | null {
  if (amount === null) return null;
  const said = amountText(amount, nature);
  if (frequency === 'monthly') return m.ledger_per_month({ amount: said });
  if (frequency === 'yearly') return m.ledger_per_year({ amount: said });
  return m.ledger_one_off({ amount: said });
}

/** From when until when, where somebody said so. */
export function whenWords({
  from,
  until,
  frequency,
}: Pick<Line, 'from' | 'until' | 'frequency'>): string | null {
  if (from !== null && frequency === 'once') return m.ledger_in_month({ month: monthText(from) });
  if (from !== null && until !== null)
    return m.ledger_from_until({ from: monthText(from), until: monthText(until) });
  if (from !== null) return m.ledger_from_month({ month: monthText(from) });
  return until === null ? null : m.ledger_until_month({ month: monthText(until) });
}

/** What of a joint line is for nobody, or is too much. */
export function restWords(rest: number, { nature }: Pick<Line, 'nature'>): string {
  const amount = amountText(Math.abs(rest), nature);
  return rest > 0 ? m.ledger_rest_left({ amount }) : m.ledger_rest_over({ amount });
}

/** A year of all together in one sentence; nothing where no money goes round. */
export function yearWords({ cost, benefit, balance }: Totals): string | null {
  if (cost === 0 && benefit === 0) return null;
  const said = {
    cost: amountText(cost, 'money'),
    benefit: amountText(benefit, 'money'),
    left: amountText(Math.abs(balance), 'money'),
  };
  if (balance === 0) return m.ledger_year_joint_even(said);
  return balance > 0 ? m.ledger_year_joint_left(said) : m.ledger_year_joint_needed(said);
}

const WRONG: Record<string, () => string> = {
  'words required': m.ledger_words_missing,
  'amount required': m.ledger_amount_missing,
  'amount unreadable': m.ledger_amount_unreadable,
  'from unreadable': m.ledger_month_unreadable,
  'until unreadable': m.ledger_month_unreadable,
  'until before_from': m.ledger_until_before,
  'shares unknown': m.ledger_shares_unknown,
};
const BY_FIELD: Record<string, () => string> = {
  words: m.ledger_words_error,
  note: m.ledger_note_error,
  amount: m.ledger_amount_error,
  from: m.ledger_month_unreadable,
  until: m.ledger_month_unreadable,
};

/** Why a field is not taken, in words. */
export function wrongWords(field: string, code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (code === 'too_many') return m.ledger_too_many();
  if (field.startsWith('share')) return (WRONG[`${field} ${code}`] ?? m.ledger_share_unreadable)();
  return (WRONG[`${field} ${code}`] ?? BY_FIELD[field] ?? m.ledger_refused)();
}

export function kindWords(kind: Kind): string {
  return kind === 'cost' ? m.ledger_cost() : m.ledger_benefit();
}
