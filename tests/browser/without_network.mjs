// Taking the boards away from a page that is still served, and holding the pill to what the server has.
import { expect } from '@playwright/test';

/**
 * Before the first page of a browser: makes its boards such that they can be taken away. The page and its API stay
 * within reach: a reload without any network is the browser's own error page, whatever we keep.
 */
export async function cuttable(page) {
  await page.context().addInitScript(() => {
    const sockets = new Set();
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url, protocols) {
        // An address that answers no WebSocket, so that the attempt fails as it would without a network.
        super(localStorage.getItem('cut-off') ? new URL('/nobody-is-here', url).href : url, protocols);
        sockets.add(this);
      }
    };
    window.addEventListener('storage', ({ key }) => key === 'cut-off' && window.closeSockets());
    window.closeSockets = () => sockets.forEach((socket) => socket.close());
  });
}

/** Takes the boards away from all windows of this browser, over reloads too. */
export async function cut(page) {
  await page.evaluate(() => {
    localStorage.setItem('cut-off', 'yes');
    window.closeSockets();
  });
}

export async function restore(page) {
  await page.evaluate(() => localStorage.removeItem('cut-off'));
}

/** The whole content of a board as the server tells it, as text. */
export async function shownAndStored(page, kind) {
  const [partnership] = (await (await page.request.get('/api/v1/partnerships')).json()).items;
  const boards = (await (await page.request.get(`/api/v1/partnerships/${partnership.id}/boards`)).json()).items;
  const board = boards.find((one) => one.kind === kind);
  return JSON.stringify(await (await page.request.get(`/api/v1/boards/${board.id}/content`)).json());
}

/**
 * Notes every state of the pill, and at each *Saved* what the page shows then; compares that with what the server
 * has. What the server has may be more, because it only grows until this is asked.
 */
export async function followPill(page, kind, field) {
  const element = await field.elementHandle();
  await page.evaluate((shown) => {
    const pill = document.querySelector('[data-testid="connection-pill"]');
    window.pillSaid = [];
    const note = () =>
      window.pillSaid.push({
        state: pill.dataset.state,
        waiting: Number(pill.dataset.waiting),
        text: shown.innerText.replace(/\s+/g, ' '),
      });
    new MutationObserver(note).observe(pill, { attributes: true });
    note();
  }, element);
  return async () => {
    const said = await page.evaluate(() => window.pillSaid);
    const stored = (await shownAndStored(page, kind)).replace(/(\\n|\s)+/g, ' ');
    const saved = said.filter(({ state }) => state === 'saved');
    return {
      states: [...new Set(said.map(({ state }) => state))],
      checked: saved.length,
      lies: saved.filter(({ waiting }) => waiting !== 0),
      stored,
    };
  };
}
