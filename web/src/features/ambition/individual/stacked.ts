/** What would like to stand at a height, and how high it is, in pixels. */
export interface Wished {
  at: number;
  height: number;
}

/** The top of each, in the order given, so that none lies over another; and where the last one ends. */
export function stacked(wished: readonly Wished[], gap: number): { tops: number[]; bottom: number } {
  let free = 0;
  const tops = wished.map(({ at, height }) => {
    const top = Math.max(at, free);
    free = top + height + gap;
    return top;
  });
  return { tops, bottom: Math.max(0, free - gap) };
}
