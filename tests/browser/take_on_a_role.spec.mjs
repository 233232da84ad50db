import { expect, expectAccessible, test } from './journey.mjs';

const role = (page, title) => page.locator('[data-role]').filter({ hasText: title });
const turn = (page, title) => page.getByRole('listitem').filter({ hasText: title });

test('a lead asks somebody for a role, who takes it on from home and gives it back', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member')]);
  await expect(member.getByRole('heading', { name: 'Jij bent aan zet' })).toBeVisible();
  await expect(member.getByText('Hier lees je voortaan wat de anderen deden')).toBeVisible();

  await role(lead, 'Coördinator').getByRole('button', { name: 'Vraag iemand voor: Coördinator' }).click();
  await lead.getByRole('searchbox', { name: 'Zoek op naam of organisatie' }).fill('joris');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: /^Vraag Joris/ }).click();
  await expect(role(lead, 'Coördinator')).toContainText('gevraagd');

  // It waits at home, in a window that was open all the while.
  await expect(turn(member, 'Je bent gevraagd als Coördinator')).toBeVisible();
  await expect(turn(member, '1 keer iemand gevraagd voor een rol')).toContainText('Sanne Mulder');
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Ik doe het: Coördinator' }).click();
  await expect(turn(member, 'Je bent gevraagd als Coördinator')).toHaveCount(0);

  // And the lead's window shows who has it, without a seat left to ask anybody for.
  await expect(role(lead, 'Coördinator')).toContainText('alle plaatsen bezet');
  await expect(role(lead, 'Coördinator').getByRole('button', { name: /^Vraag iemand/ })).toHaveCount(0);
  await expectAccessible(lead);

  await member.getByRole('navigation').getByRole('link', { name: 'Rollen' }).click();
  await role(member, 'Coördinator').getByRole('button', { name: 'Teruggeven: Coördinator' }).click();
  await member.getByRole('dialog').getByRole('button', { name: 'Teruggeven' }).click();
  await expect(role(lead, 'Coördinator')).toContainText('nog 1 plaats vrij');
  await expectAccessible(member);
});

test('who is asked on the page of roles says no there, and a lead takes a question back', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member', 'roles')]);
  for (const title of ['Verbinder', 'Bouwer']) {
    await role(lead, title).getByRole('button', { name: `Vraag iemand voor: ${title}` }).click();
    await lead.getByRole('button', { name: /^Vraag Joris/ }).click();
    await expect(role(member, title)).toContainText('Jij bent gevraagd voor deze rol.');
  }
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Nee, bedankt: Verbinder' }).click();
  await expect(role(lead, 'Verbinder')).not.toContainText('gevraagd');
  await role(lead, 'Bouwer').getByRole('button', { name: /intrekken$/ }).click();
  await expect(role(member, 'Bouwer')).not.toContainText('Jij bent gevraagd');
});
