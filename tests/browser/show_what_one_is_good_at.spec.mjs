// What one is good at and what drives one is written by oneself, seen by whom one chose, and recognised by others with an example.
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const dialog = (page) => page.getByRole('dialog');
const part = (page, name) => page.locator(`[data-part="${name}"]`);
const drives = (page) => part(page, 'drives').locator('ol .name');
const EXAMPLE = 'Je vroeg de stille vrijwilliger wat zij ervan vond.';

async function openOwn(page) {
  await page.getByTestId('account-menu').click();
  await page.getByRole('menuitem', { name: 'Mijn profiel in dit samenwerkingsverband' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn profiel' })).toBeVisible();
}

async function save(page, name) {
  await part(page, name)
    .getByRole('button', { name: /^Bewaren/ })
    .click();
  await expect(part(page, name).getByText('Bewaard', { exact: true })).toBeVisible();
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('somebody shows what they are good at, and others recognise it', async ({ enter }) => {
      test.setTimeout(400_000);
      const [member, lead] = await Promise.all([enter('member'), enter('lead', 'people')]);
      await openOwn(member);
      const own = new URL(member.url()).pathname;
      await expect(member.getByRole('heading', { name: 'Laat zien waar je goed in bent' })).toBeVisible();
      await expectNarrow(member);
      await expectAccessible(member);

      // One reads what goes with a quality before one takes it; one's own words do as well.
      await member.getByRole('button', { name: 'Kies mijn kernkwaliteiten' }).click();
      await dialog(member).getByRole('button', { name: 'Inlevingsvermogen' }).click();
      await expect(dialog(member)).toContainText('Jezelf wegcijferen');
      await expectAccessible(member);
      await dialog(member).getByRole('button', { name: 'Kies Inlevingsvermogen' }).click();
      await dialog(member).getByRole('searchbox').fill('Verhalen vertellen');
      await member.keyboard.press('Enter');
      await dialog(member).getByRole('button', { name: 'Klaar' }).click();
      await part(member, 'qualities')
        .getByRole('group', { name: 'Hoe sterk is Inlevingsvermogen bij jou?' })
        .getByRole('radio', { name: 'heel sterk' })
        .check();
      await part(member, 'qualities').getByRole('radio', { name: 'Iedereen' }).check();
      const quadrant = part(member, 'qualities').getByRole('figure');
      await expect(quadrant.getByRole('listitem')).toHaveCount(4);
      await expect(quadrant).toContainText('Eigen grenzen bewaken');
      await save(member, 'qualities');

      // Drives are put in order by the keyboard alone, and that is said.
      for (const drive of ['Plezier', 'Verbinding', 'Eigen ruimte'])
        await member.getByRole('button', { name: `${drive} telt mee` }).click();
      const up = member.getByRole('button', { name: 'Eigen ruimte omhoog' });
      await up.focus();
      await member.keyboard.press('Enter');
      await expect(up).toBeFocused();
      await member.keyboard.press('Enter');
      await expect(part(member, 'drives').getByRole('status').first()).toHaveText(
        'Eigen ruimte staat nu op plaats 1 van 3.',
      );
      await expect(drives(member)).toHaveText(['Eigen ruimte', 'Plezier', 'Verbinding']);

      // What is not saved yet is there after a reload, and what is saved after another.
      await member.reload();
      await expect(drives(member)).toHaveText(['Eigen ruimte', 'Plezier', 'Verbinding']);
      await expect(part(member, 'drives')).toContainText('Nog niet bewaard');
      await save(member, 'drives');
      await member.getByRole('textbox', { name: 'Kennis of ervaring' }).fill('Subsidies aanvragen');
      await member.keyboard.press('Enter');
      await part(member, 'expertise').getByRole('radio', { name: 'Mijn partner' }).check();
      await save(member, 'expertise');
      await member.reload();
      await expect(drives(member)).toHaveText(['Eigen ruimte', 'Plezier', 'Verbinding']);
      await expect(part(member, 'expertise')).toContainText('Subsidies aanvragen');
      await expect(member.getByRole('radio', { name: 'heel sterk' }).first()).toBeChecked();
      await expectNarrow(member);
      await expectAccessible(member);

      // Somebody of another partner sees what is for all, and nothing of what is not.
      await lead.getByRole('link', { name: 'Joris Vermeer' }).click();
      await expect(lead.getByRole('heading', { level: 1, name: 'Joris Vermeer' })).toBeVisible();
      await expect(part(lead, 'qualities')).toContainText('heel sterk');
      await expect(part(lead, 'qualities')).toContainText('Verhalen vertellen');
      await expect(lead.locator('[data-part]')).toHaveCount(1);
      await expectNarrow(lead);
      await expectAccessible(lead);

      // Who recognises something says when they saw it; what was typed stays.
      await lead.getByRole('button', { name: 'Ik herken iets in Joris Vermeer' }).click();
      await dialog(lead).getByRole('button', { name: 'Versturen' }).click();
      await expect(dialog(lead)).toContainText('Zeg welke kwaliteit je herkent.');
      await expectAccessible(lead);
      await dialog(lead).getByLabel('Wanneer zag je dat?').fill(EXAMPLE);
      await lead.reload();
      await lead.getByRole('button', { name: 'Ik herken iets in Joris Vermeer' }).click();
      await expect(dialog(lead).getByLabel('Wanneer zag je dat?')).toHaveValue(EXAMPLE);
      await dialog(lead).getByRole('button', { name: 'Inlevingsvermogen' }).click();
      await dialog(lead).getByRole('button', { name: 'Versturen' }).click();
      await expect(dialog(lead)).toHaveCount(0);
      await expect(lead.locator('[data-recognition="new"]')).toContainText(EXAMPLE);

      // The one it is about reads it as it happens, thanks for it and accepts it.
      const about = member.locator('[data-recognition]');
      await expect(about).toContainText(EXAMPLE);
      await about.getByRole('button', { name: 'Bedanken voor Inlevingsvermogen' }).click();
      await expect(about).toContainText('Je bedankte ervoor.');
      await about.getByRole('button', { name: 'Aannemen: Inlevingsvermogen' }).click();
      await expect(about).toHaveAttribute('data-recognition', 'accepted');
      await expectNarrow(member);
      await expectAccessible(member);
      await expect(lead.locator('[data-recognition="accepted"]')).toContainText('Je werd ervoor bedankt.');
      await expectNarrow(lead);

      // Others who see the qualities see it too; who only looks along comes to no profile.
      const [third, observer] = await Promise.all([enter('third', 'people'), enter('observer', 'people')]);
      await third.getByRole('link', { name: 'Joris Vermeer' }).click();
      await expect(third.locator('[data-recognition]')).toContainText(EXAMPLE);
      await expect(observer.getByRole('link', { name: 'Joris Vermeer' })).toHaveCount(0);
      await observer.goto(own);
      await expectSaved(observer);
      await expect(observer.locator('[data-part]')).toHaveCount(0);

      // Who gave it may take it back, and then nobody sees it.
      await lead.getByRole('button', { name: 'Terugnemen: Inlevingsvermogen' }).click();
      await dialog(lead).getByRole('button', { name: 'Terugnemen' }).click();
      for (const page of [lead, member, third]) await expect(page.locator('[data-recognition]')).toHaveCount(0);
    });
  });
}
