import type { Problem } from '../../../api/problem';
import type { Partner } from '../../../api/types';
import type { Certainty, Frequency, Kind, Line, Nature, OwnLine } from './load';
import { LARGEST, parseAmount, typedAmount } from './money';
import { parseMonth, typedMonth } from './months';

export const LONGEST_WORDS = 200;
export const LONGEST_NOTE = 1000;
export const JOINT = 'joint';
export const OWN = 'own';
/** Of one's own partner, and for nobody else to see. */
export const KEPT = 'kept';

/** What somebody writes, while they write it. What is for which partner stands under the name of `shareField`. */
export interface LineForm extends Record<string, string> {
  whose: string;
  kind: string;
  nature: string;
  words: string;
  note: string;
  amount: string;
  frequency: string;
  from: string;
  until: string;
  certainty: string;
}

export function blank(whose: string, kind: Kind): LineForm {
  return {
    whose,
    kind,
    nature: 'money',
    words: '',
    note: '',
    amount: '',
    frequency: 'yearly',
    from: '',
    until: '',
    certainty: 'assumed',
  };
}

export function shareField(partner: string): string {
  return `share.${partner}`;
}

export function formOf(line: Line): LineForm {
  const form: LineForm = {
    ...blank(line.partner_id === null ? JOINT : line.is_private ? KEPT : OWN, line.kind),
    nature: line.nature,
    words: line.words,
    note: line.note,
    amount: line.amount === null ? '' : typedAmount(line.amount, line.nature),
    frequency: line.frequency,
    from: typedMonth(line.from),
    until: typedMonth(line.until),
    certainty: line.certainty,
  };
  for (const { partner_id, amount } of line.shares)
    form[shareField(partner_id)] = typedAmount(amount, line.nature);
  return form;
}

/** What one typed before, over what it is now. */
export function restored(base: LineForm, kept: Record<string, string>): LineForm {
  return { ...base, ...kept };
}

/** Why a field is not taken, by its name. */
export type Wrong = Record<string, string>;

/** What nobody can read in it, before the server is asked. */
export function wrongIn(form: LineForm, partners: readonly Partner[]): Wrong {
  const wrong: Wrong = {};
  const nature = form.nature as Nature;
  if (form.words.trim() === '') wrong['words'] = 'required';
  if (nature !== 'intangible') {
    const amount = parseAmount(form.amount, nature);
    if (form.amount.trim() === '') wrong['amount'] = 'required';
    else if (amount === null) wrong['amount'] = 'unreadable';
    else if (amount < 1 || amount > LARGEST) wrong['amount'] = 'out_of_range';
  }
  for (const field of ['from', 'until'])
    if ((form[field] ?? '').trim() !== '' && parseMonth(form[field] ?? '') === null)
      wrong[field] = 'unreadable';
  if (hasShares(form))
    for (const { id } of partners) {
      const typed = form[shareField(id)] ?? '';
      if (typed.trim() !== '' && parseAmount(typed, nature) === null) wrong[shareField(id)] = 'unreadable';
    }
  return wrong;
}

/** What the server refused. */
export function refusedIn(problem: Problem | null): Wrong {
  return Object.fromEntries((problem?.errors ?? []).map(({ field, code }) => [field, code]));
}

/** Whether what is joint can be divided. */
export function hasShares({ whose, nature }: LineForm): boolean {
  return whose === JOINT && nature !== 'intangible';
}

/** What was typed as shares, in the order of the partners; nothing counts as none. */
export function sharesIn(form: LineForm, partners: readonly Partner[]): number[] {
  return partners.map(({ id }) => parseAmount(form[shareField(id)] ?? '', form.nature as Nature) ?? 0);
}

export function bodyOf(form: LineForm, own: Partner | null, partners: readonly Partner[]): OwnLine {
  const nature = form.nature as Nature;
  const shares = sharesIn(form, partners);
  return {
    partner_id: form.whose === JOINT ? null : (own?.id ?? null),
    is_private: form.whose === KEPT,
    kind: form.kind as Kind,
    nature,
    words: form.words.trim(),
    note: form.note.trim(),
    amount: nature === 'intangible' ? null : parseAmount(form.amount, nature),
    frequency: form.frequency as Frequency,
    from: parseMonth(form.from),
    until: form.frequency === 'once' ? null : parseMonth(form.until),
    certainty: form.certainty as Certainty,
    shares: hasShares(form)
      ? partners
          .map(({ id }, index) => ({ partner_id: id, amount: shares[index] ?? 0 }))
          .filter(({ amount }) => amount > 0)
      : [],
  };
}

/** Whom a joint line can be divided among: who takes part, and who has something of it already. */
export function sharers(partners: readonly Partner[], form: LineForm): Partner[] {
  return partners.filter(
    ({ id, status }) => status === 'active' || (form[shareField(id)] ?? '').trim() !== '',
  );
}
