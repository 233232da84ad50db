import { api, outcome } from '../api/client';
import type { paths } from '../api/schema';

/** What the board's bin says of something that was deleted. */
export type BinItem =
  paths['/api/v1/boards/{id}/bin']['get']['responses']['200']['content']['application/json']['items'][number];

/** The bin is filled after an edit was stored: mostly a moment behind what one sees, longer on a busy server. */
const ASK_AFTER_MS = [200, 1500, 4000, 10_000, 30_000];

/** Says who deleted something, as the board's bin has it; null when the bin does not say. */
export async function whoDeleted(board: string, isIt: (item: BinItem) => boolean): Promise<string | null> {
  for (const wait of ASK_AFTER_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const found = (await newestInBin(board)).find(isIt);
    if (found) return found.deleted_by.name;
  }
  return null;
}

/** Whether two passages are the same piece of text, though one of them was written on. */
export function isSamePassage(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)].sort((left, right) => left.length - right.length);
  if (!words || words.length === 0) return false;
  const there = new Set(others);
  return words.filter((word) => there.has(word)).length * 2 > words.length;
}

// A name is a courtesy: whatever goes wrong in asking for it must not stand in the way of the text.
async function newestInBin(id: string): Promise<BinItem[]> {
  const { data } = await outcome(api.GET('/api/v1/boards/{id}/bin', { params: { path: { id } } }));
  return data?.items ?? [];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
