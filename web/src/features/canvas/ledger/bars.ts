import type { Figures, Year } from './load';

/** How far the two bars of one of them reach, in percents of the longest of all. */
export interface Reach {
  /** Null is all together. */
  partner: string | null;
  cost: number;
  benefit: number;
}

export type Unit = 'money' | 'time';

/** The bars of a year: all together, and each partner. Nothing when it costs and brings nothing. */
export function reachOf({ joint, partners }: Year, unit: Unit): Reach[] {
  const columns: { partner: string | null; figures: Figures }[] = [
    { partner: null, figures: joint },
    ...partners.map(({ partner_id, figures }) => ({ partner: partner_id, figures })),
  ];
  const longest = Math.max(
    ...columns.map(({ figures }) => Math.max(figures[unit].cost, figures[unit].benefit)),
  );
  if (longest === 0) return [];
  return columns.map(({ partner, figures }) => ({
    partner,
    cost: (100 * figures[unit].cost) / longest,
    benefit: (100 * figures[unit].benefit) / longest,
  }));
}

/** Whether anything is brought in this unit. */
export function brings(years: readonly Year[], unit: Unit): boolean {
  return years.some(({ joint, partners }) =>
    [joint, ...partners.map(({ figures }) => figures)].some((figures) => figures[unit].benefit > 0),
  );
}

/** The units in which there is something, money first; and money where there is nothing at all. */
export function unitsIn(years: readonly Year[]): Unit[] {
  const units = (['money', 'time'] as const).filter((unit) =>
    years.some((year) => reachOf(year, unit).length > 0),
  );
  return units.length > 0 ? units : ['money'];
}
