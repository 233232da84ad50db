import { problemWords } from '../../../api/problem';
import type { Partner } from '../../../api/types';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import type { Came } from './ask_each';
import type { Balance } from './load';
import type { Warning } from './warnings';

/** How well something fits, as a figure to look at: in whole points. */
export function wholePoints(points: number): string {
  return new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 0 }).format(points);
}

/** What makes a difference, however small: with one decimal. */
export function finePoints(points: number): string {
  return new Intl.NumberFormat(getLocale(), ONE_DECIMAL).format(points);
}

/** More or less: with its sign. */
export function differencePoints(points: number): string {
  const signed = new Intl.NumberFormat(getLocale(), { ...ONE_DECIMAL, signDisplay: 'exceptZero' });
  return signed.format(points).replace('-', '−');
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(items);
}

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** Less than half of what is shown is no difference. */
function isSame(difference: number): boolean {
  return Math.abs(difference) < 0.05;
}

/** How a plan compares with what is suggested. */
export function comparedWords(difference: number, isOwn: boolean): string {
  if (!isOwn) return m.suggestion_same();
  if (isSame(difference)) return m.suggestion_as_good();
  const points = finePoints(Math.abs(difference));
  return difference < 0 ? m.suggestion_less({ points }) : m.suggestion_more({ points });
}

/** Who else would have a seat, and what that would cost the whole. */
export function instead(name: string, points: number, cost: number): string {
  const said = { name, points: wholePoints(points) };
  return isSame(cost)
    ? m.suggestion_why_else_free(said)
    : m.suggestion_why_else_text({ ...said, cost: finePoints(cost) });
}

export const BALANCES: readonly { value: Balance; label: () => string; text: () => string }[] = [
  { value: 'usual', label: m.suggestion_balance_usual, text: m.suggestion_balance_usual_text },
  { value: 'tight', label: m.suggestion_balance_tight, text: m.suggestion_balance_tight_text },
  { value: 'none', label: m.suggestion_balance_none, text: m.suggestion_balance_none_text },
];

export function roleTitle(role: { title: string } | undefined): string {
  return role?.title.trim() || m.roles_untitled();
}

/** Roles that all lack people are said in one line when there are more than this. */
const EACH_BY_ITSELF = 2;

/** What to look at, in words; roles that lack people together when they are many. */
export function warningLines(warnings: readonly Warning[], partners: readonly Partner[]): string[] {
  const lacking = warnings.filter(isLacking);
  if (lacking.length <= EACH_BY_ITSELF) return warnings.map((warning) => warningWords(warning, partners));
  const others = warnings.filter((warning) => !isLacking(warning));
  const together = m.suggestion_lacking_all({ titles: list(lacking.map(({ role }) => roleTitle(role))) });
  return [together, ...others.map((warning) => warningWords(warning, partners))];
}

function isLacking(warning: Warning): warning is Extract<Warning, { kind: 'lacking' }> {
  return warning.kind === 'lacking';
}

function warningWords(warning: Warning, partners: readonly Partner[]): string {
  const nameOf = (id: string): string => partners.find((partner) => partner.id === id)?.name ?? '';
  switch (warning.kind) {
    case 'lacking': {
      const said = { title: roleTitle(warning.role), count: warning.seats };
      return warning.nobody ? m.suggestion_lacks_nobody(said) : m.suggestion_lacks(said);
    }
    case 'too_many':
      return m.suggestion_too_many({ title: roleTitle(warning.role) });
    case 'not_available':
      return m.suggestion_not_available({ name: warning.person.name, title: roleTitle(warning.role) });
    case 'over_capacity': {
      const { person, roles, capacity: count } = warning;
      return count === 0
        ? m.suggestion_over_none({ name: person.name })
        : m.suggestion_over_capacity({ name: person.name, count, roles });
    }
    case 'over_share':
      return m.suggestion_over_share({
        partner: nameOf(warning.partner),
        seats: warning.seats,
        share: warning.share,
      });
    case 'without':
      return m.suggestion_without({ partner: nameOf(warning.partner) });
  }
}

/** What came of asking somebody. */
export function cameWords(came: Came): string {
  if (came === 'waits') return m.suggestion_came_waits();
  if (came === 'asking') return m.suggestion_came_asking();
  if (came === 'asked') return m.suggestion_came_asked();
  if (came.code === 'not_available') return m.suggestion_came_not_available();
  if (came.code === 'no_seat_left') return m.suggestion_came_no_seat_left();
  return came.code === 'already_proposed' ? m.suggestion_came_already() : problemWords(came);
}

const ENERGY: Record<number, () => string> = {
  [-2]: m.suggestion_why_energy_drains_much,
  [-1]: m.suggestion_why_energy_drains,
  0: m.suggestion_why_energy_neutral,
  1: m.suggestion_why_energy_gives,
  2: m.suggestion_why_energy_gives_much,
};

/** The energy that a role gives somebody, as far as that is known. */
export function energyWords(energy: number | null): string {
  return ((energy === null ? null : ENERGY[energy]) ?? m.suggestion_why_energy_unknown)();
}

/** How strong a quality is by somebody's own account. */
export function ownWords(strength: number): string {
  if (strength >= 3) return m.suggestion_why_own_3();
  if (strength === 2) return m.suggestion_why_own_2();
  return strength === 1 ? m.suggestion_why_own_1() : m.suggestion_why_own_0();
}

export function recognisedWords(count: number): string {
  return count === 0 ? m.suggestion_why_recognised_none() : m.suggestion_why_recognised({ count });
}
