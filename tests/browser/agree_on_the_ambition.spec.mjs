// An ambition is shared when every partner stands behind exactly these words: a lead puts a version before them, each
// partner answers, and may take that back.
import { signedIn } from './calling.mjs';
import { caretToEnd, choose, expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const WISH = 'Graag ook de ouders die nog geen Nederlands lezen.';
const standing = (page) => page.getByRole('region', { name: 'Waar de ambitie staat' });
const badge = (page) => standing(page).getByTestId('shared-badge');
const sign = (page) => page.getByTestId('shared-sign');
const count = (page) => standing(page).getByTestId('yes-count');
const dialog = (page) => page.getByRole('dialog');
const headline = (page) => page.getByRole('textbox', { name: 'De ambitie in één zin' });
const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const line = (page) => page.getByTestId('ambition-line');
/** Where the ambition stands is a line; it opens. */
async function unfold(page) {
  const fold = standing(page).getByRole('button', { name: /^Versie/, expanded: false });
  if (await fold.isVisible()) await fold.click();
}
/** Each word stands with what it means. */
const radio = (page, word) => page.getByRole('radio', { name: new RegExp(`^${word} [A-Z]`) });
const partner = (page, name) =>
  page.getByRole('list', { name: 'Wat de partners zeggen' }).getByRole('listitem').filter({ hasText: name });

/** Reads a version and answers for one's partner. */
async function answer(page, word, wish) {
  await radio(page, word).check();
  if (wish) await page.getByLabel('Wat is jullie wens?').fill(wish);
  await page.getByRole('button', { name: 'Antwoord versturen' }).click();
  await expect(page.getByRole('heading', { name: /gaf antwoord$/ })).toBeFocused();
}

/** A version that every partner stands behind, by HTTP alone. */
async function shareTheAmbition(server) {
  const [lead, member, third] = await Promise.all(['lead', 'member', 'third'].map((name) => signedIn(server, name)));
  const { items } = await lead('GET', '/partnerships');
  const ambition = `/partnerships/${items[0].id}/ambition`;
  const { draft } = await lead('GET', ambition);
  await lead('POST', `${ambition}/versions`, { seq: draft.seq });
  for (const call of [lead, member, third]) await call('PUT', `${ambition}/versions/1/endorsement`, { answer: 'yes' });
  return { lead, member, third, ambition };
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('partners agree on exactly these words, see it at once, and one of them takes it back', async ({ enter }) => {
      test.setTimeout(400_000);
      const [lead, member, third] = await Promise.all([enter('lead', 'ambition'), enter('member'), enter('third', 'ambition')]);
      const agreed = await headline(lead).inputValue();
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };

      // A lead reads what they propose, and who will be asked.
      await expect(standing(lead)).toContainText('nog niet aan de partners voorgelegd');
      await expect(standing(third).getByRole('button')).toHaveCount(0);
      await looks(lead);
      await lead.getByRole('button', { name: 'Wat hier staat voorleggen…' }).click();
      await expect(dialog(lead).getByRole('region')).toContainText(await headline(lead).inputValue());
      await expect(dialog(lead)).toContainText('Joris Vermeer');
      await looks(lead);
      await dialog(lead).getByRole('button', { name: 'Voorleggen', exact: true }).click();
      await expect(count(lead)).toHaveText('0 van 3 partners');
      await expect(count(third)).toHaveText('0 van 3 partners');
      await unfold(third);
      await expect(partner(third, 'Zorggroep Maas')).toContainText('Nog niets gezegd');
      await looks(third);

      // One at a time: as long as it waits, a lead can take it back, and is not offered what would be refused.
      await unfold(lead);
      await expect(standing(lead).getByRole('button', { name: 'Versie 1 intrekken…' })).toBeVisible();
      await expect(lead.getByRole('button', { name: 'Wat hier staat voorleggen…' })).toHaveCount(0);
      await looks(lead);
      // The name-plate is what is written, as long as nothing is shared.
      await expect(line(third)).toContainText('concept');

      // It is the turn of whoever speaks for a partner. A wish without words is refused, and nothing is lost.
      const turn = member.getByRole('listitem').filter({ hasText: 'Versie 1 van de ambitie wacht op Scholengroep De Brug' });
      await expect(turn).toBeVisible();
      await looks(member);
      await turn.getByRole('link', { name: 'Lezen en antwoorden' }).click();
      await expect(member.getByRole('heading', { level: 1, name: 'Versie 1 van de ambitie' })).toBeFocused();
      await looks(member);
      await member.getByRole('button', { name: 'Antwoord versturen' }).click();
      await expect(member.getByText('Kies eerst een antwoord.')).toBeVisible();
      await radio(member, 'Ja, met een wens').check();
      await member.getByRole('button', { name: 'Antwoord versturen' }).click();
      await expect(member.getByText('Schrijf jullie wens op')).toBeVisible();
      await looks(member);
      await member.getByLabel('Wat is jullie wens?').fill(WISH);
      await member.reload();
      await expect(member.getByLabel('Wat is jullie wens?')).toHaveValue(WISH);
      await answer(member, 'Ja, met een wens');
      await looks(member);

      // Everybody reads the wish, and whose it is.
      await expect(standing(third).getByText('De wens van Scholengroep De Brug')).toBeVisible();
      await expect(standing(third).getByText(WISH)).toBeVisible();
      await standing(lead).getByRole('link', { name: 'Onderschrijven' }).click();
      await answer(lead, 'Ja');
      await expect(count(third)).toHaveText('2 van 3 partners');
      await expect(badge(third)).toHaveCount(0);
      await looks(third);
      await lead.goBack();
      await expect(count(lead)).toHaveText('2 van 3 partners');
      await member.goBack();
      await expect(member.getByRole('heading', { name: 'Versie 1 van de ambitie' })).toBeVisible();
      await expect(member.getByText('2 van 3 partners')).toBeVisible();

      // With the last yes it is shared, and everybody sees that without doing anything.
      await standing(third).getByRole('link', { name: 'Onderschrijven' }).click();
      await answer(third, 'Ja');
      await expect(badge(lead)).toHaveText('Gedeeld');
      await expect(count(lead)).toHaveText('3 van 3 partners');
      await expect(member.getByTestId('shared-badge')).toHaveText('Gedeeld');
      await expect(third.getByTestId('shared-badge')).toHaveText('Gedeeld');
      for (const page of [lead, member, third]) await expect(sign(page)).toBeVisible();
      await looks(lead);
      await looks(member);
      await looks(third);

      // Who writes on makes a draft; what was shared stays that.
      await third.goBack();
      await expect(badge(third)).toBeVisible();
      await caretToEnd(statement(lead));
      await lead.keyboard.type(' En wij leren van elkaar.');
      await headline(lead).fill('Iets anders.');
      for (const page of [lead, third]) {
        await expect(standing(page)).toContainText('Wat hier nu staat, is een concept: opnieuw te onderschrijven.');
        await expect(badge(page)).toBeVisible();
        // On top stays what all of them stand behind, whatever one of them writes.
        await expect(sign(page)).toBeVisible();
        await expect(line(page)).toContainText(agreed);
      }
      await expectSaved(lead);
      await looks(lead);
      await standing(third).getByRole('link', { name: 'Bekijk het verschil' }).click();
      await expect(third.getByRole('heading', { level: 1, name: 'Wat er anders is' })).toBeFocused();
      await expect(third.getByText('Op 2 plekken is iets anders.')).toBeVisible();
      await expect(third.locator('ins:visible').last()).toContainText('En wij leren van elkaar.');
      await looks(third);
      await third.goBack();

      // What somebody said they take back whenever they like, without a reason.
      await unfold(third);
      await standing(third).getByRole('link', { name: 'Ons antwoord bekijken' }).click();
      await third.getByRole('button', { name: 'Terugnemen' }).click();
      await expect(third.getByRole('heading', { name: 'Staat Zorggroep Maas achter deze woorden?' })).toBeFocused();
      await expect(badge(lead)).toHaveCount(0);
      await expect(standing(lead)).toContainText('Versie 1 was gedeeld.');
      await expect(count(lead)).toHaveText('2 van 3 partners');
      for (const page of [member, third]) await expect(page.getByTestId('shared-badge')).toHaveCount(0);
      await looks(lead);
      await looks(third);
      // And what was told about it is there to be read.
      await member.getByRole('link', { name: /^Berichten/ }).click();
      await expect(member.getByText(/legt de ambitie aan de partners voor/)).toBeVisible();
      await expect(member.getByText('De ambitie is gedeeld: elke partner die meedoet, staat erachter.')).toBeVisible();
    });

    test('any version is compared with any other, and with what stands there now', async ({ enter, server }) => {
      test.setTimeout(400_000);
      const { member } = await shareTheAmbition(server);
      const page = await enter('lead', 'ambition');
      const looks = async () => {
        await expectAccessible(page);
        await expectNarrow(page);
      };
      await expect(badge(page)).toBeVisible();
      const first = await headline(page).inputValue();
      await headline(page).fill(`${first} Vandaag nog.`);
      await expectSaved(page);
      await expect(standing(page)).toContainText('opnieuw te onderschrijven');

      // The new words are proposed; the shared version stays it until every partner says yes again.
      await unfold(page);
      await page.getByRole('button', { name: 'Wat hier staat voorleggen…' }).click();
      await dialog(page).getByRole('button', { name: 'Voorleggen', exact: true }).click();
      await expect(standing(page)).toContainText('Versie 1 is gedeeld. Versie 2 ligt nu voor aan de partners.');
      await expect(badge(page)).toBeVisible();
      await expect(partner(page, 'Scholengroep De Brug')).toContainText('Opnieuw te onderschrijven');
      await looks();

      await choose(page, 'Versies van de ambitie');
      const version = (number) =>
        page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Versie ${number}`, exact: true }) });
      await expect(version(2)).toContainText('Ligt voor');
      await expect(version(1).getByTestId('shared-badge')).toBeVisible();
      await looks();
      await version(2).getByRole('link', { name: 'Versie 1 naast versie 2' }).click();
      await expect(page.locator('ins:visible')).toContainText('Vandaag nog.');
      await expect(page.locator('del:visible')).toHaveCount(0);
      await looks();
      await page.getByLabel('Eerst').selectOption('Versie 2');
      await page.getByLabel('Daarna').selectOption('Versie 1');
      await page.getByRole('button', { name: 'Vergelijken', exact: true }).click();
      await expect(page.locator('del:visible')).toContainText('Vandaag nog.');
      await page.getByLabel('Daarna').selectOption('Wat er nu staat');
      await page.getByRole('button', { name: 'Vergelijken', exact: true }).click();
      await expect(page.getByText('Er is geen woord anders.')).toBeVisible();

      // What stands there now is followed as others write it.
      const { items } = await member('GET', '/partnerships');
      const boards = await member('GET', `/partnerships/${items[0].id}/boards`);
      const board = boards.items.find(({ kind }) => kind === 'ambition');
      await member('PUT', `/boards/${board.id}/headline`, { text: 'Iets heel anders' });
      await expect(page.locator('ins:visible').first()).toContainText('Iets heel anders');
      await page.goBack();
      await expect(page.locator('del:visible')).toContainText('Vandaag nog.');

      // A lead takes the open one back; it stays to be read.
      await page.getByRole('link', { name: 'Alle versies' }).click();
      await version(2).getByRole('button', { name: 'Versie 2 intrekken…' }).click();
      await looks();
      await dialog(page).getByRole('button', { name: 'Intrekken' }).click();
      await expect(version(2)).toContainText('Ingetrokken');
      await version(2).getByRole('link', { name: 'Versie 2 lezen' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Versie 2 van de ambitie' })).toBeFocused();
      await expect(page.getByRole('radio')).toHaveCount(0);
      await looks();
    });
  });
}

test('what one typed is still there when the version is taken back, and waits at the next one', async ({ enter, server }) => {
  const lead = await signedIn(server, 'lead');
  const { items } = await lead('GET', '/partnerships');
  const ambition = `/partnerships/${items[0].id}/ambition`;
  const { draft } = await lead('GET', ambition);
  await lead('POST', `${ambition}/versions`, { seq: draft.seq });
  const third = await enter('third', 'ambition');
  await standing(third).getByRole('link', { name: 'Onderschrijven' }).click();
  await radio(third, 'Ja, met een wens').check();
  await third.getByLabel('Wat is jullie wens?').fill(WISH);

  // The lead takes it back while one types: it is said, and the words stay, also after a reload.
  await lead('POST', `${ambition}/versions/1/withdraw`);
  for (const again of [false, true]) {
    if (again) await third.reload();
    await expect(third.getByText('Versie 1 is ingetrokken. Er is niets verstuurd.')).toBeVisible();
    await expect(third.getByText(WISH)).toBeVisible();
    await expect(third.getByRole('radio')).toHaveCount(0);
  }
  await expectAccessible(third);

  // At the next version they are ready, and it is said about which they were written.
  await lead('POST', `${ambition}/versions`, { seq: draft.seq });
  await third.getByRole('link', { name: 'Versie 2 lezen' }).click();
  await expect(third.getByText('Dit schreef je bij versie 1.')).toBeVisible();
  await expect(third.getByLabel('Wat is jullie wens?')).toHaveValue(WISH);
  await expectAccessible(third);
  await third.getByRole('button', { name: 'Antwoord versturen' }).click();
  await expect(third.getByRole('heading', { name: /gaf antwoord$/ })).toBeFocused();
  await third.goBack();
  await expect(third.getByText('Wat je schreef is bewaard')).toHaveCount(0);
});

test('who has no mandate reads who has, and nobody is asked for an answer that they cannot give', async ({ enter, server }) => {
  await shareTheAmbition(server);
  const observer = await enter('observer', 'ambition');
  await expect(badge(observer)).toBeVisible();
  await expect(standing(observer).getByRole('button')).toHaveCount(1);
  await unfold(observer);
  await expect(standing(observer).getByRole('link')).toHaveText(['Alle versies']);
  await standing(observer).getByRole('link').click();
  await observer.getByRole('link', { name: 'Versie 1 lezen' }).click();
  await expect(observer.getByRole('heading', { level: 1 })).toHaveText('Versie 1 van de ambitie');
  await expect(observer.getByRole('radio')).toHaveCount(0);
  await expectAccessible(observer);
  await observer.goto(observer.url().replace(/1$/, '9'));
  await expect(observer.getByRole('heading', { name: 'Deze versie is er niet.' })).toBeVisible();
  await expectAccessible(observer);
});
