// An installation with nothing in it: its first administrator, two organisations that were never here, and everybody
// who takes part, until they write together. All by the browser, and by the mails that are sent.
import { until } from '../process.mjs';
import { caretToEnd, expect, expectAccessible, expectSaved, test } from './journey.mjs';

test.use({ demo: false });

const PASSWORD = 'de kraai leent drie boeken';
const HERE = 'Taal in het gezin';

/** Follows the newest link that was mailed to an address, and begins. */
async function begin(page, server, email) {
  let link;
  await until(`a mail to ${email}`, async () => {
    const [mail] = await server.mails(email);
    link = mail?.plain.match(/http\S+#\S+/)?.[0];
    return link;
  });
  await page.goto(link);
  await page.getByLabel('Kies een wachtwoord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(page.getByTestId('account-menu')).toBeVisible();
}

async function addOrganisation(page, { name, admin, email }) {
  await page.goto('/admin/organisations');
  await page.getByRole('button', { name: 'Organisatie toevoegen' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam van de organisatie').fill(name);
  await dialog.getByLabel('Naam van de beheerder').fill(admin);
  await dialog.getByLabel('E-mailadres van de beheerder').fill(email);
  await dialog.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function inviteColleague(page, { name, email }) {
  await page.goto('/organisation');
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('E-mailadres', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Uitgenodigd');
}

const rooms = (page) => page.getByRole('navigation', { name: 'Kamers' });
const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });

test('from an empty installation to writing together', async ({ visitor, server }) => {
  test.setTimeout(400_000);
  const admin = await visitor();
  await admin.goto(server.output.match(/http:\S+\/setup#\S+/)[0]);
  await admin.getByRole('textbox', { name: 'Je naam' }).fill('Eerste Beheerder');
  await admin.getByRole('textbox', { name: 'E-mailadres' }).fill('eerste@samen.example');
  await admin.getByLabel('Kies een wachtwoord').fill(PASSWORD);
  await admin.getByRole('button', { name: 'Beheerder worden' }).click();
  await expect(admin.getByTestId('account-menu')).toBeVisible();
  await addOrganisation(admin, {
    name: 'Bibliotheek Zuid',
    admin: 'Marijke',
    email: 'marijke@bieb.example',
  });
  await addOrganisation(admin, {
    name: 'Welzijn Oost',
    admin: 'Anna',
    email: 'anna@welzijn.example',
  });

  // Each organisation's administrator begins, and invites colleagues.
  const marijke = await visitor();
  await begin(marijke, server, 'marijke@bieb.example');
  await inviteColleague(marijke, {
    name: 'Sanne Mulder',
    email: 'sanne@bieb.example',
  });
  await inviteColleague(marijke, {
    name: 'Piet Gewoon',
    email: 'piet@bieb.example',
  });
  const anna = await visitor();
  await begin(anna, server, 'anna@welzijn.example');
  await inviteColleague(anna, {
    name: 'Joris Vermeer',
    email: 'joris@welzijn.example',
  });

  // Somebody of the first one starts a partnership, and their organisation agrees.
  const sanne = await visitor();
  await begin(sanne, server, 'sanne@bieb.example');
  await sanne.getByRole('link', { name: 'Een samenwerkingsverband beginnen' }).click();
  await sanne.getByLabel('Hoe heet het?').fill(HERE);
  await sanne.getByLabel('Wat kan geen van jullie alleen?').fill('Elk kind leest thuis, elke dag.');
  await sanne.getByRole('button', { name: 'Beginnen' }).click();
  await expect(sanne.getByRole('heading', { name: 'Mensen', level: 1 })).toBeVisible();
  await marijke.goto('/');
  await marijke.getByRole('button', { name: `Meedoen… ${HERE}` }).click();
  await marijke.getByRole('checkbox', { name: /Sanne Mulder/ }).check();
  await marijke.getByRole('dialog').getByRole('button', { name: 'Ja, we doen mee' }).click();
  await expect(marijke.getByRole('heading', { name: 'Doen we mee?' })).toHaveCount(0);
  await marijke.getByRole('button', { name: 'Collega toevoegen' }).click();
  await marijke.getByRole('radio', { name: /Piet Gewoon/ }).check();
  await marijke.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await expect(sanne.getByText('Piet Gewoon')).toBeVisible();

  // The second organisation is asked, and says who speaks for it.
  await sanne.getByRole('button', { name: 'Partner uitnodigen', exact: true }).click();
  await sanne.getByLabel('Naam van de organisatie').fill('Welzijn Oost');
  await sanne.getByLabel('Wie beslist daar?').fill('Anna');
  await sanne.getByLabel('E-mailadres van die persoon').fill('anna@welzijn.example');
  await sanne.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  const joris = await visitor();
  await begin(joris, server, 'joris@welzijn.example');
  await anna.goto('/');
  await anna.getByRole('button', { name: `Meedoen… ${HERE}` }).click();
  await anna.getByRole('checkbox', { name: /Joris Vermeer/ }).check();
  await anna.getByRole('dialog').getByRole('button', { name: 'Ja, we doen mee' }).click();
  await expect(sanne.getByText('Joris Vermeer')).toBeVisible();
  await expectAccessible(sanne);

  // And somebody reads along.
  await sanne.getByRole('button', { name: 'Iemand zonder partner uitnodigen' }).click();
  const guest = sanne.getByRole('dialog');
  await guest.getByLabel('Naam').fill('Ruud Peters');
  await guest.getByLabel('E-mailadres').fill('ruud@gemeente.example');
  await guest.getByRole('radio', { name: /^Meekijken/ }).check();
  await guest.getByRole('button', { name: 'Uitnodigen' }).click();
  const ruud = await visitor();
  await begin(ruud, server, 'ruud@gemeente.example');
  await ruud.getByRole('button', { name: `Ja, ik doe mee ${HERE}` }).click();

  const piet = await visitor();
  await begin(piet, server, 'piet@bieb.example');
  for (const page of [piet, joris, ruud]) {
    await page.goto('/');
    await page.getByRole('link', { name: HERE }).click();
  }
  for (const page of [sanne, piet, joris, ruud]) await rooms(page).getByRole('link', { name: 'Ambitie' }).click();
  for (const [page, words] of [
    [sanne, 'Dit schrijft Sanne. '],
    [piet, 'Dit schrijft Piet. '],
    [joris, 'Dit schrijft Joris. '],
  ]) {
    await caretToEnd(statement(page));
    await page.keyboard.type(words);
    await expectSaved(page);
  }
  for (const page of [sanne, piet, joris, ruud]) {
    for (const name of ['Sanne', 'Piet', 'Joris']) await expect(page.getByText(`Dit schrijft ${name}.`)).toBeVisible();
  }
  await expect(statement(ruud)).toHaveCount(0);
  await expect(joris.getByTestId('account-menu')).toContainText('Welzijn Oost');

  // Who runs the installation has made all this possible, and sees nothing of it.
  const address = new URL(sanne.url()).pathname;
  await admin.goto(address);
  await expect(admin.getByText('Dit is er niet')).toBeVisible();
});
