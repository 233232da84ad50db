import { m } from '../../paraglide/messages.js';

/** A line that names no block, while none was chosen for such lines. */
export const NO_BLOCK = 'no_block';

const WORDS: Record<string, () => string> = {
  unknown_block: m.canvas_paste_unknown_block,
  [NO_BLOCK]: m.canvas_paste_no_block,
  unknown_partner: m.canvas_paste_unknown_partner,
  no_text: m.canvas_paste_no_text,
  too_long: m.canvas_paste_too_long,
  too_many: m.canvas_paste_too_many,
};

/** What is wrong with a line and what to do about it. */
export function rowProblemWords(code: string): string {
  return (WORDS[code] ?? m.canvas_paste_other_problem)();
}

/** Where a line begins and ends in a text; lines count from 1. */
export function lineAt(text: string, line: number): [start: number, end: number] {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return [Math.min(start, text.length), Math.min(start + (lines[line - 1]?.length ?? 0), text.length)];
}
