import { isBlockId } from '../../content/canvas';
import type { Position } from './moving';

/** The block and place among its cards under a point of the window, the card `moving` not counted. */
export function positionAt(x: number, y: number, moving: string): Position | null {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-block]');
  const block = element?.dataset['block'];
  if (!element || !isBlockId(block)) return null;
  const boxes = [...element.querySelectorAll<HTMLElement>('[data-note]')]
    .filter((card) => card.dataset['note'] !== moving)
    .map((card) => card.getBoundingClientRect());
  const sideBySide = boxes.some((box, index) => boxes[index + 1]?.top === box.top);
  return { block, index: boxes.filter((box) => isPast(x, y, box, sideBySide)).length };
}

function isPast(x: number, y: number, box: DOMRect, sideBySide: boolean): boolean {
  if (y > box.bottom) return true;
  if (y < box.top) return false;
  return sideBySide ? x > box.left + box.width / 2 : y > box.top + box.height / 2;
}

/** Whether the pointer went far enough to be a drag and not a click. */
export function isDrag(from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > 5;
}

const EDGE = 72;
const MOST = 14;

/** How far the window should scroll in this frame while a card is held near its upper or lower edge. */
export function scrollAtEdge(y: number, height: number): number {
  if (y < EDGE) return -Math.ceil(((EDGE - y) / EDGE) * MOST);
  if (y > height - EDGE) return Math.ceil(((y - height + EDGE) / EDGE) * MOST);
  return 0;
}
