/** What is asked of an entry of a board's bin. */
export interface BinItem {
  deleted_by: { name: string };
  note?: { id: string } | null;
  role?: { id: string } | null;
  passage?: { root: string; text: string } | null;
}

/** The bin is filled after an edit was stored, so it may be a moment behind what one sees. */
const ASK_AFTER_MS = [200, 1000, 3000];

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
async function newestInBin(board: string): Promise<BinItem[]> {
  try {
    const answer = await fetch(`/api/v1/boards/${board}/bin`);
    return answer.ok ? ((await answer.json()) as { items: BinItem[] }).items : [];
  } catch {
    return [];
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
