import { caretToEnd, expect, expectAccessible, expectSaved, pill, test } from './journey.mjs';
import { stored } from './without_network.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const notice = (page) => page.getByTestId('stop-notice');

/** Before the first page: the page speaks of another version of the vocabulary for as long as it is told to. */
async function outdatable(page) {
  await page.addInitScript(() => {
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url, protocols) {
        super(localStorage.getItem('outdated') ? url.replace(/v=\d+/, 'v=999') : url, protocols);
        window.lastSocket = this;
      }
    };
  });
}

async function clipboardAllowed(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}

/** Writes what has no place in an ambition, as a page with a defect would. */
function writeNonsense(page) {
  return statement(page).evaluate((element) => {
    const plugin = element.editor.state.plugins.find((one) => one.key.startsWith('y-sync'));
    plugin.getState(element.editor.state).doc.getMap('nonsense').set('key', 'value');
  });
}

test('a refused change is explained, the text goes along, and the room begins anew', async ({ enter }) => {
  const [lead, member] = await Promise.all([
    enter('lead', 'ambition', clipboardAllowed),
    enter('member', 'ambition'),
  ]);
  await lead.context().setOffline(true);
  await caretToEnd(statement(lead));
  await lead.keyboard.press('Enter');
  await lead.keyboard.type('Mijn eigen woorden.');
  await writeNonsense(lead);
  await expect(pill(lead)).toHaveAttribute('data-kept', 'true');
  await lead.context().setOffline(false);

  await expect(notice(lead)).toHaveAttribute('data-code', '4422');
  await expect(notice(lead)).toContainText('De server nam een wijziging van jou niet aan');
  await expect(notice(lead)).toContainText('Er zit iets in dat een kamer niet kan bevatten');
  await expect(pill(lead)).toHaveAttribute('data-state', 'stopped');
  await expectAccessible(lead);
  // As long as the text was not taken along, it is there again after a reload.
  await lead.reload();
  await expect(notice(lead).getByRole('textbox')).toHaveValue(/Mijn eigen woorden\./);
  await expect(member.getByRole('alert')).toHaveCount(0);

  await expect(notice(lead).getByRole('button', { name: 'Doorgaan zonder deze tekst' })).toBeVisible();
  await notice(lead).getByRole('button', { name: 'Mijn tekst kopiëren' }).click();
  await notice(lead).getByRole('button', { name: 'Kamer opnieuw ophalen' }).click();
  await expect(notice(lead)).toHaveCount(0);
  await expectSaved(lead);
  await expect(statement(lead)).not.toContainText('Mijn eigen woorden.');

  // Everything works again, and the text is on the clipboard.
  await caretToEnd(statement(lead));
  await lead.keyboard.press('Enter');
  await lead.keyboard.press('Control+v');
  await expect(statement(member)).toContainText('Mijn eigen woorden.');
  await expectSaved(lead);
  await lead.reload();
  await expectSaved(lead);
  expect(await stored(lead, 'ambition')).not.toContain('nonsense');
});

test('what others deleted meanwhile is among the text to take along', async ({ enter }) => {
  const [lead, member] = await Promise.all([
    enter('lead', 'ambition', clipboardAllowed),
    enter('member', 'ambition'),
  ]);
  await caretToEnd(statement(lead));
  await lead.keyboard.press('Enter');
  await lead.keyboard.type('Deze alinea staat er al.');
  await expectSaved(lead);
  await lead.context().setOffline(true);
  // Their carets go from the page first: a letter typed at that very moment is not what this is about.
  await expect(pill(lead)).toHaveAttribute('data-state', 'offline');
  await lead.keyboard.type(' En dit schreef ik onderweg.');
  await writeNonsense(lead);
  await expect(pill(lead)).toHaveAttribute('data-kept', 'true');
  await statement(member).press('Control+a');
  await member.keyboard.press('Delete');
  await expectSaved(member);
  await lead.context().setOffline(false);

  await expect(notice(lead)).toHaveAttribute('data-code', '4422');
  const text = /Deze alinea staat er al\. En dit schreef ik onderweg\./;
  await expect(notice(lead).getByRole('textbox')).toHaveValue(text);
  await lead.reload();
  await expect(notice(lead).getByRole('textbox')).toHaveValue(text);
  await notice(lead).getByRole('button', { name: 'Mijn tekst kopiëren' }).click();
  await notice(lead).getByRole('button', { name: 'Kamer opnieuw ophalen' }).click();
  await expectSaved(lead);
  expect(await lead.evaluate(() => navigator.clipboard.readText())).toMatch(text);
});

test('a message that cannot be read stops only who sent it, and the room begins anew', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas', outdatable), enter('member', 'canvas')]);
  await lead.evaluate(() => window.lastSocket.send(new Uint8Array([0, 2, 3, 255, 255, 255])));
  await expect(notice(lead)).toHaveAttribute('data-code', '4422');
  await expect(notice(lead)).toContainText('De wijziging kwam beschadigd aan');
  await notice(lead).getByRole('button').last().click();
  await expectSaved(lead);
  await lead.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' }).click();
  await lead.getByRole('textbox', { name: 'Tekst van de kaart' }).fill('Het werkt weer');
  await lead.keyboard.press('Enter');
  await expect(member.locator('[data-note]').filter({ hasText: 'Het werkt weer' })).toBeVisible();
  await expectSaved(lead);
});

test('a page that is too old says so, and what was written goes along over the reload', async ({ enter }) => {
  const lead = await enter('lead', 'ambition', outdatable);
  await lead.context().setOffline(true);
  await caretToEnd(statement(lead));
  await lead.keyboard.type(' Geschreven vóór de vernieuwing.');
  await expect(pill(lead)).toHaveAttribute('data-kept', 'true');
  await lead.evaluate(() => localStorage.setItem('outdated', 'yes'));
  await lead.context().setOffline(false);

  await expect(notice(lead)).toHaveAttribute('data-code', '4426');
  await expect(notice(lead)).toContainText('Samenspel is vernieuwd');
  await expect(notice(lead)).toContainText('in deze browser bewaard');
  await expect(statement(lead)).toContainText('Geschreven vóór de vernieuwing.');
  await expectAccessible(lead);
  await lead.evaluate(() => localStorage.removeItem('outdated'));
  await notice(lead).getByRole('button', { name: 'Pagina herladen' }).click();
  await expectSaved(lead);
  await expect(statement(lead)).toContainText('Geschreven vóór de vernieuwing.');
  expect(await stored(lead, 'ambition')).toContain('Geschreven vóór de vernieuwing.');
});
