// A business model is a web: a card comes from words of the ambition, and asks something of what it costs and brings.
import { signedIn } from './calling.mjs';
import { expect, expectAccessible, expectNarrow, test } from './journey.mjs';

const card = (page, text) => page.locator('[data-note]').filter({ hasText: text });
const sign = (page, text, count) =>
  card(page, text).getByRole('button', { name: new RegExp(`^Hangt samen met ${count} ding(en)?: `) });
const dialog = (page) => page.getByRole('dialog', { name: 'Hangt samen met' });
const group = (page, name) => dialog(page).getByRole('region', { name });
const choice = (page, words) => dialog(page).locator('button[aria-pressed]').filter({ hasText: words });

/** Two cards, one of another variant, and two lines of the member's partner, of which it keeps one to itself. */
async function write(server) {
  const [lead, member] = await Promise.all(['lead', 'member'].map((name) => signedIn(server, name)));
  const { items } = await lead('GET', '/partnerships');
  const here = `/partnerships/${items[0].id}`;
  const { me } = await member('GET', here);
  const boards = await lead('GET', `${here}/boards`);
  const canvas = boards.items.find(({ kind, is_current }) => kind === 'canvas' && is_current);
  for (const [block, text] of [
    ['channels', 'De voorleesbus'],
    ['key_partners', 'De garage'],
  ])
    await lead('POST', `/boards/${canvas.id}/notes`, { block, text });
  const variant = await lead('POST', `${here}/canvases`, { title: 'Klein begin', copy_of: null });
  await lead('POST', `/boards/${variant.id}/notes`, { block: 'channels', text: 'De bakfiets' });
  const line = { kind: 'cost', nature: 'money', frequency: 'yearly', certainty: 'agreed', partner_id: me.partner_id };
  await member('POST', `${here}/ledger/lines`, { ...line, words: 'Diesel voor de bus', amount: 90_000 });
  await member('POST', `${here}/ledger/lines`, { ...line, words: 'De chauffeur', amount: 40_000, is_private: true });
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('a card is linked to what it comes from and what it asks, and everybody sees that', async ({ enter, server }) => {
      test.setTimeout(240_000);
      await write(server);
      const [lead, member, observer] = await Promise.all(['lead', 'member', 'observer'].map((name) => enter(name, 'canvas')));
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };

      // By keyboard: the card, what it is linked to, another card.
      await lead.getByRole('button', { name: 'Kaart bewerken: De voorleesbus' }).focus();
      await lead.keyboard.press('Enter');
      await lead.getByRole('button', { name: 'Verbinden met iets anders…' }).focus();
      await lead.keyboard.press('Enter');
      await expect(dialog(lead)).toContainText('De voorleesbus');
      await expect(dialog(lead)).toContainText('nog nergens mee verbonden');
      await looks(lead);
      await dialog(lead).getByRole('radio', { name: 'Een andere kaart' }).focus();
      await lead.keyboard.press('Space');
      await dialog(lead).getByLabel('Zoeken').fill('garage');
      await choice(lead, 'De garage').focus();
      await lead.keyboard.press('Enter');
      await expect(choice(lead, 'De garage')).toHaveAttribute('aria-pressed', 'true');
      await expect(choice(lead, 'De garage')).toBeFocused();
      await expect(group(lead, 'Andere kaarten')).toContainText('De garage');
      await looks(lead);

      // Words of the ambition, as they stand there.
      await dialog(lead).getByRole('radio', { name: 'Woorden uit de ambitie' }).check();
      await dialog(lead).getByLabel('Zoeken').fill('');
      const passages = dialog(lead).getByRole('list', { name: 'De ambitie' });
      const words = (await passages.getByRole('button').first().innerText()).trim();
      await passages.getByRole('button').first().click();
      await expect(group(lead, 'Uit de ambitie')).toContainText(words);

      // A line that everybody sees; what another partner keeps to itself is not there to link to.
      await dialog(lead).getByRole('radio', { name: 'Een regel van kosten en baten' }).check();
      await expect(choice(lead, 'Diesel voor de bus')).toBeVisible();
      await expect(dialog(lead).getByText('De chauffeur')).toHaveCount(0);
      await choice(lead, 'Diesel voor de bus').click();
      await expect(group(lead, 'Kosten en baten')).toContainText('Diesel voor de bus');
      await lead.keyboard.press('Escape');
      await expect(dialog(lead)).toHaveCount(0);
      await expect(card(lead, 'De voorleesbus').getByRole('button', { name: 'Kaart bewerken' })).toBeFocused();

      // The others see it without doing anything; who only looks along reads no costs and changes nothing.
      await expect(sign(member, 'De garage', 1)).toBeVisible();
      await sign(member, 'De voorleesbus', 3).click();
      await looks(member);
      await sign(observer, 'De voorleesbus', 2).click();
      await expect(group(observer, 'Uit de ambitie')).toContainText(words);
      await expect(dialog(observer).getByRole('button', { name: /^Losmaken/ })).toHaveCount(0);
      await expect(dialog(observer).getByRole('radio')).toHaveCount(0);
      await looks(observer);

      // What one keeps to oneself is linked to as well, and nobody else counts it.
      await dialog(member).getByRole('radio', { name: 'Een regel van kosten en baten' }).check();
      await choice(member, 'De chauffeur').click();
      await expect(group(member, 'Kosten en baten')).toContainText('De chauffeur');

      // Taking apart is taken back.
      await dialog(member).getByRole('button', { name: 'Losmaken: De garage' }).click();
      await expect(sign(lead, 'De garage', 1)).toHaveCount(0);
      await expect(sign(lead, 'De voorleesbus', 2)).toBeVisible();
      await member.getByRole('button', { name: 'Opnieuw verbinden' }).click();
      await expect(sign(lead, 'De garage', 1)).toBeVisible();
      await expect(sign(lead, 'De voorleesbus', 3)).toBeVisible();

      // From a card one goes to what it hangs together with.
      await member.keyboard.press('Escape');
      await sign(member, 'De garage', 1).click();
      await dialog(member).getByRole('button', { name: 'De voorleesbus', exact: true }).click();
      await expect(dialog(member)).toHaveCount(0);
      await expect(card(member, 'De voorleesbus').getByRole('button', { name: 'Kaart bewerken' })).toBeFocused();
      await sign(member, 'De voorleesbus', 4).click();

      // A card of another variant too, of which one reads where it stands.
      await dialog(member).getByRole('radio', { name: 'Een andere kaart' }).check();
      await choice(member, 'De bakfiets').click();
      await expect(group(member, 'Andere kaarten')).toContainText('in de variant Klein begin');
      await looks(member);

      // And back from what it costs, where what one keeps to oneself is linked for oneself alone.
      await dialog(member).getByRole('link', { name: 'Diesel voor de bus' }).click();
      await expect(member.getByRole('heading', { level: 1, name: 'Kosten en baten' })).toBeVisible();
      const line = member.locator('[data-line]').filter({ hasText: 'Diesel voor de bus' });
      await expect(line.getByRole('link', { name: 'De voorleesbus' })).toBeVisible();
      await expect(member.locator('[data-line]').filter({ hasText: 'De chauffeur' }).getByRole('link')).toHaveCount(1);
      await looks(member);
      await line.getByRole('link', { name: 'De voorleesbus' }).click();
      await expect(card(member, 'De voorleesbus')).toBeVisible();

      // Likewise from the ambition: there one reads what becomes of its words, also who only looks along.
      for (const page of [member, observer]) {
        await page.goto(page.url().replace(/\/canvas.*/, '/ambition'));
        const takenUp = page.getByRole('region', { name: 'Terug in het businessmodel' });
        await expect(takenUp).toContainText(words.slice(0, 40));
        await expect(takenUp.getByRole('link', { name: 'De voorleesbus' })).toBeVisible();
        await looks(page);
      }
    });
  });
}
