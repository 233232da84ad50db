import type { ReportCell, ReportClass, Scan } from '../../api/types';
import { topicName } from '../../content/scan';
import { inOwnLanguage } from '../../content/words';
import { m } from '../../paraglide/messages.js';
import { dateOf } from '../../ui/moments';
import { decimal } from './numbers';
import type { Agreement } from './reading';

type Named = Pick<Scan, 'kind' | 'planned_for' | 'opened_at'>;

/** What a round is called: what it is, and the day on which it was opened or is meant to be. */
export function roundName({ kind, planned_for, opened_at }: Named, now: Date): string {
  if (!opened_at) {
    const date = dateOf(dayFrom(planned_for), now);
    return kind === 'scan' ? m.scans_name_planned_scan({ date }) : m.scans_name_planned_pulse({ date });
  }
  const date = dateOf(new Date(opened_at), now);
  return kind === 'scan' ? m.scans_name_scan({ date }) : m.scans_name_pulse({ date });
}

/** What is asked, and how long that takes. */
export function roundLength(kind: Scan['kind']): string {
  return kind === 'scan' ? m.scans_length_scan() : m.scans_length_pulse();
}

/** A day without a time is that day wherever one is. */
export function dayFrom(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

/** The same the other way round. */
export function dayText(day: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A factor, or what a pulse asks about. */
export function nameOf(id: string): string {
  const words = topicName(id);
  return words ? inOwnLanguage(words) : id;
}

export const CLASS_WORDS: Record<ReportClass, () => string> = {
  celebrate: m.scans_class_celebrate,
  talk: m.scans_class_talk,
  act: m.scans_class_act,
  inform: m.scans_class_inform,
  watch: m.scans_class_watch,
};

/** How it is judged, and how much people agree about that. */
export const OPINION_WORDS: Record<Agreement, (numbers: { score: string; number: string }) => string> = {
  agreed: m.scans_opinion_agreed,
  mostly: m.scans_opinion_mostly,
  divided: m.scans_opinion_divided,
  opposed: m.scans_opinion_opposed,
};

/** A partner's mean as it is shown; very low and very high ones only as such. */
export function cellValue({ mean, beyond }: Pick<ReportCell, 'mean' | 'beyond'>): string {
  if (beyond === 'at_most') return `≤ ${decimal(mean)}`;
  return beyond === 'at_least' ? `≥ ${decimal(mean)}` : decimal(mean);
}
