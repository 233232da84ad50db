import content from './phases.json';
import type { Locale } from '../paraglide/runtime.js';

/** Something that belongs to a phase: what one sees when it is there. */
export interface EvidenceText {
  /** As `signal.challenge`. */
  id: string;
  text: string;
}

export interface Phase {
  id: string;
  name: string;
  question: string;
  /** Why it is worth its time. */
  why: string;
  evidence: EvidenceText[];
  /** How one best meets in it. */
  meeting: string;
}

/** All seven, in the order in which they are suggested. */
export function phases(locale: Locale): Phase[] {
  return content.phases.map(({ id, name, question, why, evidence, meeting_form }) => ({
    id,
    name: name[locale],
    question: question[locale],
    why: why[locale],
    evidence: evidence.map(({ id, text }) => ({ id, text: text[locale] })),
    meeting: meeting_form[locale],
  }));
}

export function phaseName(id: string, locale: Locale): string {
  return phases(locale).find((phase) => phase.id === id)?.name ?? id;
}

/** Whether a partnership in a phase is as far as another, or further. */
export function isAtLeast(phase: string, wanted: string): boolean {
  const place = (id: string): number => content.phases.findIndex((one) => one.id === id);
  return place(phase) >= place(wanted);
}

/** What is to be there for a phase, in words; the id of what this page does not know yet. */
export function evidenceText(id: string, locale: Locale): string {
  const all = phases(locale).flatMap(({ evidence }) => evidence);
  return all.find((evidence) => evidence.id === id)?.text ?? id;
}
