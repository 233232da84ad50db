import content from '../../content/phases.json';
import type { Locale } from '../../paraglide/runtime.js';

export interface Phase {
  id: string;
  name: string;
  question: string;
}

export function phases(locale: Locale): Phase[] {
  return content.phases.map(({ id, name, question }) => ({
    id,
    name: name[locale],
    question: question[locale],
  }));
}

export function phaseName(id: string, locale: Locale): string {
  return phases(locale).find((phase) => phase.id === id)?.name ?? id;
}
