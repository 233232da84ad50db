import { kept } from './copies.mjs';
import { cut, cuttable, followPill, hearPill, restore, stored } from './without_network.mjs';
import { caretToEnd, caretToStart, expect, expectAccessible, expectSaved, pill, test } from './journey.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const waiting = (page) => pill(page).getAttribute('data-waiting').then(Number);

/** Not connected, and all that waits is kept in this browser. */
async function expectKept(page) {
  await expect(pill(page)).toHaveAttribute('data-state', 'offline');
  await expect(pill(page)).not.toHaveAttribute('data-waiting', '0');
  await expect(pill(page)).toHaveAttribute('data-kept', 'true');
}

test('what is written without a network is said at once, and outlives the page with the same number', async ({
  enter,
}) => {
  const lead = await enter('lead', 'ambition', cuttable);
  await caretToEnd(statement(lead));
  await lead.context().setOffline(true);
  // Without the browser's word it would take half a minute to notice: longer than is waited here.
  await expect(pill(lead)).toHaveAttribute('data-state', 'offline');
  await lead.keyboard.type(' Zonder netwerk.');
  await expectKept(lead);
  await expectAccessible(lead);
  const before = await waiting(lead);
  expect(before).toBe(' Zonder netwerk.'.length);

  // The page is to be had again, but the board is not.
  await cut(lead);
  await lead.context().setOffline(false);
  await lead.reload();
  await expect(statement(lead)).toContainText('Zonder netwerk.');
  await expectKept(lead);
  expect(await waiting(lead)).toBe(before);
  await caretToEnd(statement(lead));
  await lead.keyboard.type(' En verder.');
  await expect(pill(lead)).toHaveAttribute('data-waiting', String(before + ' En verder.'.length));
  await expectKept(lead);
  await lead.reload();
  await expect(statement(lead)).toContainText('Zonder netwerk. En verder.');
  await expect(pill(lead)).toHaveAttribute('data-waiting', String(before + ' En verder.'.length));

  await restore(lead);
  await expectSaved(lead);
  expect(await stored(lead, 'ambition')).toContain('Zonder netwerk. En verder.');
  await lead.reload();
  await expectSaved(lead);
});

test('the pill says saved only when the server has what it says', async ({ enter }) => {
  const lead = await enter('lead', 'ambition');
  const pillSaid = await followPill(lead, 'ambition');
  await caretToEnd(statement(lead));
  const marks = ['#s1', '#s2', '#s3', '#s4', '#s5', '#s6'];
  for (const [index, mark] of marks.entries()) {
    const offline = index % 2 === 1;
    await lead.context().setOffline(offline);
    if (offline) await expect(pill(lead)).toHaveAttribute('data-state', 'offline');
    // Online it is not waited for: one writes while the page still connects.
    await lead.keyboard.type(` ${mark}`, { delay: 20 });
  }
  await lead.context().setOffline(false);
  await expectSaved(lead);
  const seen = await pillSaid();
  expect(seen.lies).toEqual([]);
  expect(seen.states.join()).toMatch(/offline [1-9]/);
  expect(seen.held).toEqual(marks);
});

test('the pill does not say saved before the server answers, however long that takes', async ({ enter, server }) => {
  const lead = await enter('lead', 'ambition');
  await caretToEnd(statement(lead));
  const states = [];
  const pillSaid = await hearPill(lead, ({ state, waiting }) => states.push(`${state} ${waiting}`));
  server.hold();
  const text = ' Op een trage server.';
  await lead.keyboard.type(text, { delay: 20 });
  await expect(statement(lead)).toContainText(text.trim());
  await expect(pill(lead)).toHaveAttribute('data-waiting', String(text.length));
  await pillSaid();
  expect(states.at(-1)).toBe(`saving ${text.length}`);
  expect(states.filter((state) => state.startsWith('saved'))).toEqual([]);

  server.goOn();
  await expectSaved(lead);
  expect(await stored(lead, 'ambition')).toContain(text.trim());
});

test('a page may be closed when what waits is kept, and asks first when it is not', async ({ enter }) => {
  const lead = await enter('lead', 'ambition', cuttable);
  await cut(lead);
  await caretToEnd(statement(lead));
  await lead.keyboard.type(' Bewaard in deze browser.');
  await expectKept(lead);
  const second = await lead.context().newPage();
  await second.goto('/');
  lead.on('dialog', (dialog) => {
    throw new Error(`asked at ${dialog.type()}`);
  });
  const address = lead.url();
  await lead.close({ runBeforeUnload: true });
  await expect.poll(() => lead.isClosed()).toBe(true);

  // Whoever comes back sends it, from whichever room.
  await restore(second);
  await second.goto(address.replace(/ambition$/, ''));
  await expectSaved(second);
  expect(await stored(second, 'ambition')).toContain('Bewaard in deze browser.');
});

test('what waits on a board that nobody opens again is sent all the same', async ({ enter }) => {
  const lead = await enter('lead', 'canvas', cuttable);
  await cut(lead);
  await lead.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' }).click();
  await lead.getByRole('textbox', { name: 'Tekst van de kaart' }).fill('Getypt in de trein');
  await lead.keyboard.press('Enter');
  await expectKept(lead);
  const later = await lead.context().newPage();
  await lead.close();
  await later.goto('/');
  await restore(later);
  await later.goto(lead.url().replace(/canvas$/, ''));
  await expectSaved(later);
  await expect.poll(() => stored(later, 'canvas')).toContain('Getypt in de trein');
});

test('without storage one works on, and is asked before what waits goes', async ({ enter }) => {
  const lead = await enter('lead', 'ambition');
  await lead.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('not in this window', 'InvalidStateError');
        },
      },
    });
  });
  await lead.reload();
  await expectSaved(lead);
  await lead.context().setOffline(true);
  await caretToEnd(statement(lead));
  await lead.keyboard.type(' Nergens bewaard.');
  await expect(pill(lead)).toHaveAttribute('data-state', 'offline');
  await expect(pill(lead)).toHaveAttribute('data-kept', 'false');
  const warning = lead.waitForEvent('dialog');
  const leaving = lead.close({ runBeforeUnload: true });
  const dialog = await warning;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await lead.context().setOffline(false);
  await expectSaved(lead);
});

test('two windows of one person keep beside each other, and show nothing of each other behind the server', async ({
  enter,
}) => {
  const one = await enter('lead', 'ambition', cuttable);
  const other = await one.context().newPage();
  await other.goto(one.url());
  await expectSaved(other);
  await cut(one);
  await caretToStart(statement(one));
  await one.keyboard.type('Venster een. ');
  await caretToEnd(statement(other));
  await other.keyboard.type(' Venster twee.');
  await Promise.all([expectKept(one), expectKept(other)]);
  await expect(statement(one)).not.toContainText('Venster twee.');
  await expect(statement(other)).not.toContainText('Venster een.');

  await one.reload();
  // What this window shows now, both wrote, and none of it is saved.
  await expect(statement(one)).toContainText('Venster een.');
  await expect(statement(one)).toContainText('Venster twee.');
  await expectKept(one);
  expect(await waiting(one)).toBe('Venster een.  Venster twee.'.length);

  await restore(one);
  await Promise.all([expectSaved(one), expectSaved(other)]);
  for (const page of [one, other]) {
    await expect(statement(page)).toContainText('Venster een.');
    await expect(statement(page)).toContainText('Venster twee.');
    expect((await statement(page).innerText()).match(/Venster/g)).toHaveLength(2);
  }
});

test('signing out takes everything that was kept out of the browser, in all windows', async ({ enter }) => {
  const page = await enter('lead', 'canvas');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expectSaved(second);
  const databases = (where) =>
    where.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((n) => /samenspel/.test(n)));
  expect(await databases(page)).toHaveLength(1);
  await page.getByTestId('account-menu').click();
  await page.getByRole('menuitem', { name: 'Afmelden' }).click();
  await expect(second).toHaveURL(/\/sign-in/);
  await expect.poll(() => databases(page)).toEqual([]);
});

test('who signs out while something waits on a board that is closed is told first', async ({ enter }) => {
  const lead = await enter('lead', 'canvas', cuttable);
  await cut(lead);
  await lead.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' }).click();
  await lead.getByRole('textbox', { name: 'Tekst van de kaart' }).fill('Nog niet weg');
  await lead.keyboard.press('Enter');
  await expectKept(lead);
  await lead.goto('/');
  await lead.getByTestId('account-menu').click();
  await lead.getByRole('menuitem', { name: 'Afmelden' }).click();
  await expect(lead.getByRole('dialog')).toContainText(/niet .*opgeslagen/i);
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Hier blijven' }).click();
});

test('an observer\'s browser keeps nothing', async ({ enter }) => {
  const [lead, observer] = await Promise.all([enter('lead', 'canvas'), enter('observer', 'canvas')]);
  await lead.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' }).click();
  await lead.getByRole('textbox', { name: 'Tekst van de kaart' }).fill('Alleen om te lezen');
  await lead.keyboard.press('Enter');
  await expect(observer.getByText('Alleen om te lezen')).toBeVisible();
  // Who may write keeps all of it.
  await expect.poll(async () => (await kept(lead)).updates.length).toBeGreaterThan(0);
  await observer.reload();
  await expectSaved(observer);
  expect(await kept(observer)).toEqual({ boards: [], updates: [], waiting: [] });
});
