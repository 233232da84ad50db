import { libraryCorner } from '../../../content/quadrants';
import type { Explanation, Profile } from './load';

/** A quality as somebody describes it of themselves. */
export interface Quality {
  quality: string;
  strength: number;
  pitfall?: string | null;
  challenge?: string | null;
}

/** What of the drives that a role offers is somebody's. */
export type Drives =
  | { kind: 'none' }
  | { kind: 'unknown' }
  | { kind: 'unmet'; offered: string[] }
  | { kind: 'met'; met: { drive: string; rank: number }[] };

export function drivesOf({ drives, knows_drives }: Explanation): Drives {
  if (drives.length === 0) return { kind: 'none' };
  if (!knows_drives) return { kind: 'unknown' };
  const met = drives.flatMap(({ drive, rank }) => (rank === null ? [] : [{ drive, rank }]));
  if (met.length === 0) return { kind: 'unmet', offered: drives.map(({ drive }) => drive) };
  return { kind: 'met', met: met.sort((one, other) => one.rank - other.rank) };
}

/** The pitfall of a quality and the challenge that helps: in somebody's own words, or else as the library has it. */
export function watchOf(
  quality: string,
  own: readonly Quality[],
): { pitfall: string | null; challenge: string | null } | null {
  const theirs = own.find((one) => one.quality === quality);
  const pitfall = theirs?.pitfall?.trim() || libraryCorner(quality, 'pitfall');
  const challenge = theirs?.challenge?.trim() || libraryCorner(quality, 'challenge');
  return pitfall || challenge ? { pitfall, challenge } : null;
}

/** The qualities of everybody that one may see, by account; the strongest first. */
export function qualitiesOf(profiles: readonly Profile[]): Map<string, Quality[]> {
  return new Map(
    profiles.map(({ person, parts }) => [
      person.account_id,
      parts
        .flatMap(({ content }): Quality[] => (content.part === 'qualities' ? content.qualities : []))
        .sort((one, other) => other.strength - one.strength),
    ]),
  );
}
