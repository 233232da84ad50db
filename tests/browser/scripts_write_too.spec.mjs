import { expect, expectAccessible, expectSaved, test } from './journey.mjs';
import { startScript } from './script.mjs';

const block = (page, id) => page.locator(`[data-block="${id}"]`);
const fromScript = (page) => block(page, 'channels').locator('[data-note]').filter({ hasText: 'Uit het script' });

test('a script without any Yjs adds twenty cards and renames a role while two people watch', async ({ enter, server }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  const script = await startScript(server, 'third');
  const canvas = script.board('canvas');

  // Somebody is writing meanwhile, in the block where the cards arrive.
  await lead.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' }).click();
  const writing = lead.getByRole('textbox', { name: 'Tekst van de kaart' });
  const typed = writing.pressSequentially('Sanne schrijft gewoon door', { delay: 60 });

  for (let number = 1; number <= 20; number += 1) {
    const text = `Uit het script ${number}`;
    await script.call('POST', `${canvas}/notes`, { block: 'channels', text });
    // Each is seen before the next is asked for: they arrive one by one, not all at the end.
    for (const page of [lead, member]) await expect(fromScript(page)).toHaveCount(number);
  }
  await typed;
  await expect(writing).toHaveValue('Sanne schrijft gewoon door');
  await lead.keyboard.press('Enter');
  await expect(block(member, 'channels')).toContainText('Sanne schrijft gewoon door');

  const order = Array.from({ length: 20 }, (_, index) => new RegExp(`^\\s*Uit het script ${index + 1}(?!\\d)`));
  for (const page of [lead, member]) await expect(fromScript(page)).toHaveText(order);
  await Promise.all([expectSaved(lead), expectSaved(member)]);
  await expectAccessible(member);

  for (const page of [lead, member]) await page.getByRole('link', { name: 'Rollen', exact: true }).click();
  const roles = script.board('roles');
  const [role] = (await script.call('GET', `${roles}/content`)).roles;
  for (const page of [lead, member]) {
    await expect(page.getByRole('heading', { name: role.title, exact: true })).toBeVisible();
  }
  await script.call('PATCH', `${roles}/roles/${role.id}`, { title: 'Hernoemd door een script' });
  for (const page of [lead, member]) {
    await expect(page.locator(`[data-role="${role.id}"]`)).toContainText('Hernoemd door een script');
    await expect(page.getByRole('heading', { name: role.title, exact: true })).toHaveCount(0);
    await expectSaved(page);
  }
});
