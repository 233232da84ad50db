const SHAPES = 8;

/**
 * Which of the eight shapes a mark has. The first eight have one each; after that the colours come again, and the shapes
 * are moved on by one each time, so that no two of 64 partners look the same.
 */
export function shapeOf(mark: number): number {
  if (mark === 0) return 0;
  const place = mark - 1;
  return ((place + Math.floor(place / SHAPES)) % SHAPES) + 1;
}
