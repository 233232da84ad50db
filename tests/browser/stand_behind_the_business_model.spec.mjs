// A business model is worth something when each partner says aloud that it can stand behind it: a lead puts it before
// them, what stands on the canvas and what it costs and brings, and each partner answers.
import { signedIn } from './calling.mjs';
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const WISH = 'Graag na een jaar opnieuw naar de huur kijken.';
const standing = (page) => page.getByRole('region', { name: 'Waar het businessmodel staat' });
const badge = (page) => standing(page).getByTestId('shared-badge');
const count = (page) => standing(page).getByTestId('yes-count');
const dialog = (page) => page.getByRole('dialog');
const card = (page, text) => page.locator('[data-note]').filter({ hasText: text });
const radio = (page, word) => page.getByRole('radio', { name: new RegExp(`^${word} [A-Z]`) });
const partner = (page, name) =>
  page.getByRole('list', { name: 'Wat de partners zeggen' }).getByRole('listitem').filter({ hasText: name });
const looks = async (page) => {
  await expectAccessible(page);
  await expectNarrow(page);
};

async function unfold(page) {
  const fold = standing(page).getByRole('button', { name: /^Versie/, expanded: false });
  if (await fold.isVisible()) await fold.click();
}

/** A cost and a benefit that all carry together, one that a partner shows, and one that it keeps to itself. */
async function writeTheLedger(server) {
  const [lead, member] = await Promise.all(['lead', 'member'].map((name) => signedIn(server, name)));
  const { items } = await lead('GET', '/partnerships');
  const here = `/partnerships/${items[0].id}`;
  const { partners, me } = await member('GET', here);
  const line = { kind: 'cost', nature: 'money', frequency: 'yearly', certainty: 'agreed' };
  const shares = partners.map(({ id }) => ({ partner_id: id, amount: 40_000 }));
  await lead('POST', `${here}/ledger/lines`, { ...line, words: 'Huur van het lokaal', amount: 120_000, shares });
  await lead('POST', `${here}/ledger/lines`, { ...line, kind: 'benefit', words: 'Subsidie van de gemeente', amount: 500_000 });
  const own = { ...line, nature: 'time', frequency: 'monthly', partner_id: me.partner_id };
  await member('POST', `${here}/ledger/lines`, { ...own, words: 'Uren van leerkrachten', amount: 960 });
  await member('POST', `${here}/ledger/lines`, { ...own, words: 'Uren van de directie', amount: 240, is_private: true });
  const boards = await lead('GET', `${here}/boards`);
  const board = boards.items.find(({ kind, is_current }) => kind === 'canvas' && is_current);
  return { lead, member, here, board: `/boards/${board.id}` };
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('every partner says that it stands behind the business model, and one of them takes it back', async ({
      enter,
      server,
    }) => {
      test.setTimeout(400_000);
      const { lead: call, board, here } = await writeTheLedger(server);
      await call('POST', `${board}/notes`, { block: 'channels', text: 'De voorleesbus' });
      const [lead, member, third] = await Promise.all([enter('lead', 'canvas'), enter('member'), enter('third', 'canvas')]);

      // A lead reads what they propose, and it becomes another under their eyes: then they read that first.
      await expect(standing(lead)).toContainText('nog niet aan de partners voorgelegd');
      await expect(standing(third).getByRole('button')).toHaveCount(0);
      await looks(lead);
      await lead.getByRole('button', { name: 'Wat hier staat voorleggen…' }).click();
      const proposed = dialog(lead).getByRole('region', { name: 'Wat je voorlegt' });
      await expect(proposed).toContainText('De voorleesbus');
      await expect(proposed).toContainText('Huur van het lokaal');
      await expect(proposed).toContainText('Uren van leerkrachten');
      await expect(proposed).not.toContainText('Uren van de directie');
      await expect(dialog(lead)).toContainText('Joris Vermeer');
      await looks(lead);
      await call('POST', `${here}/ledger/lines`, {
        ...{ kind: 'cost', nature: 'money', frequency: 'once', certainty: 'assumed' },
        ...{ words: 'Nieuwe boeken', amount: 75_000 },
      });
      await expect(dialog(lead)).toContainText('Er is intussen iets veranderd');
      await dialog(lead).getByRole('button', { name: 'Lezen wat er nu staat' }).click();
      await expect(proposed).toContainText('Nieuwe boeken');
      await looks(lead);
      await dialog(lead).getByRole('button', { name: 'Voorleggen', exact: true }).click();
      await expect(count(lead)).toHaveText('0 van 3 partners');
      await expect(count(third)).toHaveText('0 van 3 partners');
      await unfold(third);
      await expect(partner(third, 'Zorggroep Maas')).toContainText('Nog niets gezegd');
      await looks(third);

      // It is the turn of whoever speaks for a partner.
      const turn = member
        .getByRole('listitem')
        .filter({ hasText: 'Versie 1 van het businessmodel wacht op Scholengroep De Brug' });
      await expect(turn).toBeVisible();
      await looks(member);
      await turn.getByRole('link', { name: 'Lezen en antwoorden' }).click();
      await expect(member.getByRole('heading', { level: 1, name: 'Versie 1 van het businessmodel' })).toBeFocused();
      await expect(member.getByRole('group', { name: 'Kanalen' })).toContainText('De voorleesbus');
      const sums = member.getByRole('table');
      await expect(sums.getByRole('row', { name: /^Kost / }).first()).toContainText('1.950');
      await expect(sums.getByRole('row', { name: /^Kost / }).first()).toContainText('400');
      await expect(sums.getByRole('row', { name: /^Kost / }).last()).toContainText('192 uur');
      await expect(member.getByText('Uren van de directie')).toHaveCount(0);
      await looks(member);
      await radio(member, 'Ja, met een wens').check();
      await member.getByLabel('Wat is jullie wens?').fill(WISH);
      await member.reload();
      await expect(member.getByLabel('Wat is jullie wens?')).toHaveValue(WISH);
      await looks(member);
      await member.getByRole('button', { name: 'Antwoord versturen' }).click();
      await expect(member.getByRole('heading', { name: /gaf antwoord$/ })).toBeFocused();
      await looks(member);

      // Everybody reads the wish, and whose it is. The lead answers too.
      await expect(standing(third).getByText('De wens van Scholengroep De Brug')).toBeVisible();
      await expect(standing(third).getByText(WISH)).toBeVisible();
      await standing(lead).getByRole('link', { name: 'Onderschrijven' }).click();
      await expect(lead.getByText('Als Bibliotheek Zuid kunnen wij hierachter staan')).toBeVisible();
      await radio(lead, 'Ja').check();
      await lead.getByRole('button', { name: 'Antwoord versturen' }).click();
      await expect(lead.getByRole('heading', { name: /gaf antwoord$/ })).toBeFocused();
      await expect(count(third)).toHaveText('2 van 3 partners');
      await expect(badge(third)).toHaveCount(0);
      await lead.goBack();
      await expect(count(lead)).toHaveText('2 van 3 partners');

      // The last one answers by keyboard alone; then it is shared, and everybody sees that without doing anything.
      await standing(third).getByRole('link', { name: 'Onderschrijven' }).focus();
      await third.keyboard.press('Enter');
      await expect(third.getByRole('heading', { level: 1, name: 'Versie 1 van het businessmodel' })).toBeFocused();
      await tabTo(third, third.getByRole('radio').first());
      await third.keyboard.press('Space');
      await expect(radio(third, 'Ja')).toBeChecked();
      await tabTo(third, third.getByRole('button', { name: 'Antwoord versturen' }));
      await third.keyboard.press('Enter');
      await expect(third.getByRole('heading', { name: /gaf antwoord$/ })).toBeFocused();
      await expect(badge(lead)).toHaveText('Gedeeld');
      await expect(count(lead)).toHaveText('3 van 3 partners');
      await expect(third.getByTestId('shared-badge').first()).toHaveText('Gedeeld');
      await expect(member.getByTestId('shared-badge').first()).toHaveText('Gedeeld');
      await looks(lead);
      await looks(third);

      // At home it stands for each partner.
      await member.goto(member.url().replace(/\/canvas.*$/, ''));
      const taste = member.getByRole('article').filter({ hasText: 'Versie 1 van het businessmodel' });
      await expect(taste.getByTestId('shared-badge')).toBeVisible();
      await expect(partner(taste, 'Scholengroep De Brug')).toContainText('Ja, met een wens');
      await looks(member);

      // Who works on makes a draft; what was shared stays that.
      await third.goBack();
      await expect(badge(third)).toBeVisible();
      await lead.getByRole('button', { name: 'Kaart bewerken: De voorleesbus' }).click();
      await lead.getByRole('textbox', { name: 'Tekst van de kaart' }).fill('De voorleesbus in de wijk');
      await lead.keyboard.press('Enter');
      await expectSaved(lead);
      for (const page of [lead, third]) {
        await expect(card(page, 'De voorleesbus in de wijk')).toBeVisible();
        await expect(standing(page)).toContainText('Wat hier nu staat, is een concept: opnieuw te onderschrijven.');
        await expect(badge(page)).toBeVisible();
      }
      await looks(lead);
      await standing(third).getByRole('link', { name: 'Bekijk het verschil' }).click();
      await expect(third.getByRole('heading', { level: 1, name: 'Versie 1 naast wat er nu staat' })).toBeFocused();
      await expect(third.getByText('Op 1 plek is iets anders.')).toBeVisible();
      const changed = third.getByRole('region', { name: 'De kaarten' }).getByRole('listitem');
      await expect(changed).toHaveText([/Anders\s+Kanalen\s+Versie 1\s+De voorleesbus\s.*De voorleesbus in de wijk/]);
      // So is what it costs; and this page follows it.
      await call('POST', `${here}/ledger/lines`, {
        ...{ kind: 'cost', nature: 'money', frequency: 'yearly', certainty: 'assumed' },
        ...{ words: 'Verzekering', amount: 20_000 },
      });
      await expect(third.getByText('Op 2 plekken is iets anders.')).toBeVisible();
      await expect(third.getByRole('region', { name: 'Kosten en baten' })).toContainText('Verzekering');
      await looks(third);
      await third.goBack();

      // What somebody said they take back whenever they like, without a reason.
      await expect(badge(third)).toBeVisible();
      await unfold(third);
      await standing(third).getByRole('link', { name: 'Ons antwoord bekijken' }).click();
      await third.getByRole('button', { name: 'Terugnemen' }).click();
      await expect(third.getByRole('heading', { name: 'Kunnen jullie als Zorggroep Maas hierachter staan?' })).toBeFocused();
      await expect(badge(lead)).toHaveCount(0);
      await expect(count(lead)).toHaveText('2 van 3 partners');
      for (const page of [member, third]) await expect(page.getByTestId('shared-badge')).toHaveCount(0);
      await looks(lead);
      await looks(third);
    });
  });
}

test('all versions stay to be read, and who only looks along does not read what it costs', async ({ enter, server }) => {
  test.setTimeout(200_000);
  const { lead, here, board } = await writeTheLedger(server);
  await lead('POST', `${board}/notes`, { block: 'channels', text: 'De voorleesbus' });
  const model = `${here}/business-model`;
  const propose = async () => {
    const { draft } = await lead('GET', model);
    await lead('POST', `${model}/versions`, { hash: draft.hash });
  };
  await propose();
  await lead('POST', `${model}/versions/1/withdraw`);
  await lead('POST', `${board}/notes`, { block: 'key_partners', text: 'De bibliotheek' });
  await propose();

  const page = await enter('lead', 'canvas');
  await unfold(page);
  await standing(page).getByRole('link', { name: 'Alle versies' }).click();
  const version = (number) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Versie ${number}`, exact: true }) });
  await expect(version(2)).toContainText('Ligt voor');
  await expect(version(1)).toContainText('Ingetrokken');
  await looks(page);
  await version(2).getByRole('link', { name: 'Versie 1 naast versie 2' }).click();
  await expect(page.getByRole('region', { name: 'De kaarten' }).locator('[data-kind="added"]')).toContainText([
    'De bibliotheek',
  ]);
  await looks(page);
  await page.goBack();
  await version(2).getByRole('button', { name: 'Versie 2 intrekken…' }).click();
  await dialog(page).getByRole('button', { name: 'Intrekken' }).click();
  await expect(version(2)).toContainText('Ingetrokken');

  const observer = await enter('observer', 'canvas/versions/2');
  await expect(observer.getByRole('heading', { level: 1 })).toHaveText('Versie 2 van het businessmodel');
  await expect(observer.getByRole('group', { name: 'Kanalen' })).toContainText('De voorleesbus');
  await expect(observer.getByText('Wat het kost en oplevert, lezen alleen de partners.')).toBeVisible();
  await expect(observer.getByText('Huur van het lokaal')).toHaveCount(0);
  await expect(observer.getByRole('radio')).toHaveCount(0);
  await looks(observer);
});

/** Walks there with the tab key. */
async function tabTo(page, target) {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('one does not come there with the tab key');
}
