import type { BoardKind } from '../../api/types';
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
  /** Whether it is time for the business model and the roles: first the ambition, then how. */
  agrees: boolean;
}

/**
 * In the order of the work: what we want, what each brings, who does what. Only what can be read from the
 * boards is asked; a board that could not be read asks nothing, and what is not begun before its time neither.
 */
export function turnsFor(reader: Reader, contents: Contents, blockIds: readonly string[]): Turn[] {
  if (reader.reads) return [];
  return [
    ...ambitionTurns(contents),
    ...canvasTurns(reader, contents, blockIds),
    ...roleTurns(reader, contents),
  ];
}

function ambitionTurns({ ambition }: Contents): Turn[] {
  if (!ambition) return [];
  if (ambition.headline.trim() === '') return [{ kind: 'headline' }];
  return ambition.statement.trim() === '' ? [{ kind: 'statement' }] : [];
}

function canvasTurns(reader: Reader, { canvas }: Contents, blockIds: readonly string[]): Turn[] {
  if (!canvas || (!reader.agrees && canvas.notes.length === 0)) return [];
  const turns: Turn[] = [];
  const mine = canvas.notes.some(({ partner }) => partner === reader.partner);
  if (reader.partner !== null && !mine) turns.push({ kind: 'card' });
  const blocks = blockIds.filter((id) => !canvas.notes.some(({ block }) => block === id));
  if (blocks.length > 0) turns.push({ kind: 'blocks', blocks });
  return turns;
}

function roleTurns({ agrees }: Reader, { roles }: Contents): Turn[] {
  if (!roles) return [];
  if (roles.roles.length === 0) return agrees ? [{ kind: 'roles' }] : [];
  const without = roles.roles.filter(({ qualities }) => Object.keys(qualities).length === 0);
  return without.length > 0 ? [{ kind: 'qualities', roles: without.map(({ title }) => title.trim()) }] : [];
}

/** Whether anything stands on a board; undefined when it could not be read. */
export function hasSomething(
  { ambition, values, canvas, roles }: Contents,
  kind: BoardKind,
): boolean | undefined {
  switch (kind) {
    case 'ambition':
      return ambition && `${ambition.headline}${ambition.statement}`.trim() !== '';
    case 'values':
      return values && values.values.length > 0;
    case 'canvas':
      return canvas && canvas.notes.length > 0;
    case 'roles':
      return roles && roles.roles.length > 0;
    default:
      return undefined;
  }
}

/** Whether all that could be read is empty. */
export function isNew(contents: Contents): boolean {
  const kinds = Object.keys(contents) as (keyof Contents)[];
  return kinds.length > 0 && kinds.every((kind) => hasSomething(contents, kind) === false);
}
