import * as Y from 'yjs';

/**
 * For the undo of a shared map of entries, each a map itself: taking back that one made an entry must not take
 * away what others did in it since. Such an entry stays, with all its keys; only one's own words go.
 */
export function keepsOthersWork(root: Y.Map<Y.Map<unknown>>): (item: Y.Item) => boolean {
  return (item) => {
    if (item.parent === root) {
      const entry = item.content instanceof Y.ContentType ? item.content.type : null;
      return !(entry instanceof Y.Map) || !othersWroteIn(entry, root.doc?.clientID);
    }
    // The first value of a key goes with its entry or not at all: an entry without it would be broken.
    const isFirstOfKey = item.parentSub !== null && item.left === null;
    return !(isFirstOfKey && item.parent instanceof Y.Map && item.parent.parent === root);
  };
}

type Content = Pick<Y.AbstractType<unknown>, '_map' | '_start'>;

function othersWroteIn(type: Content, self: number | undefined): boolean {
  for (const item of itemsOf(type)) {
    if (item.deleted) continue;
    if (item.id.client !== self) return true;
    if (item.content instanceof Y.ContentType && othersWroteIn(item.content.type, self)) return true;
  }
  return false;
}

/** The current values of a map and the pieces of a text. */
function* itemsOf(type: Content): Generator<Y.Item> {
  yield* type._map.values();
  for (let item = type._start; item !== null; item = item.right) yield item;
}
