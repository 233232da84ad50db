import type { ReportItem, Report, ReportClass, ReportComparison } from '../../api/types';

/** In the order in which a report speaks of them. */
export const CLASSES = ['celebrate', 'talk', 'act', 'inform', 'watch'] as const satisfies ReportClass[];

/** How much people agree, in a word. The line between a wide and a narrow opinion is the method's own: 0.3. */
export type Agreement = 'agreed' | 'mostly' | 'divided' | 'opposed';

export function agreementOf(agreement: number): Agreement {
  if (agreement >= 0.5) return 'agreed';
  if (agreement >= 0.3) return 'mostly';
  return agreement >= 0 ? 'divided' : 'opposed';
}

/** What asks most for attention first; what too few could judge comes last. Equal ones stay as they were. */
export function ranked(items: readonly ReportItem[]): ReportItem[] {
  const weight = ({ figures }: ReportItem): number => (figures ? (figures.priority ?? 0) : -1);
  return [...items].sort((one, other) => weight(other) - weight(one));
}

/** What a report says first: what is to be celebrated, and so on; the most urgent first within each. */
export function byClass(items: readonly ReportItem[]): { class: ReportClass; items: ReportItem[] }[] {
  const order = ranked(items);
  return CLASSES.map((one) => {
    const own = order.filter((item) => item.class === one);
    // The best that went well stands first.
    const best = (item: ReportItem): number => item.figures?.score ?? 0;
    if (one === 'celebrate') own.sort((a, b) => best(b) - best(a));
    return { class: one, items: own };
  }).filter((group) => group.items.length > 0);
}

/** How many there are of each class, for a line about a whole round. */
export function counted(items: readonly ReportItem[]): Record<ReportClass, number> {
  const counts = { celebrate: 0, talk: 0, act: 0, inform: 0, watch: 0 };
  for (const item of items) if (item.class) counts[item.class] += 1;
  return counts;
}

/** What went up or down by more than chance. */
export function changes({ items }: ReportComparison): { improved: string[]; declined: string[] } {
  const of = (verdict: 'improved' | 'declined'): string[] =>
    items.filter((item) => item.verdict === verdict).map(({ id }) => id);
  return { improved: of('improved'), declined: of('declined') };
}

/** Every cell that a report shows anywhere, to explain its mark once: single partners first, then those together. */
export function cellsOf({ items }: Pick<Report, 'items'>): string[][] {
  const cells = new Map<string, string[]>();
  for (const { figures } of items) {
    for (const { partners } of figures?.cells ?? []) cells.set([...partners].sort().join(), [...partners]);
  }
  return [...cells.values()].sort((one, other) => one.length - other.length);
}
