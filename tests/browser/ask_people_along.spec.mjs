// A lead asks people who act for no partner, and organisations; each answers for themselves.
import { expect, expectAccessible, PASSWORD, test } from './journey.mjs';

const SECRET = 'de kraai leent drie boeken';
const HERE = 'Taal in het gezin';

async function signIn(page, server, name) {
  const answer = await page.request.post('/api/v1/sessions', {
    headers: { origin: server.origin },
    data: { email: `${name}@demo.example`, password: PASSWORD },
  });
  expect(answer.status()).toBe(201);
  await page.goto('/');
}

/** Begins with the link that was mailed to an address. */
async function begin(page, email) {
  await page.goto('/outbox');
  const link = page.locator(`[data-to="${email}"] a`).first();
  await link.click();
  await page.getByLabel('Kies een wachtwoord').fill(SECRET);
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(page.getByTestId('account-menu')).toBeVisible();
}

async function askAlong(lead, { name, email, part }) {
  await lead.getByRole('button', { name: 'Iemand zonder partner uitnodigen' }).click();
  const dialog = lead.getByRole('dialog');
  await dialog.getByLabel('Naam').fill(name);
  await dialog.getByLabel('E-mailadres').fill(email);
  await dialog.getByRole('radio', { name: part }).check();
  await expectAccessible(lead);
  await dialog.getByRole('button', { name: 'Uitnodigen' }).click();
  await expect(dialog).toHaveCount(0);
}

const group = (page, name) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const person = (page, name) => page.getByRole('listitem').filter({ hasText: name });
const rooms = (page) => page.getByRole('navigation', { name: 'Kamers' });

test('a guide and a reader are asked along, and each sees what they may', async ({ enter, visitor, server }) => {
  const sanne = await enter('lead', 'people');
  await askAlong(sanne, { name: 'Guus Gids', email: 'guus@vrij.example', part: /^Begeleiden/ });
  await expect(person(sanne, 'Guus Gids')).toContainText('Gevraagd om te begeleiden');
  await askAlong(sanne, { name: 'Marijke', email: 'orgadmin@demo.example', part: /^Meekijken/ });
  await expect(person(sanne, 'Marijke')).toContainText('Gevraagd om mee te kijken');

  // Whoever had no account begins with the mail.
  const guus = await visitor();
  await begin(guus, 'guus@vrij.example');
  await expect(guus.getByText('Sanne Mulder vraagt je om te begeleiden.')).toBeVisible();
  await expectAccessible(guus);
  await guus.getByRole('button', { name: `Ja, ik doe mee ${HERE}` }).click();
  await guus.getByRole('link', { name: HERE }).click();
  await expect(guus.getByTestId('account-menu')).toContainText('Zonder partner');
  await expect(person(sanne, 'Guus Gids')).toContainText('begeleider');
  await expect(person(sanne, 'Guus Gids')).not.toContainText('Gevraagd');
  await rooms(guus).getByRole('link', { name: 'Mensen' }).click();
  await expect(guus.getByRole('button', { name: 'Partner uitnodigen', exact: true })).toBeVisible();
  await expectAccessible(guus);

  // Whoever had one finds it among their partnerships.
  const marijke = await visitor();
  await signIn(marijke, server, 'orgadmin');
  await expect(marijke.getByText('Sanne Mulder vraagt je om mee te kijken.')).toBeVisible();
  await marijke.getByRole('button', { name: `Ja, ik doe mee ${HERE}` }).click();
  await marijke.getByRole('link', { name: HERE }).click();
  await expect(marijke.getByTestId('account-menu')).toContainText('Je kijkt mee');
  await rooms(marijke).getByRole('link', { name: 'Businessmodel' }).click();
  await expect(marijke.getByRole('heading', { level: 1, name: 'Businessmodel' })).toBeVisible();
  await expect(marijke.getByRole('button', { name: /Kaart toevoegen/ })).toHaveCount(0);
  await rooms(marijke).getByRole('link', { name: 'Mensen' }).click();
  await expect(marijke.getByRole('button', { name: 'Partner uitnodigen', exact: true })).toHaveCount(0);
  await expectAccessible(marijke);

  // The guide is a lead as well, and ends what the reader has here.
  await guus.getByRole('button', { name: 'Meer over Marijke de Wit' }).click();
  await guus.getByRole('menuitem', { name: 'Weghalen' }).click();
  await guus.getByRole('dialog').getByRole('button', { name: 'Weghalen' }).click();
  await expect(person(sanne, 'Marijke de Wit')).toHaveCount(0);
  await marijke.goto('/');
  await expect(marijke.getByRole('link', { name: HERE })).toHaveCount(0);
});

test('a reader says no, and nothing of it stays', async ({ enter, visitor, server }) => {
  const sanne = await enter('lead', 'people');
  await askAlong(sanne, { name: 'Marijke', email: 'orgadmin@demo.example', part: /^Meekijken/ });
  const marijke = await visitor();
  await signIn(marijke, server, 'orgadmin');
  await marijke.getByRole('button', { name: `Nee ${HERE}` }).click();
  await expect(marijke.getByText('Je doet niet mee met Taal in het gezin.')).toBeVisible();
  await expect(marijke.getByRole('heading', { name: 'Voor jou gevraagd' })).toHaveCount(0);
  await expect(person(sanne, 'Marijke')).toHaveCount(0);
});

test('an organisation says no, is asked again, and brings a colleague', async ({ enter, visitor }) => {
  const sanne = await enter('lead', 'people');
  await sanne.getByRole('button', { name: 'Partner uitnodigen', exact: true }).click();
  await sanne.getByLabel('Naam van de organisatie').fill('Welzijn Oost');
  await sanne.getByLabel('Wie beslist daar?').fill('Anna Aanvoer');
  await sanne.getByLabel('E-mailadres van die persoon').fill('anna@welzijn.example');
  await sanne.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  await expect(group(sanne, 'Welzijn Oost')).toContainText('Zodra hun beheerder ja zegt');

  const anna = await visitor();
  await begin(anna, 'anna@welzijn.example');
  await expect(anna.getByText('Sanne Mulder nodigt Welzijn Oost uit.')).toBeVisible();
  await anna.getByRole('button', { name: `Niet meedoen ${HERE}` }).click();
  await expectAccessible(anna);
  await anna.getByRole('dialog').getByRole('button', { name: 'Niet meedoen' }).click();
  await expect(anna.getByRole('heading', { name: 'Doen we mee?' })).toHaveCount(0);
  await expect(group(sanne, 'Welzijn Oost')).toHaveCount(0);

  // Meanwhile a colleague begins, who can act for the organisation when it is asked again.
  await anna.goto('/organisation');
  await anna.getByRole('button', { name: 'Iemand uitnodigen' }).click();
  await anna.getByLabel('Naam', { exact: true }).fill('Bas Boom');
  await anna.getByLabel('E-mailadres', { exact: true }).fill('bas@welzijn.example');
  await anna.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  await expect(anna.getByRole('row').filter({ hasText: 'Bas Boom' })).toContainText('Uitgenodigd');
  const bas = await visitor();
  await begin(bas, 'bas@welzijn.example');
  await expect(bas.getByRole('link', { name: HERE })).toHaveCount(0);

  await sanne.getByRole('button', { name: 'Partner uitnodigen', exact: true }).click();
  await sanne.getByLabel('Naam van de organisatie').fill('Welzijn Oost');
  await sanne.getByLabel('Wie beslist daar?').fill('Anna Aanvoer');
  await sanne.getByLabel('E-mailadres van die persoon').fill('anna@welzijn.example');
  await sanne.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  await expect(group(sanne, 'Welzijn Oost')).toBeVisible();
  await anna.goto('/');
  await anna.getByRole('button', { name: `Meedoen… ${HERE}` }).click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Ja, we doen mee' }).click();
  await expect(group(sanne, 'Welzijn Oost')).toContainText('Anna Aanvoer');

  await anna.getByRole('button', { name: 'Collega toevoegen' }).click();
  await anna.getByRole('radio', { name: /Bas Boom/ }).check();
  await expectAccessible(anna);
  await anna.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await expect(group(sanne, 'Welzijn Oost')).toContainText('Bas Boom');
  await bas.reload();
  await bas.getByRole('link', { name: HERE }).click();
  await expect(bas.getByTestId('account-menu')).toContainText('Welzijn Oost');
  await expect(bas.getByText('Hier lees je voortaan wat de anderen deden')).toBeVisible();
});

test('what is told at a first visit is told again when the page is loaded again', async ({ enter }) => {
  const joris = await enter('member');
  const said = joris.getByText('Hier lees je voortaan wat de anderen deden');
  await expect(said).toBeVisible();
  // Only once the server and this browser know when it was is there something to come back to.
  await joris.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('first_visit')));
  await joris.reload();
  await expect(said).toBeVisible();
  await expect(joris.getByText('Je was hier voor het laatst')).toHaveCount(0);
});
