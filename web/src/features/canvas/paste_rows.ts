import { problemWords, type Problem } from '../../api/problem';
import { m } from '../../paraglide/messages.js';

/** A line that names no block, while none was chosen for such lines. */
export const NO_BLOCK = 'block_missing';

const ROW_WORDS: Record<string, () => string> = {
  [NO_BLOCK]: m.canvas_paste_no_block,
  block_unknown: m.canvas_paste_unknown_block,
  partner_unknown: m.canvas_paste_unknown_partner,
  text_missing: m.canvas_paste_no_text,
  text_too_long: m.canvas_paste_too_long,
};

/** What is wrong with a line and what to do about it. */
export function rowProblemWords(code: string): string {
  return (ROW_WORDS[code] ?? m.canvas_paste_other_problem)();
}

/** Why the list as a whole could not be read. */
export function listProblemWords(problem: Problem): string {
  const code = problem.errors?.find(({ field }) => field === 'text')?.code;
  if (code === 'too_many_rows') return m.canvas_paste_too_many();
  return code === 'required' ? m.canvas_paste_no_cards() : problemWords(problem);
}

/** Why the list was not added; or, when the answer may have been lost on its way, that it may have been. */
export function addProblemWords(problem: Problem): string {
  const isAnswer = problem.status > 0 && problem.status < 500;
  return isAnswer ? `${listProblemWords(problem)} ${m.canvas_paste_failed()}` : m.canvas_paste_unknown();
}

/** Where a line begins and ends in a text; lines count from 1. */
export function lineAt(text: string, line: number): [start: number, end: number] {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return [Math.min(start, text.length), Math.min(start + (lines[line - 1]?.length ?? 0), text.length)];
}
