import type { SharedWith, TensionCheck } from '../../../api/types';

export const LONGEST_ANSWER = 2000;

/** The four questions, in the order in which one asks them oneself. */
export const QUESTIONS = ['belief', 'benefit', 'success', 'effort'] as const;
export type Question = (typeof QUESTIONS)[number];

export const SHARED_WITH: readonly SharedWith[] = ['nobody', 'lead', 'all'];

export interface CheckForm extends Record<string, string> {
  belief: string;
  benefit: string;
  success: string;
  effort: string;
  shared_with: SharedWith;
}

/** Nobody else reads it, unless one says so. */
export const BLANK: CheckForm = { belief: '', benefit: '', success: '', effort: '', shared_with: 'nobody' };

export function formOf({ belief, benefit, success, effort, shared_with }: TensionCheck): CheckForm {
  return { belief, benefit, success, effort, shared_with };
}

/** What was kept of a form, over what it was. */
export function restored(before: CheckForm, kept: Record<string, string>): CheckForm {
  const answers = QUESTIONS.map((question) => [question, kept[question] ?? before[question]]);
  const shared_with = SHARED_WITH.find((one) => one === kept['shared_with']) ?? before.shared_with;
  return { ...before, ...Object.fromEntries(answers), shared_with };
}

/** One answer is enough. */
export function saysSomething(form: CheckForm): boolean {
  return QUESTIONS.some((question) => form[question].trim() !== '');
}

/** One's own, and what others let one read; each the last one first. */
export function sorted(
  checks: readonly TensionCheck[],
  account: string,
): { own: TensionCheck[]; others: TensionCheck[] } {
  const newest = checks.toReversed();
  return {
    own: newest.filter(({ account_id }) => account_id === account),
    others: newest.filter(({ account_id }) => account_id !== account),
  };
}
