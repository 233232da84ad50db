import { isDrag, scrollAtEdge } from '../../ui/dragging';
import { positionAt } from './dragging';
import type { CanvasState } from './state.svelte';

interface Point {
  x: number;
  y: number;
}

/** Drags a card with a mouse, pen or finger, from the press on it to the release. */
export class Drag {
  /** Where the pointer is while a card hangs on it. */
  at: Point | null = $state.raw(null);

  #canvas: CanvasState;
  #dropped: () => void;
  #pressed: { id: string; pointer: number; from: Point; root: HTMLElement } | null = null;
  #frame = 0;

  constructor(canvas: CanvasState, dropped: () => void) {
    this.#canvas = canvas;
    this.#dropped = dropped;
  }

  /** `root` stays on the page while cards change places, so it receives the pointer's events. */
  press(event: PointerEvent, id: string, root: HTMLElement): void {
    if (event.button !== 0 || this.#pressed) return;
    this.#pressed = { id, pointer: event.pointerId, from: { x: event.clientX, y: event.clientY }, root };
    window.addEventListener('pointermove', this.#move);
    window.addEventListener('pointerup', this.#release);
    window.addEventListener('pointercancel', this.#giveUp);
    window.addEventListener('keydown', this.#escape, true);
  }

  close(): void {
    if (this.at) this.#canvas.cancel();
    this.#end();
  }

  #move = (event: PointerEvent): void => {
    const pressed = this.#pressed;
    if (!pressed || event.pointerId !== pressed.pointer) return;
    const point = { x: event.clientX, y: event.clientY };
    if (!this.at) {
      if (!isDrag(pressed.from, point)) return;
      if (!this.#canvas.pickUp(pressed.id, 'pointer')) return this.#end();
      pressed.root.setPointerCapture(pressed.pointer);
      this.#frame = requestAnimationFrame(this.#scroll);
    }
    event.preventDefault();
    this.at = point;
    this.#aim();
  };

  #aim(): void {
    if (!this.at || !this.#pressed) return;
    const position = positionAt(this.at.x, this.at.y, this.#pressed.id);
    if (position) this.#canvas.moveTo(position);
  }

  #scroll = (): void => {
    if (!this.at) return;
    const by = scrollAtEdge(this.at.y, window.innerHeight);
    if (by !== 0) {
      // On a phone the content scrolls between top and bar; elsewhere the page does.
      window.scrollBy(0, by);
      document.getElementById('content')?.scrollBy(0, by);
      this.#aim();
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #release = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pressed?.pointer) return;
    const dragged = this.at !== null;
    this.#end();
    if (!dragged) return;
    // The click that ends a drag must not open the card it ends on.
    const swallow = (click: MouseEvent): void => click.stopPropagation();
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    this.#dropped();
  };

  #giveUp = (): void => {
    this.#canvas.cancel();
    this.#end();
  };

  #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.at) return;
    event.preventDefault();
    event.stopPropagation();
    this.#giveUp();
  };

  #end(): void {
    cancelAnimationFrame(this.#frame);
    this.#pressed = null;
    this.at = null;
    window.removeEventListener('pointermove', this.#move);
    window.removeEventListener('pointerup', this.#release);
    window.removeEventListener('pointercancel', this.#giveUp);
    window.removeEventListener('keydown', this.#escape, true);
  }
}
