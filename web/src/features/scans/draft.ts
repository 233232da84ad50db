import { MOST_PRIORITIES, perspectives } from '../../content/scan';

/** From 1 to 5; null is "I don't know". What was not answered is not in it. */
export type Answers = Record<string, number | null>;

/** What somebody filled in and did not send yet. */
export interface Draft {
  /** The statements in the order in which this person sees them. */
  order: string[];
  answers: Answers;
  /** The factors that they find most important. */
  priorities: string[];
  words: string;
  /** Which page they were on. */
  step: number;
  /** What they ask for their ballot with; kept before asking, so that asking again gives the same one. */
  choice: string | null;
}

/** What is sent. */
export interface Response {
  answers: Answers;
  priorities: string[];
  words?: string;
}

/** A page of the questionnaire. */
export type Step =
  | { kind: 'statements'; perspective: string | null; statements: string[] }
  | { kind: 'priorities' | 'words' | 'review' };

type Random = () => number;

export function newDraft(statements: readonly string[], random: Random = Math.random): Draft {
  return {
    order: shuffled(statements, random),
    answers: {},
    priorities: [],
    words: '',
    step: 0,
    choice: null,
  };
}

/** A scan asks one perspective a page and then what matters most; a pulse asks everything on one page. */
export function stepsOf(kind: 'scan' | 'pulse', order: readonly string[]): Step[] {
  if (kind === 'pulse') return [{ kind: 'statements', perspective: null, statements: [...order] }];
  const pages = perspectives.flatMap(({ id, factors }): Step[] => {
    const own = new Set(factors.flatMap((factor) => factor.statements.map((statement) => statement.id)));
    const statements = order.filter((statement) => own.has(statement));
    return statements.length > 0 ? [{ kind: 'statements', perspective: id, statements }] : [];
  });
  return [...pages, { kind: 'priorities' }, { kind: 'words' }, { kind: 'review' }];
}

/** What has no answer yet, in the order of the pages. */
export function unanswered(draft: Pick<Draft, 'order' | 'answers'>): string[] {
  return draft.order.filter((statement) => !(statement in draft.answers));
}

/** Chosen or not; a fourth is not taken. */
export function togglePriority(priorities: readonly string[], factor: string): string[] {
  if (priorities.includes(factor)) return priorities.filter((one) => one !== factor);
  return priorities.length < MOST_PRIORITIES ? [...priorities, factor] : [...priorities];
}

/** What is sent, in the order of the instrument: the order in which somebody saw it would say who it was. */
export function responseOf(
  kind: 'scan' | 'pulse',
  statements: readonly string[],
  { answers, priorities, words }: Draft,
): Response {
  const given: Answers = {};
  for (const statement of statements) given[statement] = answers[statement] ?? null;
  if (kind === 'pulse') return { answers: given, priorities: [] };
  const said = words.trim();
  const response = { answers: given, priorities: [...priorities].sort() };
  return said === '' ? response : { ...response, words: said };
}

/** A draft that was kept for what is asked now; one for other statements is begun anew, with what still fits. */
export function fitting(kept: Draft | null, statements: readonly string[], random?: Random): Draft {
  if (!kept) return newDraft(statements, random);
  const same = kept.order.length === statements.length && statements.every((one) => kept.order.includes(one));
  if (same) return kept;
  const answers = Object.fromEntries(Object.entries(kept.answers).filter(([id]) => statements.includes(id)));
  return { ...newDraft(statements, random), answers, priorities: kept.priorities, words: kept.words };
}

/** 32 random bytes as base64url. */
export function newChoice(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(32))): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function shuffled(items: readonly string[], random: Random): string[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as string;
    order[last] = order[other] as string;
    order[other] = kept;
  }
  return order;
}
