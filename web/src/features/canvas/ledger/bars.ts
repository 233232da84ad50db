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

/** All together, or one partner, over the years. */
export interface Course {
  /** Null is all together. */
  partner: string | null;
  /** What is left, or what it costs where nothing is brought; and how far that reaches, in percents of the furthest of all. */
  years: { amount: number; reach: number }[];
}

/** What is left in each year; of what only costs, what it costs. */
export function rowOver(years: readonly Year[], unit: Unit): 'balance' | 'cost' {
  return unit === 'money' || brings(years, unit) ? 'balance' : 'cost';
}

/** How it goes over the years, for all together and for each partner. */
export function coursesOf(years: readonly Year[], unit: Unit): Course[] {
  const row = rowOver(years, unit);
  const partners = [null, ...(years[0]?.partners.map(({ partner_id }) => partner_id) ?? [])];
  const courses = partners.map((partner) => ({
    partner,
    amounts: years.map((year) => figuresOf(year, partner)?.[unit][row] ?? 0),
  }));
  const furthest = Math.max(...courses.flatMap(({ amounts }) => amounts.map(Math.abs)));
  const reach = (amount: number): number => (furthest === 0 ? 0 : (100 * Math.abs(amount)) / furthest);
  return courses.map(({ partner, amounts }) => ({
    partner,
    years: amounts.map((amount) => ({ amount, reach: reach(amount) })),
  }));
}

function figuresOf({ joint, partners }: Year, partner: string | null): Figures | undefined {
  if (partner === null) return joint;
  return partners.find(({ partner_id }) => partner_id === partner)?.figures;
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
