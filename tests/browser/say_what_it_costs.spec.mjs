// What it costs and brings is written down together and for each; what one partner keeps to itself nobody else sees.
import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, expectNarrow, test } from './journey.mjs';

const JOINT = 'Een coördinator';
const PRIVATE = 'Huur van de zaal';
const LIBRARY = 'Bibliotheek Zuid';
const SCHOOL = 'Scholengroep De Brug';
const CARE = 'Zorggroep Maas';

const dialog = (page) => page.getByRole('dialog');
const line = (page, words) => page.locator('main [data-line]').filter({ hasText: words });
const talk = (page) => page.getByTestId('talk-about');
const overview = (page) => page.getByTestId('overview');
const words = (page) => dialog(page).getByLabel('In één regel');
const amount = (page) => dialog(page).getByLabel('Bedrag in euro’s');
const whose = (page) => dialog(page).getByLabel('Voor wie is het?');
const share = (page, partner) => dialog(page).getByLabel(partner, { exact: true });
const asks = (page, partner) =>
  talk(page)
    .getByRole('listitem')
    .filter({ hasText: 'maar nog niets dat het oplevert' })
    .filter({ hasText: partner });

/** What the table says in the rows of that name, for all together and for each partner. */
async function sums(page, row) {
  const cells = overview(page).getByRole('row', { name: row }).getByRole('cell');
  return (await cells.allTextContents()).map((text) => text.replace(/\s/g, ' ').trim());
}

async function begin(page, what = 'Kosten opschrijven') {
  await page.getByRole('button', { name: what, exact: true }).click();
  await expect(words(page)).toBeFocused();
}

async function save(page) {
  await dialog(page).getByRole('button', { name: 'Bewaren', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
}

async function more(page, item) {
  await page.getByRole('button', { name: 'Meer met kosten en baten' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function expectGood(...pages) {
  for (const page of pages) {
    await expectNarrow(page);
    await expectAccessible(page);
  }
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('two partners say what it costs and brings, together and each', async ({ enter }) => {
      test.setTimeout(300_000);
      const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'ledger')]);

      // One comes there from the business model, and back.
      await lead.getByRole('link', { name: 'Wat het kost en oplevert', exact: true }).click();
      await expect(lead.getByRole('heading', { name: 'Kosten en baten', level: 1 })).toBeVisible();
      await expect(lead.getByRole('link', { name: 'Naar het businessmodel' })).toHaveAttribute('href', /\/canvas$/);
      await expect(lead.getByRole('heading', { name: 'Wat kost het, en wat levert het op?' })).toBeVisible();
      await expectGood(lead);

      // Without words and an amount nothing is sent, and what was typed survives a reload.
      await begin(lead);
      await dialog(lead).getByRole('button', { name: 'Bewaren', exact: true }).click();
      await expect(dialog(lead)).toContainText('Schrijf in één regel wat het is.');
      await expect(dialog(lead)).toContainText('Vul in hoeveel het is.');
      await expect(words(lead)).toBeFocused();
      await words(lead).fill(JOINT);
      await amount(lead).fill('€ 1.000');
      await lead.reload();
      await begin(lead);
      await expect(words(lead)).toHaveValue(JOINT);
      await expect(amount(lead)).toHaveValue('€ 1.000');

      // Divided equally it adds up to the cent; a cent less is said.
      await dialog(lead).getByRole('button', { name: 'Gelijk verdelen' }).click();
      await expect(dialog(lead)).toContainText('Helemaal verdeeld.');
      await expect(share(lead, LIBRARY)).toHaveValue('333,34');
      await share(lead, LIBRARY).fill('333,33');
      await expect(dialog(lead)).toContainText(/Nog €\s0,01 te verdelen\./);
      await expectGood(lead);
      await save(lead);
      for (const page of [lead, member]) {
        await expect(line(page, JOINT)).toContainText(/€\s1\.000 per jaar/);
        await expect(line(page, JOINT)).toContainText(/Nog €\s0,01 te verdelen\./);
        await expect(talk(page)).toContainText(`‘${JOINT}’ is nog niet helemaal verdeeld.`);
      }

      // What one partner keeps to itself, the other neither reads nor counts.
      await begin(lead);
      await whose(lead).selectOption(`Voor ${LIBRARY}, en alleen wij zien het`);
      await words(lead).fill(PRIVATE);
      await amount(lead).fill('1.200,50');
      await save(lead);
      await expect(line(lead, PRIVATE)).toContainText('Alleen jullie zien dit');
      await expect.poll(() => sums(lead, /^Kost/)).toEqual(['€ 1.000', '€ 1.533,83', '€ 333,33', '€ 333,33']);
      await expect.poll(() => sums(member, /^Kost/)).toEqual(['€ 1.000', '€ 333,33', '€ 333,33', '€ 333,33']);
      await expect(line(member, PRIVATE)).toHaveCount(0);
      await expect(member.locator('main')).not.toContainText(PRIVATE);
      await expect(overview(member)).toContainText(/Samen kost het €\s1\.000 en levert het €\s0 op\. Dan is er nog €\s1\.000 nodig\./);

      // Who has costs and nothing yet is asked what would make it worth it; once that is said, nobody asks.
      for (const partner of [LIBRARY, SCHOOL, CARE]) await expect(asks(lead, partner)).toBeVisible();
      await expectGood(lead);
      await begin(member, 'Baten opschrijven');
      await whose(member).selectOption({ label: `Voor ${SCHOOL}` });
      await words(member).fill('Rust in de klas');
      await dialog(member).getByRole('radio', { name: 'In woorden' }).check();
      await expect(amount(member)).toHaveCount(0);
      await save(member);
      for (const page of [lead, member]) {
        await expect(asks(page, SCHOOL)).toHaveCount(0);
        await expect(asks(page, CARE)).toBeVisible();
      }
      await expect(line(lead, 'Rust in de klas').getByRole('button')).toHaveCount(0);

      // Hours are counted apart from money, and sums of what is sure apart from what is hoped.
      await begin(member);
      await words(member).fill('Voorlichting');
      await dialog(member).getByRole('radio', { name: 'Tijd' }).check();
      await dialog(member).getByLabel('Aantal uren').fill('1:30');
      await dialog(member).getByLabel('Hoe vaak?').selectOption('Elke maand');
      await dialog(member).getByRole('radio', { name: 'Gerealiseerd' }).check();
      await save(member);
      await expect(line(lead, 'Voorlichting')).toContainText(/1,5\suur per maand/);
      await overview(lead).getByRole('radio', { name: 'Afgesproken' }).check({ force: true });
      await expect.poll(() => sums(lead, /^Kost/)).toContain('18 uur');
      await expect.poll(() => sums(lead, /^Kost/)).not.toContain('€ 1.000');
      await overview(lead).getByRole('radio', { name: 'Alles' }).check({ force: true });

      // The years begin where they choose, for both.
      await lead.getByRole('button', { name: 'Andere eerste maand' }).click();
      await dialog(lead).getByLabel('Eerste maand').fill('13-2027');
      await dialog(lead).getByRole('button', { name: 'Bewaren' }).click();
      await expect(dialog(lead)).toContainText('Schrijf de maand als 03-2027.');
      await dialog(lead).getByLabel('Eerste maand').fill('1-2027');
      await save(lead);
      for (const page of [lead, member])
        await expect(overview(page)).toContainText('januari 2027 tot en met december 2027');
      await overview(lead).getByRole('radio', { name: '2028' }).check({ force: true });
      await expect(overview(lead)).toContainText('januari 2028 tot en met december 2028');

      // Two who change the same line at once read both, and neither loses a word.
      for (const page of [lead, member])
        await line(page, JOINT)
          .getByRole('button', { name: `Bewerken: ${JOINT}` })
          .click();
      await words(member).fill('Twee coördinatoren');
      await save(member);
      await amount(lead).fill('2.000');
      await dialog(lead).getByRole('button', { name: 'Gelijk verdelen' }).click();
      await dialog(lead).getByRole('button', { name: 'Bewaren' }).click();
      await expect(dialog(lead)).toContainText('wijzigde dit intussen. Nu staat er:');
      await expect(dialog(lead)).toContainText(/€\s1\.000 per jaar/);
      await expect(words(lead)).toHaveValue('Twee coördinatoren');
      await expect(amount(lead)).toHaveValue('2.000');
      await expectGood(lead);
      await dialog(lead).getByRole('button', { name: 'Toch het mijne bewaren' }).click();
      await expect(dialog(lead)).toHaveCount(0);
      await expect(line(member, 'Twee coördinatoren')).toContainText(/€\s2\.000 per jaar/);
      await expect(talk(member)).not.toContainText('‘Twee coördinatoren’ is nog niet');

      // What is taken away counts no more.
      await line(member, 'Voorlichting').getByRole('button', { name: 'Weghalen: Voorlichting' }).click();
      await member.getByRole('alertdialog').or(dialog(member)).getByRole('button', { name: 'Weghalen', exact: true }).click();
      await expect(line(lead, 'Voorlichting')).toHaveCount(0);
      await expect(overview(lead).getByRole('table')).not.toContainText('uur');
      await expectGood(lead, member);
    });

    test('lines come from a spreadsheet, and go to one', async ({ enter }) => {
      const [lead, member] = await Promise.all([enter('lead', 'ledger'), enter('member', 'ledger')]);
      const table = ['Wat\tSoort\tBedrag\tHoe vaak', 'Zaalhuur\tkosten\t1.200,50\tper jaar', 'Subsidie\tmeevaller\t10\t'];
      await more(lead, 'Regels inlezen…');
      const pasted = dialog(lead).getByRole('textbox', { name: 'De tabel' });
      await pasted.fill(table.join('\n'));
      await expect(dialog(lead)).toContainText('Met 1 regel klopt iets niet.');
      await expect(dialog(lead)).toContainText('In de kolom Soort past alleen kosten of baten.');
      const bringIn = dialog(lead).getByRole('button', { name: /opschrijven$/ });
      await expect(bringIn).toHaveAttribute('aria-disabled', 'true');
      await expectGood(lead);

      // What was pasted is kept until it was brought in.
      await lead.reload();
      await more(lead, 'Regels inlezen…');
      await expect(pasted).toHaveValue(table.join('\n'));
      await pasted.fill(table.join('\n').replace('meevaller', 'baten'));
      await expect(dialog(lead)).toContainText('2 regels, klaar om op te schrijven.');
      await expect(line(member, 'Zaalhuur')).toHaveCount(0);
      await bringIn.click();
      await expect(dialog(lead)).toHaveCount(0);
      for (const page of [lead, member]) {
        await expect(line(page, 'Zaalhuur')).toContainText(/€\s1\.200,50 per jaar/);
        await expect(line(page, 'Subsidie')).toBeVisible();
      }

      await more(lead, 'Downloaden');
      await expect(dialog(lead).getByRole('link', { name: /Excel/ })).toBeVisible();
      await expect(dialog(lead).getByRole('link', { name: /JSON/ })).toBeVisible();
      await expectGood(lead);
      const saved = lead.waitForEvent('download');
      await dialog(lead).getByRole('link', { name: /CSV/ }).click();
      const path = await (await saved).path();
      expect(await readFile(path, 'utf8')).toContain('Zaalhuur');
      await lead.keyboard.press('Escape');

      // What was taken along is known again when it comes back.
      await more(lead, 'Regels inlezen…');
      await expect(pasted).toHaveValue('');
      await dialog(lead).locator('input[type="file"]').setInputFiles(path);
      await expect(dialog(lead)).toContainText('2 regels staan er al precies zo.');
    });

    test('a line is written by keyboard alone', async ({ enter }) => {
      const lead = await enter('lead', 'ledger');
      await lead.getByRole('button', { name: 'Baten opschrijven', exact: true }).focus();
      await lead.keyboard.press('Enter');
      await expect(words(lead)).toBeFocused();
      await lead.keyboard.type('Bijdrage van de gemeente');
      const reach = async (field) => {
        for (let step = 0; step < 12; step += 1) {
          if (await field.evaluate((element) => element === document.activeElement)) return;
          await lead.keyboard.press('Tab');
        }
        await expect(field).toBeFocused();
      };
      await reach(amount(lead));
      await lead.keyboard.type('2500');
      await lead.keyboard.press('Enter');
      await expect(dialog(lead)).toHaveCount(0);
      await expect(line(lead, 'Bijdrage van de gemeente')).toContainText(/€\s2\.500 per jaar/);
    });

    test('a line of which the answer was lost is there once, however often it is saved', async ({ enter }) => {
      const lead = await enter('lead', 'ledger');
      await lead.getByRole('button', { name: 'Baten opschrijven', exact: true }).click();
      await words(lead).fill('Bijdrage van de gemeente');
      await amount(lead).fill('2500');
      const lose = async (route) => {
        await route.fetch();
        await route.abort();
      };
      await lead.route('**/ledger/lines', lose, { times: 1 });
      await dialog(lead).getByRole('button', { name: 'Bewaren', exact: true }).click();
      await expect(dialog(lead).getByRole('alert')).toContainText('Er kwam geen antwoord');
      // Also when one comes back to it later.
      await lead.reload();
      await lead.getByRole('button', { name: 'Baten opschrijven', exact: true }).first().click();
      await expect(words(lead)).toHaveValue('Bijdrage van de gemeente');
      await save(lead);
      await expect(line(lead, 'Bijdrage van de gemeente')).toHaveCount(1);
    });

    test('who only looks along does not see it', async ({ enter }) => {
      const observer = await enter('observer', 'canvas');
      await expect(observer.getByRole('heading', { name: 'Businessmodel', level: 1 })).toBeVisible();
      await expect(observer.getByRole('link', { name: 'Wat het kost en oplevert', exact: true })).toHaveCount(0);
      await observer.goto(observer.url().replace(/\/canvas$/, '/ledger'));
      await expect(observer.getByRole('heading', { name: 'Kosten en baten', level: 1 })).toHaveCount(0);
    });
  });
}
