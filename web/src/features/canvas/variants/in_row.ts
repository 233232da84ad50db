import type { Problem } from '../../../api/problem';
import type { Partnership } from '../../../api/types';

/** What can be told of a variant to place it. */
interface Standing {
  id: string;
  is_current: boolean;
  put_away_at: string | null;
}

/** Those in use, the one that counts first; the one that is looked at too, although it was put away. */
export function inRow<Variant extends Standing>(variants: readonly Variant[], here: string): Variant[] {
  const shown = variants.filter(({ id, put_away_at }) => put_away_at === null || id === here);
  return shown.toSorted((one, other) => Number(other.is_current) - Number(one.is_current));
}

export function thoseAway<Variant extends Standing>(variants: readonly Variant[]): Variant[] {
  return variants.filter(({ put_away_at }) => put_away_at !== null);
}

export function mayChoose(inside: Pick<Partnership, 'me' | 'status'>): boolean {
  return inside.me.role === 'lead' && mayWrite(inside);
}

export function mayWrite({ me, status }: Pick<Partnership, 'me' | 'status'>): boolean {
  return me.role !== 'observer' && status !== 'concluded' && status !== 'archived';
}

/** What to call a copy until somebody finds a better name, such that no other is called so. */
export function nameFor(
  title: string,
  taken: readonly string[],
  numbered: (number: number) => string,
): string {
  const names = new Set(taken.map(plain));
  if (!names.has(plain(title))) return title;
  let number = 2;
  while (names.has(plain(numbered(number)))) number += 1;
  return numbered(number);
}

/** Why the name was not taken: the code of the field, not of the request. */
export function whyNot(problem: Problem | null): string | null {
  return problem?.errors?.find(({ field }) => field === 'title')?.code ?? null;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
