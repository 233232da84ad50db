export interface Toast {
  text: string;
  /** What can be done about it, once: usually taking it back. */
  action?: { label: string; run: () => void };
}

/** Long enough to read and reach for; a pointer or focus on the toast stops the clock. */
const SHOWN_MS = 8000;

let current = $state.raw<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export const toasts = {
  get current() {
    return current;
  },
};

/** Says briefly what happened. A new toast takes the place of the one before. */
export function showToast(toast: Toast): void {
  current = toast;
  resumeToast();
}

export function dismissToast(): void {
  clearTimeout(timer);
  current = null;
}

export function pauseToast(): void {
  clearTimeout(timer);
}

export function resumeToast(): void {
  clearTimeout(timer);
  timer = setTimeout(dismissToast, SHOWN_MS);
}
