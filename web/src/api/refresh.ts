export type RefreshOutcome = 'refreshed' | 'ended' | 'unreachable';

const LOCK = 'samenspel-refresh';
const LAST = 'samenspel-refreshed-at';

let running: Promise<RefreshOutcome> | null = null;

/**
 * Renews the access cookie. Tabs share cookies, and a refresh token works only once, so one tab refreshes and
 * the others find it done: a refresh that happened after `since` (milliseconds of the epoch) is not repeated.
 */
export function refreshOverNetwork(since: number): Promise<RefreshOutcome> {
  running ??= locked(() => refreshUnlessDone(since)).finally(() => (running = null));
  return running;
}

// Web Locks exist only in secure contexts; over plain http one tab still refreshes once at a time.
async function locked(work: () => Promise<RefreshOutcome>): Promise<RefreshOutcome> {
  return 'locks' in navigator ? await navigator.locks.request(LOCK, work) : work();
}

async function refreshUnlessDone(since: number): Promise<RefreshOutcome> {
  if (Number(localStorage.getItem(LAST) ?? 0) > since) return 'refreshed';
  try {
    const response = await fetch('/api/v1/sessions/refresh', { method: 'POST' });
    if (response.ok) {
      localStorage.setItem(LAST, String(Date.now()));
      return 'refreshed';
    }
    return response.status === 401 ? 'ended' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
