// First each for themselves: what people write is seen by nobody else until all of it is laid down at once.
import { choose, expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const block = (page, id) => page.locator(`[data-block="${id}"]`);
const card = (page, text) => page.locator('[data-note]').filter({ hasText: text });
const panel = (page) => page.getByTestId('silence');
const own = (page) => page.getByRole('list', { name: 'Jouw kaarten' });
const dialog = (page) => page.getByRole('dialog');

async function begin(page, { name, minutes, question }) {
  await choose(page, 'Eerst ieder voor zich…');
  await dialog(page).getByLabel('Over welk blok?').selectOption({ label: name });
  await dialog(page).getByLabel('Hoeveel minuten?').fill(String(minutes));
  if (question)
    await dialog(page)
      .getByLabel(/^Een eigen vraag/)
      .fill(question);
  await dialog(page).getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(panel(page).getByRole('heading', { name: `Eerst ieder voor zich: ${name}` })).toBeFocused();
}

async function write(page, text) {
  await page.getByLabel('Jouw volgende kaart').fill(text);
  await page.getByLabel('Jouw volgende kaart').press('Enter');
  await expect(own(page).getByText(text, { exact: true })).toBeVisible();
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('everybody writes for themselves, and all cards come at once', async ({ enter }) => {
      test.setTimeout(240_000);
      const [lead, member, observer] = await Promise.all([
        enter('lead', 'canvas'),
        enter('member', 'canvas'),
        enter('observer', 'canvas'),
      ]);
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };

      // Nothing is begun without a block; a member begins, and the others are asked along.
      await choose(member, 'Eerst ieder voor zich…');
      await dialog(member).getByRole('button', { name: 'Begin', exact: true }).click();
      await expect(dialog(member)).toContainText('Kies eerst een blok.');
      await expectAccessible(member);
      await dialog(member).getByRole('button', { name: 'Annuleren' }).click();
      await begin(member, { name: 'Kanalen', minutes: 5, question: 'Waar komen jonge ouders toch al?' });
      await expect(panel(member)).toContainText('Waar komen jonge ouders toch al?');
      await expect(panel(member).getByRole('timer')).toHaveText(/^\s*[45]:\d\d\s*$/);
      await looks(member);
      await lead.getByRole('button', { name: 'Meeschrijven' }).click();
      await expect(panel(lead).getByRole('heading', { level: 2 })).toBeFocused();
      await expect(panel(observer)).toContainText('Iedereen schrijft nu voor zichzelf.');
      await expect(observer.getByLabel('Jouw volgende kaart')).toHaveCount(0);
      await looks(observer);

      // Each sees their own, and how many wrote; what others write is nowhere on the page.
      await Promise.all([write(lead, 'De wachtkamer van de huisarts'), write(member, 'De voetbalclub')]);
      await write(member, 'De markt op dinsdag');
      await expect(panel(lead).getByTestId('progress')).toContainText('2 mensen schreven al iets.');
      for (const page of [lead, observer]) await expect(page.getByText('De voetbalclub')).toHaveCount(0);
      await expect(member.getByText('De wachtkamer')).toHaveCount(0);

      // A card is changed and one is dropped, by keyboard.
      await member.getByRole('button', { name: 'Aanpassen: De voetbalclub' }).focus();
      await member.keyboard.press('Enter');
      await expect(member.getByLabel('Kaart aanpassen')).toBeFocused();
      await member.keyboard.press('End');
      await member.keyboard.type(' op zaterdag');
      await member.keyboard.press('Enter');
      await expect(own(member).getByText('De voetbalclub op zaterdag')).toBeVisible();
      await member.getByRole('button', { name: 'Weg ermee: De markt op dinsdag' }).focus();
      await member.keyboard.press('Enter');
      await expect(own(member).getByText('De markt op dinsdag')).toHaveCount(0);
      await lead.getByRole('button', { name: 'Ik ben klaar' }).click();
      await expect(panel(member).getByTestId('progress')).toContainText('Eén is klaar.');

      // The time pushes nobody: what one is typing stays, also after a reload.
      await member.getByRole('button', { name: 'Klok op nul' }).click();
      await expect(panel(lead).getByRole('timer')).toContainText('De tijd is om');
      await expect(lead.getByText('De tijd is om. Schrijf gerust af wat je nog wilt zeggen.')).toBeAttached();
      await lead.getByLabel('Jouw volgende kaart').fill('De wijkverpleeg');
      await lead.reload();
      await expect(lead.getByLabel('Jouw volgende kaart')).toHaveValue('De wijkverpleeg');
      await looks(lead);

      // All come at once; what somebody was still typing is theirs to lay down.
      await member.getByRole('button', { name: 'Leg alles neer' }).click();
      await expectAccessible(member);
      await dialog(member).getByRole('button', { name: 'Leg alles neer' }).click();
      for (const page of [lead, member, observer])
        for (const text of ['De wachtkamer van de huisarts', 'De voetbalclub op zaterdag'])
          await expect(card(block(page, 'channels'), text)).toHaveCount(1);
      await expect(card(lead, 'De voetbalclub op zaterdag')).toContainText('Scholengroep De Brug');
      await expect(panel(lead)).toHaveCount(0);
      await expect(lead.getByTestId('not-shown')).toContainText('De wijkverpleeg');
      await looks(lead);
      await lead.getByRole('button', { name: 'Neerleggen: De wijkverpleeg' }).click();
      await expect(card(block(member, 'channels'), 'De wijkverpleeg')).toBeVisible();
      await expect(lead.getByTestId('not-shown')).toHaveCount(0);
      await Promise.all([expectSaved(lead), expectSaved(member)]);
    });

    test('stopped without showing, everybody keeps what they wrote', async ({ enter }) => {
      test.setTimeout(120_000);
      const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
      await begin(lead, { name: 'Kostenstructuur', minutes: 10 });
      await expect(member.getByLabel('Jouw volgende kaart')).toBeVisible();
      await write(member, 'Een halve dag per week');
      // Who did not begin it and does not lead ends nothing.
      await expect(member.getByRole('button', { name: 'Leg alles neer' })).toHaveCount(0);
      await lead.getByRole('button', { name: 'Stoppen…' }).click();
      await dialog(lead).getByRole('button', { name: 'Stoppen' }).click();
      await expect(panel(member)).toHaveCount(0);
      await expect(member.getByTestId('not-shown')).toContainText('Een halve dag per week');
      await expectAccessible(member);
      await expect(lead.getByText('Een halve dag per week')).toHaveCount(0);
      await member.getByRole('button', { name: 'Neerleggen: Een halve dag per week' }).click();
      await expect(card(block(lead, 'cost_structure'), 'Een halve dag per week')).toHaveCount(1);
      await expect(member.getByTestId('not-shown')).toHaveCount(0);
    });
  });
}
