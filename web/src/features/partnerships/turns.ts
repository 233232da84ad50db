import type { Contents } from './load';

/** What waits for somebody, as far as the boards themselves can tell. */
export type Turn =
  | { kind: 'headline' }
  | { kind: 'statement' }
  | { kind: 'card' }
  | { kind: 'blocks'; blocks: string[] }
  | { kind: 'roles' }
  | { kind: 'qualities'; roles: string[] };

export interface Reader {
  /** The partner one acts for; null for nobody's. */
  partner: string | null;
  /** Who only reads, nothing waits for. */
  reads: boolean;
}

/**
 * In the order of the work: what we want, what each brings, who does what. Only what can be read from the
 * boards is asked; a board that could not be read asks nothing.
 */
export function turnsFor(reader: Reader, contents: Contents, blockIds: readonly string[]): Turn[] {
  if (reader.reads) return [];
  return [...ambitionTurns(contents), ...canvasTurns(reader, contents, blockIds), ...roleTurns(contents)];
}

function ambitionTurns({ ambition }: Contents): Turn[] {
  if (!ambition) return [];
  if (ambition.headline.trim() === '') return [{ kind: 'headline' }];
  return ambition.statement.trim() === '' ? [{ kind: 'statement' }] : [];
}

function canvasTurns(reader: Reader, { canvas }: Contents, blockIds: readonly string[]): Turn[] {
  if (!canvas) return [];
  const turns: Turn[] = [];
  const mine = canvas.notes.some(({ partner }) => partner === reader.partner);
  if (reader.partner !== null && !mine) turns.push({ kind: 'card' });
  const blocks = blockIds.filter((id) => !canvas.notes.some(({ block }) => block === id));
  if (blocks.length > 0) turns.push({ kind: 'blocks', blocks });
  return turns;
}

function roleTurns({ roles }: Contents): Turn[] {
  if (!roles) return [];
  if (roles.roles.length === 0) return [{ kind: 'roles' }];
  const without = roles.roles.filter(({ qualities }) => Object.keys(qualities).length === 0);
  return without.length > 0 ? [{ kind: 'qualities', roles: without.map(({ title }) => title.trim()) }] : [];
}
