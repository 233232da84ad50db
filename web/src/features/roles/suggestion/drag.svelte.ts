import { isDrag, scrollAtEdge } from '../../../ui/dragging';
import type { Held, Spot } from './plan';

interface Point {
  x: number;
  y: number;
}

/** Drags somebody from their seat, or from those without one, with a mouse, pen or finger. Each way to go there is one by keyboard as well. */
export class Drag {
  /** Where the pointer is while somebody hangs on it. */
  at: Point | null = $state.raw(null);
  held: Held | null = $state.raw(null);
  /** Where they would come when let go. */
  over: Spot | null = $state.raw(null);

  #dropped: (held: Held, to: Spot) => void;
  #pressed: { held: Held; pointer: number; from: Point } | null = null;
  #frame = 0;

  constructor(dropped: (held: Held, to: Spot) => void) {
    this.#dropped = dropped;
  }

  press(event: PointerEvent, held: Held): void {
    // What stands in the row can be pressed by itself.
    const control = event.target instanceof Element && event.target.closest('button, a');
    if (event.button !== 0 || this.#pressed || control) return;
    this.#pressed = { held, pointer: event.pointerId, from: { x: event.clientX, y: event.clientY } };
    window.addEventListener('pointermove', this.#move);
    window.addEventListener('pointerup', this.#release);
    window.addEventListener('pointercancel', this.#giveUp);
    window.addEventListener('keydown', this.#escape, true);
  }

  close(): void {
    this.#end();
  }

  #move = (event: PointerEvent): void => {
    const pressed = this.#pressed;
    if (event.pointerId !== pressed?.pointer) return;
    const point = { x: event.clientX, y: event.clientY };
    if (!this.at) {
      if (!isDrag(pressed.from, point)) return;
      this.held = pressed.held;
      document.getSelection()?.removeAllRanges();
      this.#frame = requestAnimationFrame(this.#scroll);
    }
    event.preventDefault();
    this.at = point;
    this.over = spotAt(point);
  };

  #scroll = (): void => {
    if (!this.at) return;
    const by = scrollAtEdge(this.at.y, window.innerHeight);
    if (by !== 0) {
      // On a phone the content scrolls between top and bar; elsewhere the page does.
      window.scrollBy(0, by);
      document.getElementById('content')?.scrollBy(0, by);
      this.over = spotAt(this.at);
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #release = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pressed?.pointer) return;
    const { held, over } = this;
    this.#end();
    if (held && over) this.#dropped(held, over);
  };

  #giveUp = (): void => this.#end();

  #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.at) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };

  #end(): void {
    cancelAnimationFrame(this.#frame);
    this.#pressed = null;
    this.at = null;
    this.held = null;
    this.over = null;
    window.removeEventListener('pointermove', this.#move);
    window.removeEventListener('pointerup', this.#release);
    window.removeEventListener('pointercancel', this.#giveUp);
    window.removeEventListener('keydown', this.#escape, true);
  }
}

/** The innermost place under the pointer where somebody can come. */
function spotAt({ x, y }: Point): Spot | null {
  const data = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-spot]')?.dataset;
  if (!data) return null;
  const { spot, spotRole: role, spotAccount: account } = data;
  if (spot === 'nobody') return 'nobody';
  return role === undefined ? null : { role, account: account ?? null };
}
