/** Where things stand in the charts; no drawing here. */
export interface Point {
  x: number;
  y: number;
}

/** The middle of the axis of one of so many, clockwise from the top. */
export function angleOf(index: number, count: number): number {
  return ((index + 0.5) / count) * 2 * Math.PI;
}

export function onAxis(center: Point, radius: number, angle: number): Point {
  return { x: center.x + radius * Math.sin(angle), y: center.y - radius * Math.cos(angle) };
}

/** How far from the middle a score of 1 to 5 lies: 1 is not nothing, so it keeps a little room. */
export function reach(score: number, radius: number): number {
  return radius * (0.12 + (0.88 * (score - 1)) / 4);
}

/** A line through the scores; where one is missing it is interrupted, and only a whole one is closed. */
export function radarPath(scores: readonly (number | null)[], center: Point, radius: number): string {
  const points = scores.map((score, index) =>
    score === null ? null : onAxis(center, reach(score, radius), angleOf(index, scores.length)),
  );
  const whole = points.every((point) => point !== null);
  const pieces = points.map((point, index) => {
    if (!point) return '';
    const before = points[index - 1];
    return `${index > 0 && before ? 'L' : 'M'}${round(point.x)} ${round(point.y)}`;
  });
  const [first, last] = [points[0], points.at(-1)];
  // Around the top the first and the last are neighbours too.
  const around =
    !whole && first && last ? `M${round(last.x)} ${round(last.y)}L${round(first.x)} ${round(first.y)}` : '';
  return pieces.join('') + (whole ? 'Z' : around);
}

/** A quarter of a disc: 0 is from the top to the right, and on clockwise. */
export function quarterPath(quarter: number, center: Point, radius: number): string {
  const from = onAxis(center, radius, (quarter * Math.PI) / 2);
  const to = onAxis(center, radius, ((quarter + 1) * Math.PI) / 2);
  const middle = `M${round(center.x)} ${round(center.y)}`;
  return `${middle}L${round(from.x)} ${round(from.y)}A${radius} ${radius} 0 0 1 ${round(to.x)} ${round(to.y)}Z`;
}

/** Where a score of 1 to 5 stands on a line from `from` to `to`. */
export function along(score: number, from: number, to: number): number {
  return from + ((Math.min(5, Math.max(1, score)) - 1) / 4) * (to - from);
}

/** On which line above the others each mark stands, so that none lies over another. */
export function lanes(positions: readonly number[], apart: number): number[] {
  const ends: number[] = [];
  const lane: number[] = positions.map(() => 0);
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  for (const index of order) {
    const at = positions[index] ?? 0;
    const free = ends.findIndex((end) => at - end >= apart);
    const chosen = free === -1 ? ends.length : free;
    ends[chosen] = at;
    lane[index] = chosen;
  }
  return lane;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
