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
