/** So long after the last change the server has it, as a rule. */
const PAUSE_MS = 1500;
/** While people write on it is never quiet, and it is looked all the same. */
const AT_LEAST_EVERY_MS = 5000;

/** Runs `look` a moment after the last time that something changed. */
export function whenQuiet(look: () => void): { changed: () => void; stop: () => void } {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let busy: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(quiet);
    clearTimeout(busy);
    busy = undefined;
  };
  const now = (): void => {
    stop();
    look();
  };
  const changed = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(now, PAUSE_MS);
    busy ??= setTimeout(now, AT_LEAST_EVERY_MS);
  };
  return { changed, stop };
}
