import type { VersionsStanding } from '../../../api/types';
import type { Headline } from '../../../realtime/headline';
import { differsFrom, versionOf } from '../../../versions/said';

/** The headline that every partner stands behind; as long as there is none, the one that is written there now. */
export function headlineOf(standing: VersionsStanding, draft: string): Headline {
  const shared = versionOf(standing, standing.shared);
  return shared
    ? { words: shared.headline.trim(), is: 'shared', changed: differsFrom(standing, shared) }
    : { words: draft.trim(), is: 'draft', changed: false };
}
