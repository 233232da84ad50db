import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Something with a place among others: a fractional index (base 62), ties decided by id. */
export interface Ordered {
  id: string;
  order: string;
}

/** Compares by code unit, as every client and the server must: never by locale. */
export function byOrder(one: Ordered, other: Ordered): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

/** The order of a new item, and of neighbours that had to give way because theirs were equal. */
export interface Placement {
  order: string;
  moved: Ordered[];
}

/**
 * Makes room at `index` of a sorted list that does not hold the item itself. Two people who add in the same
 * place at once may have given out the same key; between equals there is no key, so the equals behind the
 * new item get keys of their own.
 */
export function place(sorted: readonly Ordered[], index: number): Placement {
  const at = Math.max(0, Math.min(index, sorted.length));
  const before = sorted[at - 1]?.order ?? null;
  const tied: Ordered[] = [];
  let next = at;
  for (let item = sorted[next]; item && before !== null && item.order <= before; item = sorted[++next]) {
    tied.push(item);
  }
  const after = sorted[next]?.order ?? null;
  try {
    if (tied.length === 0) return { order: generateKeyBetween(before, after), moved: [] };
    const [order = '', ...rest] = generateNKeysBetween(before, after, tied.length + 1);
    return { order, moved: renamed(tied, rest) };
  } catch {
    return renumber(sorted, at);
  }
}

/** Another client wrote keys that are no fractional indexes: everything gets a new one, in the order shown. */
function renumber(sorted: readonly Ordered[], at: number): Placement {
  const keys = generateNKeysBetween(null, null, sorted.length + 1);
  const [order = ''] = keys.splice(at, 1);
  return { order, moved: renamed(sorted, keys) };
}

function renamed(items: readonly Ordered[], keys: readonly string[]): Ordered[] {
  return items.map((item, index) => ({ id: item.id, order: keys[index] ?? item.order }));
}
