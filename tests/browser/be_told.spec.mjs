import { expect, expectAccessible, PASSWORD, test } from './journey.mjs';

const bell = (page) => page.getByTestId('bell');
const role = (page, title) => page.locator('[data-role]').filter({ hasText: title });

test('who is asked for a role is told at once, in every window, and whoever asked hears the answer', async ({
  enter,
}) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member', 'canvas')]);
  const second = await member.context().newPage();
  await second.goto('/notifications');
  await expect(second.getByRole('heading', { name: 'Nog geen berichten' })).toBeVisible();
  await expectAccessible(second);
  await expect(bell(member)).toHaveAccessibleName('Berichten');

  await role(lead, 'Coördinator').getByRole('button', { name: 'Vraag iemand voor: Coördinator' }).click();
  await lead.getByRole('searchbox', { name: 'Zoek op naam of organisatie' }).fill('joris');
  await lead.getByRole('button', { name: /^Vraag Joris/ }).click();
  await expect(bell(member)).toHaveAccessibleName('Berichten, 1 ongelezen');
  await expect(bell(lead)).toHaveAccessibleName('Berichten');
  // A window behind another one is not drawn.
  await member.bringToFront();
  await expectAccessible(member);
  await second.bringToFront();

  // The list was open all the while. It leads to where the question is answered, by keyboard too.
  const asked = second.getByRole('link', {
    name: /vraagt je voor de rol ‘Coördinator’/,
  });
  await expect(asked).toContainText('zojuist');
  await second.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(second);
  await asked.focus();
  await second.keyboard.press('Enter');
  await expect(second).toHaveURL(/\/roles$/);
  await expect(bell(member)).toHaveAccessibleName('Berichten');
  await role(second, 'Coördinator').getByRole('button', { name: 'Ik doe het: Coördinator' }).click();

  await expect(bell(lead)).toHaveAccessibleName('Berichten, 1 ongelezen');
  await bell(lead).click();
  await expect(lead.getByRole('link', { name: /neemt de rol ‘Coördinator’ op zich/ })).toBeVisible();
  await lead.getByRole('button', { name: 'Alles gelezen' }).click();
  await expect(lead.getByText('Je hebt alles gelezen.')).toBeVisible();
  await expect(bell(lead)).toHaveAccessibleName('Berichten');
  await expectAccessible(lead);
});

test('who gets a mail chooses in it how often, without signing in', async ({ enter, visitor, server }) => {
  const [lead, reader] = await Promise.all([enter('lead'), visitor()]);
  const started = await lead.request.post('/api/v1/partnerships', {
    headers: { origin: server.origin },
    data: { name: 'Samen lezen' },
  });
  expect(started.status()).toBe(201);

  await reader.goto('/outbox');
  const mail = reader.getByTestId('mail').filter({ hasText: 'Doet je organisatie mee met Samen lezen?' });
  await expect(mail).toHaveAttribute('data-to', 'orgadmin@demo.example');
  await mail.getByRole('link', { name: /unsubscribe#/ }).click();
  await expect(reader.getByRole('heading', { name: 'Hoe vaak wil je mail?' })).toBeVisible();
  await expect(reader.getByRole('radio', { name: 'Geen mail' })).toBeChecked();
  await expectAccessible(reader);
  await reader.getByRole('radio', { name: 'Eén keer per dag' }).check();
  await reader.getByRole('button', { name: 'Opslaan' }).click();
  await expect(reader.getByText('Opgeslagen. Zo vaak krijg je vanaf nu mail.')).toBeVisible();

  // What they chose is what their own page says, where they can choose again.
  await reader.goto('/sign-in?next=/account');
  await reader.getByLabel('E-mailadres').fill('orgadmin@demo.example');
  await reader.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await reader.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(reader.getByRole('radio', { name: 'Eén keer per dag' })).toBeChecked();
  await expect(bell(reader)).toHaveAccessibleName('Berichten, 1 ongelezen');
  await reader.getByRole('radio', { name: 'Geen mail' }).check();
  const part = reader.getByRole('region', { name: 'Mail over je berichten' });
  await part.getByRole('button', { name: 'Opslaan' }).click();
  await expectAccessible(reader);
  await reader.reload();
  await expect(reader.getByRole('radio', { name: 'Geen mail' })).toBeChecked();
});
