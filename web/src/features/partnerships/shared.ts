import type { VersionsStanding } from '../../api/types';

const DAYS = 30;

/** When what partners share came to be shared, for as long as that is something to celebrate. */
export function celebratedAt({ shared, versions }: VersionsStanding, now: Date): Date | null {
  const version = versions.find(({ number }) => number === shared);
  if (!version?.shared_at) return null;
  const at = new Date(version.shared_at);
  return now.getTime() - at.getTime() < DAYS * 24 * 60 * 60 * 1000 ? at : null;
}
