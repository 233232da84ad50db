import { problemWords, type Problem } from '../../../api/problem';
import { m } from '../../../paraglide/messages.js';

const WORDS: Record<string, () => string> = {
  another_is_on: m.silence_another_is_on,
  over: m.silence_is_over,
  too_many: m.silence_too_many,
};

/** Why it could not be done, and that nothing is lost. */
export function refusalWords(problem: Problem): string {
  const refused = problem.errors?.map(({ code }) => WORDS[code]).find((words) => words !== undefined);
  return (refused ?? WORDS[problem.code] ?? (() => problemWords(problem)))();
}
