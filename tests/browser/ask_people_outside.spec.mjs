// Whom it is done for often knows best: somebody outside sees one block of the canvas by a link, and says something.
import { choose, expect, expectAccessible, expectNarrow, test } from './journey.mjs';

const WORDS = 'Bij ons in de straat komt de bus nooit.';
const dialog = (page) => page.getByRole('dialog');
const card = (page, text) => page.locator('[data-block="channels"] [data-note]').filter({ hasText: text });
const remarks = (page) => page.getByTestId('guest-remarks');

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('somebody outside says something about one block, and it becomes a card', async ({ enter, visitor }) => {
      test.setTimeout(240_000);
      const [lead, member, observer] = await Promise.all(['lead', 'member', 'observer'].map((name) => enter(name, 'canvas')));
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };

      // A link about nothing is no link; then one is made, with a question of one's own.
      await choose(member, 'Vraag iemand van buiten…');
      await dialog(member).getByRole('button', { name: 'Link maken' }).click();
      await expect(dialog(member)).toContainText('Kies over welk blok je iets wilt weten.');
      await dialog(member).getByLabel('Over welk blok?').selectOption({ label: 'Kanalen' });
      await dialog(member).getByLabel('Wat wil je weten?').fill('Waar komen jullie elke week?');
      await looks(member);
      await dialog(member).getByRole('button', { name: 'Link maken' }).click();
      const field = member.getByLabel('Het adres van de link');
      await expect(field).toBeFocused();
      const address = await field.inputValue();
      await looks(member);
      await member.keyboard.press('Escape');

      // They see the question and the cards of that block, without who wrote them, and nothing else.
      const guest = await visitor();
      const asked = [];
      guest.on('request', (request) => asked.push(request.url()));
      await guest.goto(address);
      await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Waar komen jullie elke week?');
      await expect(guest.getByRole('main')).toContainText('De BoekBus');
      for (const elsewhere of ['Coördinatie', 'Joris', 'Scholengroep De Brug'])
        await expect(guest.getByRole('main')).not.toContainText(elsewhere);
      await looks(guest);

      // Nothing said is nothing sent; what is typed survives a reload.
      await guest.getByRole('button', { name: 'Versturen' }).click();
      await expect(guest.getByText('Schrijf hier wat je wilt zeggen.')).toBeVisible();
      await guest.getByLabel('Jouw woorden').fill(WORDS);
      await guest.getByLabel(/^Je naam/).fill('Mevrouw Peeters');
      await guest.reload();
      await expect(guest.getByLabel('Jouw woorden')).toHaveValue(WORDS);
      await guest.getByRole('button', { name: 'Versturen' }).click();
      await expect(guest.getByText('Dank je wel. De partners lezen wat je schreef.')).toBeVisible();
      await looks(guest);
      const token = new URL(address).hash.slice(1);
      for (const url of asked) expect(new URL(url).pathname + new URL(url).search).not.toContain(token);

      // The partners read it without doing anything, and who only looks along does not.
      await expect(remarks(lead)).toContainText('1 reactie van buiten');
      await expect(remarks(lead)).toContainText(WORDS);
      await expect(remarks(lead)).toContainText('Mevrouw Peeters');
      await expect(remarks(member)).toContainText(WORDS);
      await expect(remarks(observer)).toHaveCount(0);
      await looks(lead);

      // By keyboard it becomes a card for everybody, and it is dealt with.
      await lead.getByRole('button', { name: `Maak er een kaart van: ${WORDS}` }).focus();
      await lead.keyboard.press('Enter');
      for (const page of [lead, member, observer]) await expect(card(page, WORDS)).toHaveCount(1);
      await expect(remarks(member)).toContainText('alles is verwerkt');
      await looks(member);

      // Whoever made the link ends it: then nothing is read any more.
      await choose(member, 'Vraag iemand van buiten…');
      await dialog(member).getByRole('button', { name: /^Intrekken/ }).click();
      await dialog(member).getByRole('button', { name: 'Ja, intrekken' }).click();
      await expect(dialog(member)).toContainText('Er is geen link die nu werkt.');
      await guest.reload();
      await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet (meer)');
      await looks(guest);
    });
  });
}
