import { expect, expectAccessible, expectSaved, PASSWORD, test } from './journey.mjs';

const SECRET = 'de kraai leent drie boeken';

async function signIn(page, server, name) {
  const answer = await page.request.post('/api/v1/sessions', {
    headers: { origin: server.origin },
    data: { email: `${name}@demo.example`, password: PASSWORD },
  });
  expect(answer.status()).toBe(201);
  await page.goto('/');
}

const partner = (page, name) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const rooms = (page) => page.getByRole('navigation', { name: 'Kamers' });

/** What is mailed to somebody, read as the demo shows it. */
async function followTheirMail(page, to) {
  await page.goto('/outbox');
  const link = page.locator(`[data-to="${to}"] a`).first();
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 2000 });
  }).toPass();
  await link.click();
}

test('two organisations, one of them new here, start a partnership and write in it', async ({ visitor, server }) => {
  const marijke = await visitor();
  await signIn(marijke, server, 'orgadmin');
  await marijke.getByRole('link', { name: 'Een samenwerkingsverband beginnen' }).click();
  await expectAccessible(marijke);
  await marijke.getByRole('button', { name: 'Beginnen' }).click();
  await expect(marijke.getByText('Vul dit in.')).toBeVisible();
  await marijke.getByLabel('Hoe heet het?').fill('Samen lezen');
  await marijke.getByLabel('Wat kan geen van jullie alleen?').fill('Elk kind leest thuis, elke dag.');
  await marijke.getByRole('button', { name: 'Beginnen' }).click();
  await expect(marijke.getByRole('heading', { name: 'Mensen' })).toBeVisible();
  await expect(marijke.getByText('Nog één partner')).toBeVisible();

  await marijke.getByRole('button', { name: 'Partner uitnodigen', exact: true }).click();
  await marijke.getByLabel('Naam van de organisatie').fill('Welzijn Oost');
  await marijke.getByLabel('Wie beslist daar?').fill('Anna Aanvoer');
  await marijke.getByLabel('E-mailadres van die persoon').fill('anna@welzijn.example');
  await expectAccessible(marijke);
  await marijke.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  await expect(partner(marijke, 'Welzijn Oost').getByText('Wacht op antwoord')).toBeVisible();
  await expectAccessible(marijke);

  const anna = await visitor();
  await followTheirMail(anna, 'anna@welzijn.example');
  await anna.getByLabel('Kies een wachtwoord').fill(SECRET);
  await anna.getByRole('button', { name: 'Beginnen' }).click();
  await expect(anna.getByRole('heading', { name: 'Doen we mee?' })).toBeVisible();
  await expect(anna.getByText('Marijke de Wit nodigt Welzijn Oost uit.')).toBeVisible();
  await expectAccessible(anna);
  await anna.getByRole('button', { name: 'Meedoen… Samen lezen' }).click();
  await expect(anna.getByRole('checkbox', { name: /Anna Aanvoer/ })).toBeChecked();
  await expectAccessible(anna);
  await anna.getByRole('button', { name: 'Ja, we doen mee' }).click();

  // Marijke sees it where she is, without doing anything.
  await expect(partner(marijke, 'Welzijn Oost').getByText('Anna Aanvoer')).toBeVisible();
  await expect(partner(marijke, 'Welzijn Oost').getByText('Wacht op antwoord')).toHaveCount(0);

  await anna.getByRole('link', { name: 'Samen lezen' }).click();
  await expect(anna.getByTestId('account-menu')).toContainText('Welzijn Oost');
  await rooms(anna).getByRole('link', { name: 'Ambitie' }).click();
  await anna.getByRole('textbox', { name: 'De ambitie in één zin' }).fill('Elk kind hoort elke dag een verhaal');
  await expectSaved(anna);
  await expect(marijke.getByRole('banner')).toContainText('Elk kind hoort elke dag een verhaal');
});

test('a lead hands over, and whoever leads now sees what that brings', async ({ enter }) => {
  const [sanne, joris] = [await enter('lead', 'people'), await enter('member', 'people')];
  await expect(joris.getByRole('button', { name: 'Partner uitnodigen', exact: true })).toHaveCount(0);
  await sanne.getByRole('button', { name: 'Meer over Joris Vermeer' }).click();
  await sanne.getByRole('menuitem', { name: 'Trekkerschap overdragen' }).click();
  await expectAccessible(sanne);
  await sanne.getByRole('button', { name: 'Trekkerschap overdragen' }).click();
  await expect(joris.getByRole('button', { name: 'Partner uitnodigen', exact: true })).toBeVisible();
  await expect(sanne.getByRole('button', { name: 'Partner uitnodigen', exact: true })).toHaveCount(0);

  await joris.getByRole('link', { name: 'Naam en opgave wijzigen' }).click();
  await joris.getByLabel('Hoe heet het?').fill('Taal thuis');
  await joris.getByRole('button', { name: 'Opslaan' }).click();
  await expect(sanne).toHaveTitle(/Taal thuis/);
  await expectAccessible(joris);
});

test('who administers an organisation takes somebody out of the room they are in', async ({ enter, visitor, server }) => {
  const sanne = await enter('lead', 'people');
  await sanne.getByRole('button', { name: 'Meer over Joris Vermeer' }).click();
  await sanne.getByRole('menuitem', { name: 'Ook trekker maken' }).click();
  await sanne.getByRole('button', { name: 'Ook trekker maken' }).click();
  await rooms(sanne).getByRole('link', { name: 'Ambitie' }).click();
  await expectSaved(sanne);

  const marijke = await visitor();
  await signIn(marijke, server, 'orgadmin');
  await expect(marijke.getByRole('heading', { name: 'Waar Bibliotheek Zuid aan meedoet' })).toBeVisible();
  await marijke.getByRole('button', { name: 'Collega toevoegen' }).click();
  await marijke.getByRole('radio', { name: /Marijke de Wit/ }).check();
  await marijke.getByRole('checkbox', { name: 'Mag ook namens ons beslissen' }).check();
  await marijke.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await marijke.getByRole('button', { name: 'Meer over Sanne Mulder' }).click();
  await marijke.getByRole('menuitem', { name: 'Weghalen' }).click();
  await marijke.getByRole('button', { name: 'Weghalen' }).click();
  await expect(sanne.getByTestId('stop-notice').first()).toHaveAttribute('data-code', '4403');
  await expectAccessible(marijke);
});
