import { caretToEnd, expect, expectSaved, pill, test } from './journey.mjs';
import { cut, cuttable, stored } from './without_network.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });

/** Makes every opening of this browser's copies wait, from a window of its own, until what is given back is called. */
async function holdStorage(page) {
  const holder = await page.context().newPage();
  await holder.goto('/favicon.svg');
  await holder.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    const connection = await new Promise((resolve) => {
      indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result);
    });
    // A newer version has to wait for this connection, and everybody who comes later for that one; it is then given up.
    const newer = indexedDB.open(name, connection.version + 1);
    newer.onupgradeneeded = () => newer.transaction.abort();
    await new Promise((resolve) => (newer.onblocked = resolve));
    window.letGo = () => connection.close();
  });
  return () => holder.evaluate(() => window.letGo());
}

test('what waits in storage that opens long after the page is sent all the same', async ({ enter }) => {
  const page = await enter('member', 'ambition', cuttable);
  await cut(page);
  await caretToEnd(statement(page));
  await page.keyboard.type(' Nog niet verstuurd.');
  await expect(pill(page)).toHaveAttribute('data-kept', 'true');
  const address = page.url();
  await page.goto('about:blank');
  const letGo = await holdStorage(page);
  const again = await page.context().newPage();
  await again.goto(address);
  await again.evaluate(() => localStorage.removeItem('cut-off'));
  // The page did not wait for it.
  await expectSaved(again);
  await expect(statement(again)).not.toContainText('Nog niet verstuurd.');
  await caretToEnd(statement(again));
  await again.keyboard.type(' Van nu.');
  await expectSaved(again);

  await letGo();
  await expect(statement(again)).toContainText('Nog niet verstuurd.');
  await expectSaved(again);
  await expect.poll(() => stored(again, 'ambition')).toContain('Nog niet verstuurd.');
  expect(await stored(again, 'ambition')).toContain('Van nu.');
  await expect(pill(again)).toHaveAttribute('data-kept', 'true');
});
