import { caretToEnd, expect, expectAccessible, expectSaved, pill, test } from './journey.mjs';
import { cut, cuttable } from './without_network.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const notice = (page) => page.getByTestId('stop-notice');
const leftBehind = (page) => page.getByTestId('left-behind');

/** Nobody can be removed on a page yet, so the API is made to answer as it does to somebody who was. */
const PARTNERSHIP = /\/api\/v1\/partnerships\/[^/]+$/;

async function writeAndClose(page) {
  await cut(page);
  await caretToEnd(statement(page));
  await page.keyboard.type(' Nog niet verstuurd.');
  await expect(pill(page)).toHaveAttribute('data-waiting', /[1-9]/);
  await expect(pill(page)).toHaveAttribute('data-kept', 'true');
  const address = page.url();
  await page.goto('about:blank');
  return address;
}

/** How many boards this browser keeps, whoever it is for. */
function copiesKept(page) {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const counts = names.map(
      (name) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('boards').objectStore('boards').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
    return (await Promise.all(counts)).reduce((total, count) => total + count, 0);
  });
}

test('who was removed while the page was closed gets their words back, and nothing else stays', async ({ enter }) => {
  const page = await enter('member', 'ambition', cuttable);
  const address = await writeAndClose(page);
  await page.route(PARTNERSHIP, (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'Not Found', status: 404, code: 'not_found' }),
    }),
  );
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
  await expect(leftBehind(page).getByRole('textbox')).toHaveValue(/Nog niet verstuurd\./);
  await expectAccessible(page);
  await expect.poll(() => copiesKept(page)).toBe(0);
  await leftBehind(page).getByRole('button', { name: 'Doorgaan zonder deze tekst' }).click();
  await expect(leftBehind(page)).toHaveCount(0);
});

test('who only reads from now on gets the words that were never sent, and keeps no copy', async ({ enter }) => {
  const page = await enter('member', 'ambition', cuttable);
  const address = await writeAndClose(page);
  await page.route(PARTNERSHIP, async (route) => {
    const answer = await route.fetch();
    const partnership = await answer.json();
    await route.fulfill({ response: answer, json: { ...partnership, me: { ...partnership.me, role: 'observer' } } });
  });
  await page.goto(address);
  await expect(leftBehind(page).getByRole('textbox')).toHaveValue(/Nog niet verstuurd\./);
  await expectAccessible(page);
  await expect.poll(() => copiesKept(page)).toBe(0);
});

test('a room that is gone is given up with its button, and does not come back elsewhere', async ({ enter }) => {
  const page = await enter('member', 'ambition', async (fresh) => {
    await fresh.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await fresh.addInitScript(() => {
      const Real = window.WebSocket;
      window.WebSocket = class extends Real {
        constructor(url, protocols) {
          const nowhere = '/live/00000000-0000-4000-8000-000000000000?';
          super(window.roomsAreGone ? url.replace(/\/live\/[^?]+\?/, nowhere) : url, protocols);
        }
      };
    });
  });
  await page.context().setOffline(true);
  await caretToEnd(statement(page));
  await page.keyboard.type(' Nog niet verstuurd.');
  await page.evaluate(() => (window.roomsAreGone = true));
  await page.context().setOffline(false);
  await expect(notice(page)).toHaveAttribute('data-code', '4404');
  await expect(notice(page).getByRole('textbox')).toHaveValue(/Nog niet verstuurd\./);
  // Not taken along, it is still offered in the next room, and by whatever button.
  await page.evaluate(() => (window.roomsAreGone = false));
  await page.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: 'Rollen' }).click();
  await expect(notice(page).getByRole('textbox')).toHaveValue(/Nog niet verstuurd\./);
  await notice(page).getByRole('button', { name: 'Doorgaan zonder deze tekst' }).click();
  await expect(page.getByRole('heading', { name: 'Mijn samenwerkingsverbanden' })).toBeVisible();
  await page.getByRole('link', { name: /Taal in het gezin/ }).click();
  await expectSaved(page);
  await expect(notice(page)).toHaveCount(0);
});
