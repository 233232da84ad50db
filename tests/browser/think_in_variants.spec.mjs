// One thinks further on a variant, without touching the business model that counts: beside each other, until a lead lets
// another one count.
import { choose, expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const block = (page, id) => page.locator(`[data-block="${id}"]`);
const card = (page, text) => page.locator('[data-note]').filter({ hasText: text });
const variants = (page) => page.getByRole('navigation', { name: 'Varianten van het businessmodel' });
const dialog = (page) => page.getByRole('dialog');
const complete = (page) => page.getByTestId('completeness');
const beside = (page, name) => page.getByTestId('side-by-side').getByRole('region', { name, exact: true });

async function addCard(page, name, text) {
  await page.getByRole('button', { name: `Kaart toevoegen bij ${name}` }).click();
  await page.getByRole('textbox', { name: 'Tekst van de kaart' }).fill(text);
  await page.keyboard.press('Enter');
  await expectSaved(page);
}

/** Asks for something that can be done with the variant one is on. */
async function ask(page, title, item) {
  await page.getByRole('button', { name: `Wat je met de variant ${title} kunt doen` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The same by keyboard alone, from the first item down. */
async function askByKeyboard(page, title, item) {
  await page.getByRole('button', { name: `Wat je met de variant ${title} kunt doen` }).focus();
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('menuitem', { name: item });
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  for (let step = 0; step < 10 && !(await wanted.evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('partners try another idea beside the one that counts, and choose', async ({ enter }) => {
      test.setTimeout(240_000);
      const [lead, member, third, observer] = await Promise.all([
        enter('lead', 'canvas'),
        enter('member', 'canvas'),
        enter('third', 'canvas'),
        enter('observer', 'canvas'),
      ]);
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };

      // There is one, so nothing is said of variants; a name is asked for, and it begins as a copy.
      await expect(variants(lead)).toHaveCount(0);
      await choose(lead, 'Een variant maken…');
      await expectAccessible(lead);
      await dialog(lead).getByLabel('Hoe heet deze variant?').fill('');
      await dialog(lead).getByRole('button', { name: 'Variant maken' }).click();
      await expect(dialog(lead)).toContainText('Geef de variant een naam.');
      await dialog(lead).getByLabel('Hoe heet deze variant?').fill('Met de school');
      await dialog(lead).getByRole('button', { name: 'Variant maken' }).click();
      await expect(variants(lead).getByRole('link', { name: /^Met de school/ })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(card(lead, 'Zestig vrijwilligers')).toBeVisible();
      await expect(complete(lead)).toHaveCount(0);
      await looks(lead);

      // Everybody sees it come, also who only reads along; what is written on it stands on it alone.
      await expect(variants(third).getByRole('link', { name: /^Businessmodel telt/ })).toBeVisible();
      await variants(observer)
        .getByRole('link', { name: /^Met de school/ })
        .click();
      await variants(member)
        .getByRole('link', { name: /^Met de school/ })
        .click();
      await expect(member).toHaveURL(/\/canvas\/[0-9a-f-]{36}$/);
      await addCard(member, 'Kanalen', 'De hoek op het schoolplein');
      await expect(card(block(lead, 'channels'), 'De hoek op het schoolplein')).toBeVisible();
      await expect(card(block(observer, 'channels'), 'De hoek op het schoolplein')).toBeVisible();
      await expect(observer.getByRole('button', { name: /^Kaart toevoegen/ })).toHaveCount(0);
      await observer.getByRole('button', { name: 'Wat je met de variant Met de school kunt doen' }).click();
      await expect(observer.getByRole('menuitem')).toHaveText(['Naast “Businessmodel” leggen']);
      await observer.keyboard.press('Escape');
      await looks(observer);
      await expect(card(third, 'De hoek op het schoolplein')).toHaveCount(0);

      // Beside each other: what stands on one alone says so, as it is written.
      await ask(member, 'Met de school', 'Naast “Businessmodel” leggen');
      await expect(member.getByRole('heading', { level: 1, name: 'Twee varianten naast elkaar' })).toBeVisible();
      const only = beside(member, 'Kanalen').getByRole('listitem').filter({ hasText: 'De hoek op het schoolplein' });
      await expect(only).toHaveCount(1);
      await expect(only).toContainText('alleen hier');
      await expect(beside(member, 'Kanalen').getByText('alleen hier')).toHaveCount(1);
      await expect(beside(member, 'Relaties').getByText('alleen hier')).toHaveCount(0);
      await addCard(lead, 'Relaties', 'De juf kent het gezin');
      await expect(beside(member, 'Relaties').getByText('alleen hier')).toHaveCount(1);
      await addCard(third, 'Relaties', 'De juf kent het gezin');
      await expect(beside(member, 'Relaties').getByText('alleen hier')).toHaveCount(0);
      await expect(beside(member, 'Relaties').getByText('De juf kent het gezin')).toHaveCount(2);
      await looks(member);

      // Another one counts: who was writing on the one that did goes on writing on it.
      await third.getByRole('button', { name: 'Kaart bewerken: De juf kent het gezin' }).click();
      const writing = third.getByRole('textbox', { name: 'Tekst van de kaart' });
      await writing.press('End');
      await third.keyboard.type(', en');
      await ask(lead, 'Met de school', 'Deze laten tellen…');
      await expect(dialog(lead)).toContainText('“Businessmodel” blijft bestaan');
      await expectAccessible(lead);
      await dialog(lead).getByRole('button', { name: 'Laten tellen' }).click();
      await expect(complete(lead)).toBeVisible();
      await expect(variants(third).getByRole('link', { name: /^Met de school telt/ })).toBeVisible();
      await expect(third).toHaveURL(/\/canvas\/[0-9a-f-]{36}$/);
      await expect(writing).toBeFocused();
      await third.keyboard.type(' wij ook');
      await third.keyboard.press('Enter');
      await expect(card(third, 'De juf kent het gezin, en wij ook')).toBeVisible();
      await expect(card(lead, 'en wij ook')).toHaveCount(0);

      // It is put away by keyboard alone, and is back as it was.
      await askByKeyboard(third, 'Businessmodel', 'Wegleggen');
      await expect(dialog(third)).toContainText('Alles wat erop staat, blijft bewaard');
      await third.keyboard.press('Tab');
      await dialog(third).getByRole('button', { name: 'Wegleggen' }).focus();
      await third.keyboard.press('Enter');
      await expect(third.getByText('Deze variant is weggelegd.')).toBeVisible();
      await looks(third);
      await expect(variants(lead)).toHaveCount(0);
      await choose(lead, 'Weggelegde varianten');
      await expectAccessible(lead);
      await dialog(lead).getByRole('button', { name: 'Businessmodel terughalen' }).click();
      await expect(dialog(lead)).toContainText('Er ligt niets meer weg.');
      await lead.keyboard.press('Escape');
      await variants(lead)
        .getByRole('link', { name: /^Businessmodel/ })
        .click();
      await expect(card(lead, 'De juf kent het gezin, en wij ook')).toBeVisible();

      // It has a history of its own.
      await choose(lead, 'Geschiedenis');
      await expect(lead).toHaveURL(/\/canvas\/[0-9a-f-]{36}\/history$/);
      await lead.goBack();
      await expect(card(lead, 'De juf kent het gezin, en wij ook')).toBeVisible();
    });

    test('questions help to fill a block, and what is still missing leads to it', async ({ enter }) => {
      test.setTimeout(120_000);
      const [lead, observer] = await Promise.all([enter('lead', 'canvas'), enter('observer', 'canvas')]);
      const question = (page, words) => page.getByText(words, { exact: true });
      const CHANNELS = 'Via wiens kanalen worden wij gevonden?';
      const VALUE = 'Welk probleem lossen wij samen op, en voor wie?';

      // One block at a time opens its questions, and they can only be read.
      await lead.getByRole('button', { name: 'Vragen bij Kanalen' }).focus();
      await lead.keyboard.press('Enter');
      await expect(question(lead, CHANNELS)).toBeVisible();
      await expectAccessible(lead);
      await lead.getByRole('button', { name: 'Vragen bij Waardeproposities' }).click();
      await expect(question(lead, VALUE)).toBeVisible();
      await expect(question(lead, CHANNELS)).toHaveCount(0);
      await lead.getByRole('button', { name: 'Vragen bij Waardeproposities' }).click();
      await expect(question(lead, VALUE)).toHaveCount(0);
      if (where === 'at a desk') {
        await lead.getByRole('button', { name: 'Toon de vragen' }).click();
        for (const words of [CHANNELS, VALUE]) await expect(question(lead, words)).toBeVisible();
        await expectAccessible(lead);
      } else {
        await expect(lead.getByRole('button', { name: 'Toon de vragen' })).toHaveCount(0);
      }
      await expectNarrow(lead);

      // What stands there is counted as it changes, and leads to the block. Who only reads along sees nothing of money.
      const row = (page, name) => complete(page).getByRole('button', { name: new RegExp(`^${name}`) });
      await expect(row(lead, 'Relaties')).toHaveText(/2 kaarten/);
      for (let left = 2; left > 0; left -= 1) {
        await block(lead, 'customer_relationships')
          .getByRole('button', { name: /^Kaart bewerken/ })
          .first()
          .click();
        await lead.getByRole('button', { name: 'Kaart verwijderen' }).click();
      }
      await expect(row(lead, 'Relaties')).toHaveText(/nog leeg/, { timeout: 15_000 });
      await expect(row(observer, 'Relaties')).toHaveText(/nog leeg/, { timeout: 15_000 });
      await row(lead, 'Relaties').click();
      await expect(lead.getByRole('heading', { name: 'Relaties' })).toBeFocused();
      await expect(complete(lead)).toContainText('heeft nog geen kosten of opbrengsten opgeschreven.');
      await expect(complete(observer)).not.toContainText('kosten of opbrengsten');
      await expectAccessible(observer);
      await complete(lead).getByRole('link', { name: 'Naar wat het kost en oplevert' }).click();
      await expect(lead.getByRole('heading', { level: 1, name: 'Kosten en baten' })).toBeVisible();
    });
  });
}
