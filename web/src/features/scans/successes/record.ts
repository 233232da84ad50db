import type { Partner, Success, SuccessRecord } from '../../../api/types';

export const LONGEST_WORDS = 1000;

/** What a form says about a success: its words, its day, and under the id of a partner what that one did. */
export type SuccessForm = Record<string, string>;
export const WORDS = 'words';
export const DAY = 'happened_on';

export function formOf({ words, happened_on, parts }: SuccessRecord): SuccessForm {
  const said = (parts ?? []).map((part) => [part.partner_id, part.words]);
  return { [WORDS]: words, [DAY]: happened_on, ...Object.fromEntries(said) };
}

/** What is sent: partners of whom nothing is said are left out. */
export function recordOf(form: SuccessForm, partners: readonly Partner[]): SuccessRecord {
  const parts = partners
    .map(({ id }) => ({ partner_id: id, words: (form[id] ?? '').trim() }))
    .filter(({ words }) => words !== '');
  return { words: (form[WORDS] ?? '').trim(), happened_on: form[DAY] ?? '', parts };
}

/** Of whom something can be said: those that take part, and those that left and of whom something is said already. */
export function askedPartners(partners: readonly Partner[], success: Success | undefined): Partner[] {
  const said = new Set(success?.parts.map(({ partner_id }) => partner_id));
  return partners.filter(({ id, status }) => status === 'active' || said.has(id));
}

/** After somebody else changed it: what one did not touch is as they left it, what one did stays as one meant it. */
export function meanwhile(before: SuccessForm, form: SuccessForm, now: SuccessForm): SuccessForm {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(form), ...Object.keys(now)])];
  const merged = keys.map((key) => {
    const touched = (form[key] ?? '').trim() !== (before[key] ?? '').trim();
    return [key, (touched ? form[key] : now[key]) ?? ''];
  });
  return Object.fromEntries(merged);
}

/** Only what somebody made another, to be kept until it is sent. */
export function touchedOf(before: SuccessForm, form: SuccessForm): SuccessForm {
  return Object.fromEntries(
    Object.entries(form).filter(([key, text]) => text.trim() !== (before[key] ?? '').trim()),
  );
}
