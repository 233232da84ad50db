interface Point {
  x: number;
  y: number;
}

/** Whether the pointer went far enough to be a drag and not a click. */
export function isDrag(from: Point, to: Point): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > 5;
}

const EDGE = 72;
const MOST = 14;

/** How far the page should scroll in this frame while something is held near its upper or lower edge. */
export function scrollAtEdge(y: number, height: number): number {
  if (y < EDGE) return -Math.ceil(((EDGE - y) / EDGE) * MOST);
  if (y > height - EDGE) return Math.ceil(((y - height + EDGE) / EDGE) * MOST);
  return 0;
}
