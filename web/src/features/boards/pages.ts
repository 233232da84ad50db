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
 * What was loaded so far, with the newest page read once more in front of it: items it has anew replace those that
 * were there. `place` rises from older to newer.
 */
export function withNewest<Item>(
  loaded: Page<Item>,
  newest: Page<Item>,
  place: (item: Item) => number,
): Page<Item> {
  const last = newest.items.at(-1);
  // Everything fits on one page, so nothing that is not on it is there any more.
  if (!last || newest.next == null) return newest;
  const older = loaded.items.filter((item) => place(item) < place(last));
  return older.length === 0 ? newest : { items: [...newest.items, ...older], next: loaded.next };
}
