// Taking the boards away from a page that is still served, and holding the pill to what the server has.

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

/** What the server has of a board now, as text. */
export async function stored(page, kind) {
  const answer = await page.request.get(await contentAddress(page, kind));
  return JSON.stringify(await answer.json());
}

/**
 * Watches what the pill says. Whenever it says *Saved*, everything marked `#s1`, `#j2`… that the page shows at that
 * moment must be on the server. The server is asked from here: a page that is offline could not ask, and its lie would
 * stay unseen. Gives back what was seen: the `states` in their order, `held`, the marks that were shown as saved and
 * were on the server, and `lies`.
 */
export async function followPill(page, kind) {
  const address = await contentAddress(page, kind);
  const seen = { states: [], held: new Set(), lies: [] };
  const pillSaid = await hearPill(page, async ({ state, waiting, kept, marks }) => {
    seen.states.push(`${state} ${waiting}`);
    if (state !== 'saved') return;
    if (waiting !== '0' || kept !== 'true') seen.lies.push(`saved, and ${waiting} waiting`);
    if (marks.length === 0) return;
    const there = await page.request.get(address).then((answer) => answer.text(), String);
    for (const mark of marks) {
      if (there.includes(mark)) seen.held.add(mark);
      else seen.lies.push(`saved, but ${mark} is not in ${there.slice(0, 100)}…`);
    }
  });
  return async () => {
    await pillSaid();
    return { ...seen, held: [...seen.held].sort() };
  };
}

/**
 * Calls `hear` with everything the pill says from now on, and with the marks the page shows at that moment. What it
 * gives back calls it once more and ends when all of that was heard.
 */
export async function hearPill(page, hear) {
  await page.exposeFunction('pillSays', hear);
  await page.evaluate(() => {
    const pill = document.querySelector('[data-testid="connection-pill"]');
    const shown = () => {
      const content = document.querySelector('#content');
      const fields = [...content.querySelectorAll('textarea')].map(({ value }) => value);
      return [...new Set([content.innerText, ...fields].join(' ').match(/#[a-z]+\d+/g))];
    };
    const said = [];
    const look = () => said.push(window.pillSays({ ...pill.dataset, marks: shown() }));
    new MutationObserver(look).observe(pill, { attributes: true });
    window.pillSaid = () => {
      look();
      return Promise.all(said);
    };
  });
  return () => page.evaluate(() => window.pillSaid());
}

async function contentAddress(page, kind) {
  const [partnership] = (await (await page.request.get('/api/v1/partnerships')).json()).items;
  const boards = (await (await page.request.get(`/api/v1/partnerships/${partnership.id}/boards`)).json()).items;
  return `/api/v1/boards/${boards.find((one) => one.kind === kind).id}/content`;
}
