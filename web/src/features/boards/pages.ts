/** A page of a list that is newest first, as the server gives it. */
export interface Page<Item> {
  items: Item[];
  next?: string | null;
}

/** What was loaded so far, with a page of older items behind it. */
export function withOlder<Item>(loaded: Page<Item>, older: Page<Item>): Page<Item> {
  return { items: [...loaded.items, ...older.items], next: older.next };
}

/**
 * What was loaded so far, with the newest page read once more in front of it: what this page covers is as it says, what
 * lies behind its last item stays. `key` tells an item from all others, and two readings of it are the same item.
 */
export function withNewest<Item>(
  loaded: Page<Item>,
  newest: Page<Item>,
  key: (item: Item) => string | number,
): Page<Item> {
  const last = newest.items.at(-1);
  // Everything fits on one page, so nothing that is not on it is there any more.
  if (!last || newest.next == null) return newest;
  const at = loaded.items.findIndex((item) => key(item) === key(last));
  // Either nothing lies behind it, or so much came that something may lie between the two: that is loaded anew.
  if (at === -1 || at === loaded.items.length - 1) return newest;
  return { items: [...newest.items, ...loaded.items.slice(at + 1)], next: loaded.next };
}
