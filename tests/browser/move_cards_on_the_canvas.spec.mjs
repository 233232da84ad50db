import { expect, expectAccessible, expectSaved, test } from './journey.mjs';

const block = (page, id) => page.locator(`[data-block="${id}"]`);
const card = (page, text) => page.locator('[data-note]').filter({ hasText: text });

async function addCard(page, name, text) {
  await page.getByRole('button', { name: `Kaart toevoegen bij ${name}` }).click();
  await page.getByRole('textbox', { name: 'Tekst van de kaart' }).fill(text);
  await page.keyboard.press('Enter');
}

test('two people lay cards and move them, by mouse and by keyboard', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await Promise.all([addCard(lead, 'Kanalen', 'De voorleesbus'), addCard(member, 'Relaties', 'Huisbezoek')]);
  await expect(card(block(member, 'channels'), 'De voorleesbus')).toBeVisible();
  await expect(card(block(lead, 'customer_relationships'), 'Huisbezoek')).toBeVisible();

  // By keyboard: up, from the channels to the relationships above them.
  await member.getByRole('button', { name: 'Kaart verplaatsen: De voorleesbus' }).focus();
  await member.keyboard.press('Space');
  await expect(member.getByRole('group', { name: 'Waar moet de kaart heen?' })).toBeVisible();
  await expectAccessible(member);
  await member.keyboard.press('ArrowRight');
  await member.keyboard.press('Space');
  await expect(card(block(member, 'channels'), 'De voorleesbus')).toHaveCount(0);
  await expect(card(block(lead, 'channels'), 'De voorleesbus')).toHaveCount(0);
  await expect(card(lead, 'De voorleesbus')).toBeVisible();

  // By mouse, into the costs.
  await drag(lead, card(lead, 'Huisbezoek'), block(lead, 'cost_structure'));
  await expect(card(block(lead, 'cost_structure'), 'Huisbezoek')).toBeVisible();
  await expect(card(block(member, 'cost_structure'), 'Huisbezoek')).toBeVisible();

  await Promise.all([expectSaved(lead), expectSaved(member)]);
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);
});

test('two people write on one card at the same time', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await addCard(lead, 'Kanalen', 'midden');
  await member.getByRole('button', { name: 'Kaart bewerken: midden' }).click();
  await lead.getByRole('button', { name: 'Kaart bewerken: midden' }).click();
  const [hers, his] = [lead, member].map((page) => page.getByRole('textbox', { name: 'Tekst van de kaart' }));
  await hers.press('Home');
  await his.press('End');
  await Promise.all([
    lead.keyboard.type('Sanne ', { delay: 30 }),
    member.keyboard.type(' Joris', { delay: 30 }),
  ]);
  await expect(hers).toHaveValue('Sanne midden Joris');
  await expect(his).toHaveValue('Sanne midden Joris');
  await expect(lead.getByText('Joris Vermeer schrijft…')).toBeVisible();
});

test('a card that was thrown away can be put back', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await addCard(lead, 'Kanalen', 'Toch niet');
  await expect(card(member, 'Toch niet')).toBeVisible();
  await lead.getByRole('button', { name: 'Kaart bewerken: Toch niet' }).click();
  await lead.getByRole('button', { name: 'Kaart verwijderen' }).click();
  await expect(card(member, 'Toch niet')).toHaveCount(0);
  await lead.getByRole('button', { name: 'Terugzetten' }).click();
  await expect(card(member, 'Toch niet')).toBeVisible();
});

test('who was writing in a card that is thrown away stands at what was kept', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await addCard(lead, 'Kanalen', 'Onder de hand');
  await member.getByRole('button', { name: 'Kaart bewerken: Onder de hand' }).click();
  await lead.getByRole('button', { name: 'Kaart bewerken: Onder de hand' }).click();
  await lead.getByRole('button', { name: 'Kaart verwijderen' }).click();
  const kept = member.getByRole('alert').filter({ hasText: 'Onder de hand' });
  await expect(kept).toBeFocused();
  // Who types on presses nothing.
  await member.keyboard.type(' en nog wat ');
  await expect(kept).toBeVisible();
  await expectAccessible(member);

  // What is offered to be put back is put back in this room, or not offered any more.
  await lead.getByRole('link', { name: 'Rollen', exact: true }).click();
  await expect(lead.getByRole('button', { name: 'Terugzetten' })).toHaveCount(0);
});

/** As a person drags: the card shows where it would land, and it is let go when that is right. */
async function drag(page, from, to) {
  await from.hover();
  await page.mouse.down();
  await expect(async () => {
    // Where that is now: cards make way for the one that comes, and near its edges the page scrolls.
    const { x, y, width, height } = await to.boundingBox();
    await page.mouse.move(x + width / 2, Math.min(y + height / 2, page.viewportSize().height - 20), { steps: 8 });
    await expect(to.locator(from)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.mouse.up();
}
