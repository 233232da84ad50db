import { choose, expect, expectAccessible, expectSaved, test } from './journey.mjs';

const dialog = (page) => page.getByRole('dialog', { name: 'Kaarten plakken' });
const list = (page) => dialog(page).getByRole('textbox', { name: 'Je lijst' });
const rows = (page) => dialog(page).locator('tbody tr');
const add = (page) => dialog(page).getByRole('button', { name: /^Leg/ });
const card = (page, id, text) => page.locator(`[data-block="${id}"] [data-note]`).filter({ hasText: text });

test('a list is pasted, looked at, and becomes cards that everybody sees', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await choose(lead, 'Kaarten plakken');
  await expect(list(lead)).toBeFocused();
  await expectAccessible(lead);
  await list(lead).fill('- Voorleesbus op woensdag\n\n2. Huisbezoek door vrijwilligers\n• Een appje van de juf');
  await expect(rows(lead)).toHaveCount(3);
  await expect(dialog(lead)).toContainText('Kies hierboven nog een blok');
  await expect(add(lead)).toHaveAttribute('aria-disabled', 'true');
  await dialog(lead).getByRole('combobox', { name: 'Waar horen de regels zonder blok?' }).selectOption('channels');
  await expect(dialog(lead)).toContainText('3 kaarten, klaar om neer te leggen.');
  await expect(rows(lead).nth(1)).toContainText('Huisbezoek door vrijwilligers');
  // A look is only a look.
  await expect(card(member, 'channels', 'Voorleesbus op woensdag')).toHaveCount(0);
  await add(lead).click();

  await expect(dialog(lead)).toHaveCount(0);
  await expect(lead.getByText('Er zijn 3 kaarten neergelegd.')).toBeVisible();
  for (const page of [lead, member]) {
    await expect(card(page, 'channels', 'Voorleesbus op woensdag')).toBeVisible();
    await expect(card(page, 'channels', 'Een appje van de juf')).toBeVisible();
    await expectSaved(page);
  }
});

test('cells of a spreadsheet with a mistake are mended in the list, and nothing is added by halves', async ({ enter }) => {
  const lead = await enter('lead', 'canvas');
  await choose(lead, 'Kaarten plakken');
  const table = ['Blok\tTekst\tPartner', 'Kanalen\tDe wachtkamer\tZorggroep Maas', 'Kanallen\tDe schoolpoort\t'];
  await list(lead).fill(table.join('\n'));
  await expect(rows(lead)).toHaveCount(2);
  await expect(dialog(lead)).toContainText('Eén regel klopt nog niet.');
  await expect(rows(lead).nth(1)).toContainText('Dit blok bestaat niet.');
  await expect(add(lead)).toHaveAttribute('aria-disabled', 'true');
  await add(lead).press('Enter');
  await expect(dialog(lead)).toBeVisible();
  await expectAccessible(lead);

  // The row leads to its line.
  await rows(lead).nth(1).getByRole('button').click();
  await expect(list(lead)).toBeFocused();
  await lead.keyboard.insertText('Relaties\tDe schoolpoort\tSamen');
  await expect(dialog(lead)).toContainText('2 kaarten, klaar om neer te leggen.');
  await add(lead).click();
  await expect(card(lead, 'channels', 'De wachtkamer')).toContainText('Zorggroep Maas');
  await expect(card(lead, 'customer_relationships', 'De schoolpoort')).toContainText('Samen');
});

test('what was taken along as a spreadsheet can be brought back in, accents and all', async ({ enter }) => {
  const lead = await enter('lead', 'canvas');
  const before = await lead.locator('[data-note]').count();
  await choose(lead, 'Downloaden');
  const saved = lead.waitForEvent('download');
  await lead.getByRole('link', { name: /CSV/ }).click();
  const path = await (await saved).path();
  await lead.keyboard.press('Escape');
  await choose(lead, 'Kaarten plakken');
  await dialog(lead).locator('input[type="file"]').setInputFiles(path);
  await expect(rows(lead)).toHaveCount(before);
  await expect(dialog(lead)).toContainText(`${before} kaarten, klaar om neer te leggen.`);
  await add(lead).click();
  await expect(lead.locator('[data-note]')).toHaveCount(2 * before);

  // Excel on a Dutch computer: semicolons, and one byte a letter.
  await choose(lead, 'Kaarten plakken');
  const buffer = Buffer.from('Blok;Tekst\r\nKanalen;Café met één tafel\r\n', 'latin1');
  await dialog(lead).locator('input[type="file"]').setInputFiles({ name: 'kaarten.csv', mimeType: 'text/csv', buffer });
  await expect(rows(lead).first()).toContainText('Café met één tafel');
  await add(lead).click();
  await expect(card(lead, 'channels', 'Café met één tafel')).toBeVisible();
});

test('when the network fails one is told what is known, and tries again with the list that is still there', async ({
  enter,
}) => {
  const lead = await enter('lead', 'canvas');
  await choose(lead, 'Kaarten plakken');
  await dialog(lead).getByRole('combobox', { name: 'Waar horen de regels zonder blok?' }).selectOption('channels');
  await lead.context().setOffline(true);
  await list(lead).fill('De voorleesbus\nDe bakfiets');
  await expect(dialog(lead).getByRole('alert')).toContainText('De server is niet bereikbaar.');
  await expectAccessible(lead);
  await lead.context().setOffline(false);
  await dialog(lead).getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect(dialog(lead)).toContainText('2 kaarten, klaar om neer te leggen.');
  await expect(dialog(lead).getByRole('alert')).toHaveCount(0);
  await expect(list(lead)).toBeFocused();

  await lead.context().setOffline(true);
  await add(lead).click();
  await expect(dialog(lead).getByRole('alert')).toContainText('We weten niet of de kaarten zijn neergelegd.');
  await expectAccessible(lead);
  await lead.context().setOffline(false);
  await add(lead).click();
  await expect(dialog(lead)).toHaveCount(0);
  await expect(card(lead, 'channels', 'De voorleesbus')).toHaveCount(1);
  await expectSaved(lead);
});

test('cards of which the answer was lost are there once, however often they are added', async ({ enter }) => {
  const lead = await enter('lead', 'canvas');
  await choose(lead, 'Kaarten plakken');
  await dialog(lead).getByRole('combobox', { name: 'Waar horen de regels zonder blok?' }).selectOption('channels');
  await list(lead).fill('De voorleesbus\nDe bakfiets');
  await expect(dialog(lead)).toContainText('2 kaarten, klaar om neer te leggen.');
  const lose = async (route) => {
    await route.fetch();
    await route.abort();
  };
  await lead.route('**/notes/import', lose, { times: 1 });
  await add(lead).click();
  await expect(dialog(lead).getByRole('alert')).toContainText('We weten niet of de kaarten zijn neergelegd.');
  await add(lead).click();
  await expect(dialog(lead)).toHaveCount(0);
  await expect(card(lead, 'channels', 'De bakfiets')).toHaveCount(1);
  await expect(card(lead, 'channels', 'De voorleesbus')).toHaveCount(1);
  await expectSaved(lead);
});

test('an observer has nothing to paste', async ({ enter }) => {
  const observer = await enter('observer', 'canvas');
  await observer.getByRole('button', { name: /^Meer over/ }).click();
  await expect(observer.getByRole('menuitem', { name: 'Geschiedenis' })).toBeVisible();
  await expect(observer.getByRole('menuitem', { name: 'Kaarten plakken' })).toHaveCount(0);
});
