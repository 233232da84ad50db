import library from './scan.json';
import shortNames from './scan_short_names.json';
import type { Words } from './words';

/** Something that somebody is asked to judge. */
export interface Statement {
  id: string;
  text: Words;
}

/** One of the sixteen success factors. */
export interface Factor {
  id: string;
  name: Words;
  /** For a chart, where the whole name does not fit. */
  short: Words;
  explanation: Words;
  /** What one can observe, and what one experiences. */
  statements: Statement[];
  actions: Words[];
}

/** Four factors that answer one question. */
export interface Perspective {
  id: string;
  name: Words;
  question: Words;
  factors: Factor[];
}

/** One of the five words of the scale. */
export interface ScaleWord {
  value: number;
  words: Words;
}

const SHORT: Record<string, Words | undefined> = shortNames;

/** The four perspectives with their sixteen factors (names: BINT), in the order of the instrument. */
export const perspectives: readonly Perspective[] = library.perspectives.map((perspective) => ({
  ...perspective,
  factors: perspective.factors.map((factor) => ({ ...factor, short: SHORT[factor.id] ?? factor.name })),
}));

export const factors: readonly Factor[] = perspectives.flatMap((perspective) => perspective.factors);

/** The two statements about effort and yield that a pulse asks besides. */
export const temperature: readonly (Statement & { name: Words })[] = library.temperature;

export const scale: readonly ScaleWord[] = library.scale.labels.map(({ value, nl, en }) => ({
  value,
  words: { nl, en },
}));
export const dontKnow: Words = library.scale.dont_know;
export const importanceQuestion: Words = library.importance_question.text;
export const MOST_PRIORITIES = library.importance_question.max_choices;
export const openQuestion: Words = library.open_question;

const byId = new Map(factors.map((factor) => [factor.id, factor]));
const statements = new Map(
  [...factors.flatMap((factor) => factor.statements), ...temperature].map((one) => [one.id, one]),
);

/** The statement with this id; one that this page does not know yet is undefined. */
export function statementOf(id: string): Statement | undefined {
  return statements.get(id);
}

/** The factor with this id, or the one that the statement with this id is about. */
export function factorOf(id: string): Factor | undefined {
  return byId.get(id) ?? byId.get(id.replace(/\.[ab]$/, ''));
}

/** What a line of a report is about: the name of a factor or of a temperature question. */
export function topicName(id: string): Words | undefined {
  return factorOf(id)?.name ?? temperature.find((one) => one.id === id)?.name;
}
