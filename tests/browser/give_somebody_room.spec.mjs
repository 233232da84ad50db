// Somebody asks for room to move, all partners give it, people say how it feels on both sides, and most take it back.
import { expect, expectAccessible, expectNarrow, test } from './journey.mjs';

const PLACE = 'room-to-move';
const WORDS = 'Met de gemeente praten over een vaste plek.\nAfspraken die geld kosten, leg ik eerst voor.';
const dialog = (page) => page.getByRole('dialog');
const room = (page, state) => page.locator(`[data-room="${state}"]`);
const says = (page, say) => page.locator(`[data-say="${say}"]`);
const ask = (page) => page.getByRole('button', { name: 'Vraag ruimte…' }).click();

/** Says for one's partner what it says, and reads that it was said. */
async function say(page, word, words = '') {
  await page.getByRole('radio', { name: word }).check();
  if (words !== '') await page.getByLabel('Wil je er iets bij zeggen?').fill(words);
  await page.getByRole('button', { name: 'Zeggen', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Zeggen', exact: true })).toHaveCount(0);
}

/** Shows how one finds it, on both sides. */
async function find(page, taken, given) {
  await page.locator('[data-own="taken"]').getByRole('radio', { name: taken }).check();
  await page.locator('[data-own="given"]').getByRole('radio', { name: given }).check();
  await page.getByRole('button', { name: 'Laten zien' }).click();
  await expect(page.getByRole('button', { name: 'Laten zien' })).toHaveCount(0);
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('partners give somebody room to move, and take it back', async ({ enter }) => {
      test.setTimeout(400_000);
      const [lead, member, third] = await Promise.all([enter('lead', PLACE), enter('member'), enter('third')]);
      const everybody = [lead, member, third];

      // An empty page says what it is for; what was typed is there after a reload.
      await expect(lead.getByRole('heading', { level: 1, name: 'Ruimte' })).toBeVisible();
      await expectNarrow(lead);
      await expectAccessible(lead);
      await ask(lead);
      await dialog(lead).getByRole('button', { name: 'Vragen' }).click();
      await expect(dialog(lead)).toContainText('Schrijf in hooguit 1000 tekens');
      await dialog(lead).getByLabel('Waarmee kan iemand gewoon door?').fill(WORDS);
      await lead.reload();
      await ask(lead);
      await expect(dialog(lead).getByLabel('Waarmee kan iemand gewoon door?')).toHaveValue(WORDS);
      await expectAccessible(lead);
      await dialog(lead).getByRole('button', { name: 'Vragen' }).click();
      await expect(dialog(lead)).toHaveCount(0);
      await expect(room(lead, 'asked_partners')).toContainText('Met de gemeente praten');
      await expect(says(lead, 'unsaid')).toHaveCount(3);

      // The others are asked on Home, and come to the page from there.
      for (const page of [member, third]) {
        await expect(page.getByRole('heading', { name: /^Geven jullie (.+ )?ruimte\?$/ })).toBeVisible();
        await page.getByRole('link', { name: 'Lezen en antwoorden' }).click();
        await expect(room(page, 'asked_partners')).toContainText('leg ik eerst voor');
      }
      await expectAccessible(member);

      // Not yet is no refusal; what is typed and not said stays.
      await member.getByRole('button', { name: 'Zeggen', exact: true }).click();
      await expect(member.getByText('Kies eerst wat jullie zeggen.')).toBeVisible();
      await member.getByLabel('Wil je er iets bij zeggen?').fill('Vertel ons eerst iets meer.');
      await member.reload();
      await expect(member.getByLabel('Wil je er iets bij zeggen?')).toHaveValue('Vertel ons eerst iets meer.');
      await say(member, /^Nog niet/);
      await expect(says(lead, 'not_yet')).toContainText('Vertel ons eerst iets meer.');

      // With the last partner that gives it, it is given, and all see it without a reload.
      await say(lead, /^Geven we/);
      await say(third, /^Geven we/, 'Graag!');
      await expect(says(member, 'gives')).toHaveCount(2);
      await expect(room(lead, 'asked_partners')).toHaveCount(1);
      await member.getByRole('button', { name: /^Iets anders zeggen/ }).click();
      await say(member, /^Geven we/, 'Fijn dat je dit oppakt.');
      for (const page of everybody) await expect(says(room(page, 'given'), 'gives')).toHaveCount(3);
      await expectNarrow(lead);

      // Both sides say how it feels. Where they see it differently there is something to talk about.
      await find(lead, 'wat veel', 'wat weinig');
      await expect(member.locator('[data-side="taken"] [data-step="1"]')).toContainText('heeft de ruimte');
      await expect(member.locator('[data-talk]')).toHaveCount(0);
      await find(member, 'wat weinig', 'wat veel');
      await find(third, 'precies goed', 'precies goed');
      for (const page of everybody) {
        await expect(page.locator('[data-talk="taken"]')).toHaveCount(1);
        await expect(page.locator('[data-talk="given"]')).toHaveCount(1);
        await expect(page.locator('[data-talk="taken"]')).toContainText('Joris Vermeer');
      }
      await lead.getByText('Als tabel').click();
      await expect(lead.getByRole('table').getByRole('row', { name: /Joris Vermeer/ })).toContainText('wat weinig');
      for (const page of [lead, third]) {
        await expectNarrow(page);
        await expectAccessible(page);
      }

      // What one showed one may take back.
      await third.getByRole('button', { name: 'Anders zeggen…' }).click();
      await third.getByRole('button', { name: 'Terugnemen' }).click();
      await expect(lead.getByRole('table').getByRole('row')).toHaveCount(3);

      // One partner alone ends nothing; two of three do.
      for (const [page, ended] of [
        [member, false],
        [third, true],
      ]) {
        await page.getByRole('button', { name: /^Iets anders zeggen/ }).click();
        await page.getByRole('radio', { name: /^Niet meer/ }).check();
        // What was said when it was given does not go with this.
        await expect(page.getByLabel('Wil je er iets bij zeggen?')).toHaveValue('');
        await say(page, /^Niet meer/);
        await expect(room(lead, 'given')).toHaveCount(ended ? 0 : 1);
        if (!ended) await expect(says(lead, 'no_more')).toHaveCount(1);
      }
      for (const page of everybody) {
        await expect(room(page, 'given')).toHaveCount(0);
        await page.getByText('Wat voorbij is (1)').click();
        await expect(room(page, 'over')).toContainText('Meer dan de helft van de partners');
      }
      await expectNarrow(lead);
      await expectAccessible(lead);
    });

    test('whoever it is asked for says first whether they want it', async ({ enter }) => {
      test.setTimeout(200_000);
      const [lead, member] = await Promise.all([enter('lead', PLACE), enter('member')]);
      const askForJoris = async (words) => {
        await ask(lead);
        await dialog(lead).getByLabel('Voor wie?').selectOption({ label: 'Joris Vermeer' });
        await dialog(lead).getByLabel('Waarmee kan iemand gewoon door?').fill(words);
        await dialog(lead).getByRole('button', { name: 'Vragen' }).click();
        await expect(room(lead, 'asked_holder')).toContainText(words);
      };
      const turn = member.getByRole('article').filter({ hasText: /Er wordt ruimte (voor jou gevraagd|gevraagd voor jou)/ });

      // They read it on Home and need not want it; nobody asks why.
      await askForJoris('Verhalen op de website zetten.');
      await expect(turn).toContainText('Verhalen op de website zetten.');
      await expectAccessible(member);
      await turn.getByRole('button', { name: 'Liever niet' }).click();
      await expect(turn).toHaveCount(0);
      await expect(room(lead, 'asked_holder')).toHaveCount(0);

      // Who wants it has the partners asked, and who asked may take the question back.
      await askForJoris('De dinsdagavonden indelen.');
      await turn.getByRole('button', { name: 'Ja, graag' }).click();
      await expect(turn).toHaveCount(0);
      await expect(room(lead, 'asked_partners')).toHaveCount(1);
      await lead.getByRole('button', { name: 'Vraag intrekken…' }).click();
      await expectAccessible(lead);
      await dialog(lead).getByRole('button', { name: 'Intrekken' }).click();
      await expect(room(lead, 'asked_partners')).toHaveCount(0);
      await lead.getByText('Wat voorbij is (2)').click();
      await expect(room(lead, 'over').first()).toContainText('trok de vraag in');
    });

    test('who only looks along does not come to it', async ({ enter }) => {
      const observer = await enter('observer', 'roles');
      await expect(observer.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(observer.getByRole('link', { name: /^Ruimte/ })).toHaveCount(0);
    });
  });
}
