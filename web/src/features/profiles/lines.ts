/** Why a line cannot be added. */
export type Refused = 'empty' | 'twice' | 'too_many';

/** A list with one more at its end, or why there is none. */
export function withLine(list: readonly string[], line: string, most: number): string[] | Refused {
  const words = line.trim();
  if (words === '') return 'empty';
  if (list.some((one) => one.toLowerCase() === words.toLowerCase())) return 'twice';
  return list.length >= most ? 'too_many' : [...list, words];
}

/** The same list with one of it in another place. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const rest = [...list];
  const [item] = rest.splice(from, 1);
  if (item === undefined) return [...list];
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, item);
  return rest;
}

/** Where something that is held at this height belongs among the others, which stand below each other. */
export function placeAt(height: number, boxes: readonly { top: number; bottom: number }[]): number {
  return boxes.filter(({ top, bottom }) => height > (top + bottom) / 2).length;
}
