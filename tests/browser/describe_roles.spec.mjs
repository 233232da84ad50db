import { expect, expectAccessible, expectSaved, test } from './journey.mjs';

const role = (page, title) => page.locator('[data-role]').filter({ hasText: title });

test('a role is described by one and completed by another', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member', 'roles')]);
  await lead.getByRole('button', { name: 'Eigen rol' }).click();
  await lead.getByRole('textbox', { name: 'Naam van de rol' }).fill('Voorleescoach');
  await lead.getByRole('spinbutton', { name: 'Hoogstens' }).fill('3');
  await lead.getByRole('button', { name: 'Kies kernkwaliteiten' }).click();
  await expectAccessible(lead);
  await lead.keyboard.press('Escape');
  await lead.getByRole('button', { name: 'Klaar' }).click();

  await member.getByRole('button', { name: 'Bewerken: Voorleescoach' }).click();
  await member.getByRole('textbox', { name: 'Waarvoor deze rol er is' }).fill('Leert ouders voorlezen.');
  await expectAccessible(member);
  await expect(role(lead, 'Voorleescoach')).toContainText('Leert ouders voorlezen.');
  await Promise.all([expectSaved(lead), expectSaved(member)]);
  await expectAccessible(lead);
});
