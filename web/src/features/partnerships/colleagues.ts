/** A colleague in a list; of some only the name is known. */
export interface Listed {
  account_id: string;
  name: string;
  email?: string;
}

/** Those who are chosen and were not found come first, as nobody may be chosen out of sight; then who was found. */
export function listedColleagues(
  found: readonly Listed[],
  seen: readonly Listed[],
  chosen: readonly string[],
): Listed[] {
  const missing = chosen.filter((id) => !found.some(({ account_id }) => account_id === id));
  const kept = missing.flatMap((id) => seen.find(({ account_id }) => account_id === id) ?? []);
  return [...kept, ...found];
}
