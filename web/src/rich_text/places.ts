import * as Y from 'yjs';

/**
 * Whether `cursor` can be shown in `doc`: from somewhere to somewhere. What pages of others say of their place may be
 * anything, and the binding of the editor would fail over what is no place.
 */
export function isPlace(cursor: unknown, doc: Y.Doc): boolean {
  if (typeof cursor !== 'object' || cursor === null) return false;
  const { anchor, head } = cursor as Record<string, unknown>;
  return [anchor, head].every((end) => isEnd(end, doc));
}

function isEnd(end: unknown, doc: Y.Doc): boolean {
  try {
    const position = Y.createRelativePositionFromJSON(end);
    // Looking for a root that is not there would make one.
    if (position.tname !== null && !doc.share.has(position.tname)) return false;
    return Y.createAbsolutePositionFromRelativePosition(position, doc) !== null;
  } catch {
    return false;
  }
}
