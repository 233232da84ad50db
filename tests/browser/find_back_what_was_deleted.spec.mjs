import { choose, expect, expectAccessible, expectSaved, test } from './journey.mjs';

const bin = (page) => page.getByRole('dialog', { name: 'Prullenbak' });
const entry = (page, text) => bin(page).getByRole('listitem').filter({ hasText: text });

async function restore(page, text) {
  await entry(page, text).getByRole('button', { name: /^Terugzetten/ }).click();
  await expect(entry(page, text)).toHaveCount(0);
}

test('a card that one person deletes is put back by another, and both see it where it was', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  const cards = (page) => page.locator('[data-block="channels"] [data-note]');
  const before = await cards(lead).allTextContents();
  const text = (await cards(lead).nth(1).locator('.text').textContent()).trim();

  await cards(lead).nth(1).locator('.text').click();
  await lead.getByRole('button', { name: 'Kaart verwijderen' }).click();
  await expect(cards(member)).toHaveCount(before.length - 1);

  await choose(member, 'Prullenbak');
  await expect(entry(member, text)).toContainText('Kanalen');
  await expect(entry(member, text)).toContainText('Sanne Mulder');
  await expect(entry(member, text)).toContainText('Bibliotheek Zuid');
  await expect(entry(member, text)).toContainText('zojuist verwijderd');
  await expectAccessible(member);
  await restore(member, text);
  await expect(member.getByText('staat weer op zijn plek.')).toBeVisible();
  await expect(bin(member)).toContainText('De prullenbak is leeg');
  await expectAccessible(member);
  await member.keyboard.press('Escape');
  await expect(member.getByRole('button', { name: /^Meer over/ })).toBeFocused();

  for (const page of [lead, member]) {
    await expect(cards(page)).toHaveText(before);
    await expectSaved(page);
  }
});

test('a role and a passage of the ambition come back as they were', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member', 'roles')]);
  const role = lead.locator('[data-role]').first();
  const title = (await role.getByRole('heading', { level: 2 }).textContent()).trim();
  const whole = await role.locator('.reading').innerText();
  await role.getByRole('button', { name: `Bewerken: ${title}` }).click();
  await lead.getByRole('button', { name: 'Rol verwijderen' }).click();
  await expect(member.getByRole('heading', { name: title, exact: true })).toHaveCount(0);
  await choose(member, 'Prullenbak');
  await restore(member, title);
  await member.keyboard.press('Escape');
  for (const page of [lead, member]) {
    await expect.poll(() => page.locator('[data-role]').first().locator('.reading').innerText()).toBe(whole);
  }

  for (const page of [lead, member]) {
    await page.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: 'Ambitie' }).click();
  }
  const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
  /** Each block of the text, without the carets of others. */
  const passages = (page) =>
    statement(page).evaluate((editor) => {
      const copy = editor.cloneNode(true);
      for (const caret of copy.querySelectorAll('.others-caret')) caret.remove();
      return [...copy.children].map((block) => block.textContent.replaceAll('\u2060', ''));
    });
  const written = await passages(lead);
  const passage = written[1];
  expect(passage.length).toBeGreaterThan(40);
  await statement(lead).locator('p').nth(1).click({ clickCount: 3 });
  await lead.keyboard.press('Backspace');
  await lead.keyboard.press('Backspace');
  await expect(statement(member)).not.toContainText(passage);
  await choose(member, 'Prullenbak');
  await expect(entry(member, passage)).toContainText('Uit de uitleg van de ambitie');
  await expectAccessible(member);
  await restore(member, passage);
  await member.keyboard.press('Escape');
  for (const page of [lead, member]) {
    await expect.poll(() => passages(page)).toEqual(written);
    await expectSaved(page);
  }
});

test('an observer sees what was deleted and by whom, and cannot put it back', async ({ enter }) => {
  const [lead, observer] = await Promise.all([enter('lead', 'canvas'), enter('observer', 'canvas')]);
  const card = lead.locator('[data-note] .text').first();
  const text = (await card.textContent()).trim();
  await choose(observer, 'Prullenbak');
  await expect(bin(observer)).toContainText('De prullenbak is leeg');
  await card.click();
  await lead.getByRole('button', { name: 'Kaart verwijderen' }).click();

  // The drawer was open already: what is deleted meanwhile comes into it.
  await expect(entry(observer, text)).toContainText('Sanne Mulder');
  await expect(bin(observer).getByRole('button', { name: /^Terugzetten/ })).toHaveCount(0);
  await expectAccessible(observer);

  // What somebody takes back leaves it again.
  await lead.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(entry(observer, text)).toHaveCount(0);
});
