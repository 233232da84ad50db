import { problemWords, type Problem } from '../../../../api/problem';
import { m } from '../../../../paraglide/messages.js';
import type { BroughtRow } from './bringing.svelte';

const WRONG: Record<string, () => string> = {
  'partner_id not_yours': m.bringing_not_yours,
  'partner_id unknown': m.bringing_whose_unknown,
  'kind required': m.bringing_kind_missing,
  'kind unknown': m.bringing_kind_unknown,
  'words required': m.bringing_words_missing,
  'amount invalid': m.bringing_amount,
  'amount required': m.bringing_amount_missing,
  'amount out_of_range': m.bringing_amount,
  'amount intangible': m.bringing_intangible,
  'until once': m.bringing_until_once,
  'until before_from': m.bringing_until_before,
  'from invalid': m.bringing_month,
  'until invalid': m.bringing_month,
  'is_private joint': m.bringing_joint,
  'shares not_shared': m.bringing_not_shared,
  'shares unknown': m.bringing_shares_unknown,
};
const BY_FIELD: Record<string, () => string> = {
  words: m.bringing_words_long,
  note: m.bringing_note_long,
  shares: m.bringing_amount,
  nature: m.bringing_word_unknown,
  frequency: m.bringing_word_unknown,
  certainty: m.bringing_word_unknown,
};

/** What is wrong with a row and what to do about it. */
export function rowWords({ refused }: BroughtRow): string[] {
  return refused.map(({ field, code }) =>
    (WRONG[`${field} ${code}`] ?? BY_FIELD[field] ?? m.bringing_other)(),
  );
}

const TABLE: Record<string, () => string> = {
  no_header: m.bringing_no_header,
  too_many_rows: m.bringing_too_many_rows,
  too_long: m.bringing_too_many_rows,
  required: m.bringing_no_rows,
  too_many: m.bringing_too_many,
};

/** Why the table as a whole could not be read. */
export function tableWords(problem: Problem): string {
  const code = problem.errors?.find(({ field }) => field === 'text')?.code;
  return code !== undefined && TABLE[code] ? TABLE[code]() : problemWords(problem);
}

/** Why nothing was brought in; or, when the answer may have been lost on its way, that it may have been. */
export function addWords(problem: Problem): string {
  if (problem.code === 'changed_meanwhile') return m.bringing_changed();
  const isAnswer = problem.status > 0 && problem.status < 500;
  return isAnswer ? tableWords(problem) : m.bringing_unknown();
}
