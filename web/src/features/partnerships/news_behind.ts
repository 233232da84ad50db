import { api, outcome } from '../../api/client';
import type { components } from '../../api/schema';
import type { VersionsStanding, News } from '../../api/types';
import { loadStanding } from './load';

export type PhaseMove = components['schemas']['PhaseMove'];

/** What tells more about what is new than the news, which only counts: who said what of which version, and where one went. */
export interface Behind {
  standing: VersionsStanding | null;
  moves: PhaseMove[];
}

/** Reads what is needed of it. What could not be read tells nothing more. */
export async function loadBehind(id: string, { items }: Pick<News, 'items'>): Promise<Behind> {
  const is = (kind: RegExp): boolean => items.some((item) => kind.test(item.kind));
  const [standing, way] = await Promise.all([
    is(/^ambition\./) ? loadStanding(id) : null,
    is(/^phase\.moved$/)
      ? outcome(api.GET('/api/v1/partnerships/{id}/phases', { params: { path: { id } } }))
      : null,
  ]);
  return { standing: standing?.data ?? null, moves: way?.data?.moves ?? [] };
}
