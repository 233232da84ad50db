import { kept } from './copies.mjs';
import { caretToEnd, expect, expectAccessible, expectSaved, pill, test } from './journey.mjs';
import { cut, cuttable, restore, stored } from './without_network.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const lost = (page, text) => page.getByRole('alert').filter({ hasText: text });
const card = (page, text) => page.locator('[data-note]').filter({ hasText: text });
const role = (page, text) => page.locator('[data-role]').filter({ hasText: text });

/** Writes a passage of its own at the end of the statement, and stays in it. */
async function writePassage(page, text) {
  await caretToEnd(statement(page));
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
}

/** Deletes everything from the statement, as somebody does who begins anew. */
async function clear(page) {
  await statement(page).press('Control+a');
  await page.keyboard.press('Delete');
}

async function addCard(page, text) {
  await page.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' }).click();
  await page.getByRole('textbox', { name: 'Tekst van de kaart' }).fill(text);
  await page.keyboard.press('Enter');
}

async function deleteCard(page, text) {
  await page.getByRole('button', { name: `Kaart bewerken: ${text}` }).click();
  await page.getByRole('button', { name: 'Kaart verwijderen' }).click();
}

test('the passage one is writing is deleted, and is back with one click', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  await writePassage(member, 'Joris schrijft hier iets op.');
  await expectSaved(member);
  await expect(statement(lead)).toContainText('Joris schrijft hier iets op.');
  await clear(lead);

  await expect(lost(member, 'Joris schrijft hier iets op.')).toBeVisible();
  await expect(lost(member, 'Sanne Mulder verwijderde deze passage terwijl je erin schreef.')).toBeVisible();
  await expect(statement(member)).not.toContainText('Joris');
  await expectAccessible(member);
  // Others who wrote nothing in it are not bothered.
  await expect(lead.getByRole('alert')).toHaveCount(0);
  await member.getByRole('button', { name: 'Passage terugzetten' }).click();
  await expect(statement(lead)).toContainText('Joris schrijft hier iets op.');
  await expect(lost(member, 'Joris')).toHaveCount(0);
  await expectSaved(member);
});

test('the paragraph one is writing is selected and deleted, and is back with one click', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  // Out of the list with which the statement ends: the bin names who deleted whole blocks only.
  await writePassage(member, '');
  await member.keyboard.press('Enter');
  await member.keyboard.type('Joris schrijft hier iets op.');
  await expectSaved(member);
  // What remains is an empty paragraph: the editor takes only the words away.
  await statement(lead).getByText('Joris schrijft hier iets op.').click({ clickCount: 3 });
  await lead.keyboard.press('Backspace');

  await expect(lost(member, 'Sanne Mulder verwijderde deze passage terwijl je erin schreef.')).toBeVisible();
  await member.getByRole('button', { name: 'Passage terugzetten' }).click();
  await expect(statement(lead)).toContainText('Joris schrijft hier iets op.');
  await expect(lost(member, 'Joris')).toHaveCount(0);
  await expectSaved(member);
});

test('a headline that is emptied while one writes it is back with one click', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  const headline = (page) => page.getByRole('textbox', { name: 'De ambitie in één zin' });
  await headline(member).fill('Elk kind leest met plezier.');
  await expect(headline(lead)).toHaveValue('Elk kind leest met plezier.');
  await headline(lead).fill('');
  await expect(lost(member, 'Elk kind leest met plezier.')).toBeVisible();
  await member.getByRole('button', { name: 'Passage terugzetten' }).click();
  await expect(headline(lead)).toHaveValue('Elk kind leest met plezier.');
  await expectSaved(member);
});

test('a passage that somebody only makes a heading is not called lost', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  await writePassage(member, 'Wat wij doen');
  await expect(statement(lead)).toContainText('Wat wij doen');
  await caretToEnd(statement(lead));
  await lead.getByRole('button', { name: 'Kop', exact: true }).click();
  await expect(statement(member).getByRole('heading', { name: 'Wat wij doen' })).toBeVisible();
  await expect(member.getByRole('alert')).toHaveCount(0);
});

test('what was written without a network in a passage that is gone by now is shown, over a reload too', async ({
  enter,
}) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition', cuttable)]);
  await writePassage(member, 'Deze alinea staat er al.');
  await expectSaved(member);
  await cut(member);
  await expect(pill(member)).toHaveAttribute('data-state', 'offline');
  await member.keyboard.type(' En dit schreef ik onderweg.');
  await expect(pill(member)).toHaveAttribute('data-kept', 'true');
  await member.reload();
  await expect(statement(member)).toContainText('En dit schreef ik onderweg.');
  await expect(statement(lead)).toContainText('Deze alinea staat er al.');
  await clear(lead);
  await expectSaved(lead);

  await restore(member);
  await expect(lost(member, 'Deze alinea staat er al. En dit schreef ik onderweg.')).toBeVisible();
  await expectSaved(member);
  // It is not forgotten when one looks elsewhere first, nor when the page is closed.
  await member.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: 'Rollen' }).click();
  await expect(member.getByText(/Iemand verwijderde iets in de kamer Ambitie/)).toBeVisible();
  await expectAccessible(member);
  await member.reload();
  await member.getByRole('link', { name: 'Bekijken' }).click();
  await member.getByRole('button', { name: 'Passage terugzetten' }).click();
  await expect(statement(lead)).toContainText('Deze alinea staat er al. En dit schreef ik onderweg.');
  await expectSaved(member);
  // As soon as this browser has it in writing that it was looked at.
  await expect.poll(async () => (await kept(member)).boards.filter(({ lost }) => lost)).toEqual([]);
  await member.reload();
  await expectSaved(member);
  await expect(member.getByRole('alert')).toHaveCount(0);
});

test('cards that were deleted while one wrote in them without a network are put back', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await addCard(lead, 'Bakfiets');
  await addCard(lead, 'Marktkraam');
  await expect(card(member, 'Marktkraam')).toBeVisible();
  await member.context().setOffline(true);
  for (const text of ['Bakfiets', 'Marktkraam']) {
    await member.getByRole('button', { name: `Kaart bewerken: ${text}` }).click();
    await member.keyboard.type(' op zaterdag');
    await member.keyboard.press('Enter');
  }
  await deleteCard(lead, 'Bakfiets');
  await deleteCard(lead, 'Marktkraam');
  await expectSaved(lead);
  await member.context().setOffline(false);

  await expect(lost(member, 'Bakfiets op zaterdag')).toBeVisible();
  await expect(lost(member, 'Marktkraam op zaterdag')).toBeVisible();
  await expectAccessible(member);
  await lost(member, 'Bakfiets').getByRole('button', { name: 'Kaart terugzetten' }).click();
  await expect(card(lead, 'Bakfiets op zaterdag')).toBeVisible();
  await lost(member, 'Marktkraam').getByRole('button', { name: 'Laat weg' }).click();
  await expect(member.getByRole('alert')).toHaveCount(0);
  await expectSaved(member);
  const content = await stored(member, 'canvas');
  expect(content).toContain('Bakfiets op zaterdag');
  expect(content).not.toContain('Marktkraam');
});

test('a role that was deleted while one wrote in it without a network is put back whole', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member', 'roles')]);
  await lead.getByRole('button', { name: 'Eigen rol' }).click();
  await lead.getByRole('textbox', { name: 'Naam van de rol' }).fill('Gids');
  await lead.getByRole('button', { name: 'Klaar' }).click();
  await member.getByRole('button', { name: 'Bewerken: Gids' }).click();
  await member.context().setOffline(true);
  await member.getByRole('textbox', { name: 'Waarvoor deze rol er is' }).fill('Wijst de weg.');
  await member.getByRole('spinbutton', { name: 'Hoogstens' }).fill('5');
  await member.getByRole('button', { name: 'Klaar' }).click();
  await lead.getByRole('button', { name: 'Bewerken: Gids' }).click();
  await lead.getByRole('button', { name: 'Rol verwijderen' }).click();
  await expectSaved(lead);
  await member.context().setOffline(false);

  await expect(lost(member, 'Wijst de weg.')).toBeVisible();
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Zet de rol terug' }).click();
  await expect(role(lead, 'Gids')).toContainText('Wijst de weg.');
  await expect(role(lead, 'Gids')).toContainText('1 tot 5 plaatsen');
  await expectSaved(member);
});

test('who deleted a card is said, as soon as the bin knows', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await addCard(lead, 'Bakfiets');
  await member.getByRole('button', { name: 'Kaart bewerken: Bakfiets' }).click();
  await deleteCard(lead, 'Bakfiets');
  await expect(lost(member, 'Sanne Mulder verwijderde deze kaart terwijl je schreef.')).toBeVisible();
  await expect(lost(member, 'Bakfiets')).toBeFocused();
  // One had written nothing in it; it was open all the same, and is not forgotten.
  await expectSaved(member);
  await expect(pill(member)).toHaveAttribute('data-kept', 'true');
  await member.reload();
  await lost(member, 'Bakfiets').getByRole('button', { name: 'Kaart terugzetten' }).click();
  await expect(card(lead, 'Bakfiets')).toBeVisible();
});

test('who moves a card with the keyboard keeps a place when somebody deletes it', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await addCard(lead, 'Bakfiets');
  await member.getByRole('button', { name: 'Kaart verplaatsen: Bakfiets' }).focus();
  await member.keyboard.press('Space');
  await expect(member.getByRole('group', { name: 'Waar moet de kaart heen?' })).toBeVisible();
  await deleteCard(lead, 'Bakfiets');
  await expect(member.getByRole('group', { name: 'Waar moet de kaart heen?' })).toHaveCount(0);
  await expect(member.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' })).toBeFocused();
});
