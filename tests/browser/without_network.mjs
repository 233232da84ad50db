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
 * moment must be on the server: it is asked at once, and what it lacks is a lie. Gives back what was seen.
 */
export async function followPill(page, kind) {
  await page.evaluate((address) => {
    const pill = document.querySelector('[data-testid="connection-pill"]');
    const marks = (text) => new Set(text.match(/#[a-z]+\d+/g) ?? []);
    const shown = () => {
      const content = document.querySelector('#content');
      const fields = [...content.querySelectorAll('textarea')].map(({ value }) => value);
      return marks([content.innerText, ...fields].join(' '));
    };
    const seen = { states: [], checked: 0, lies: [] };
    const checks = [];
    const look = () => {
      const { state, waiting, kept } = pill.dataset;
      seen.states.push(`${state} ${waiting}`);
      if (state !== 'saved') return;
      if (waiting !== '0' || kept !== 'true') seen.lies.push(`saved, and ${waiting} waiting`);
      const marked = shown();
      checks.push(
        fetch(address)
          .then((answer) => answer.text())
          .then((text) => {
            const there = marks(text);
            seen.checked += 1;
            for (const mark of marked) if (!there.has(mark)) seen.lies.push(mark);
          })
          // The network went in between: then it cannot be asked.
          .catch(() => {}),
      );
    };
    new MutationObserver(look).observe(pill, { attributes: true });
    window.pillSaid = async () => {
      look();
      await Promise.all(checks);
      return seen;
    };
  }, await contentAddress(page, kind));
  return () => page.evaluate(() => window.pillSaid());
}

async function contentAddress(page, kind) {
  const [partnership] = (await (await page.request.get('/api/v1/partnerships')).json()).items;
  const boards = (await (await page.request.get(`/api/v1/partnerships/${partnership.id}/boards`)).json()).items;
  return `/api/v1/boards/${boards.find((one) => one.kind === kind).id}/content`;
}
