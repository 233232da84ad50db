// Who runs the installation adds an organisation; its administrator begins, and runs it with two people at once.
import { expect, expectAccessible, test } from './journey.mjs';

const PASSWORD = 'de kraai leent drie boeken';

/** Signs somebody of the demo in, and opens a page. */
async function open(page, server, name, address) {
  const answer = await page.request.post('/api/v1/sessions', {
    headers: { origin: server.origin },
    data: { email: `${name}@demo.example`, password: 'samenspel-demo-2026' },
  });
  expect(answer.status()).toBe(201);
  await page.goto(address);
}

/** Begins with the link that was mailed to an address. */
async function begin(page, email) {
  await page.goto('/outbox');
  const mail = page.getByTestId('mail').and(page.locator(`[data-to="${email}"]`)).first();
  await page.goto(await mail.getByRole('link').getAttribute('href'));
  await page.getByLabel('Kies een wachtwoord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(page.getByTestId('account-menu')).toBeVisible();
}

const row = (page, name) => page.getByRole('row').filter({ hasText: name });
const toast = (page, words) => expect(page.getByText(words)).toBeVisible();

test('an organisation comes, invites its people, and is suspended and resumed', async ({ visitor, server }) => {
  const hanneke = await visitor();
  await open(hanneke, server, 'admin', '/');
  await hanneke.getByTestId('account-menu').click();
  await hanneke.getByRole('menuitem', { name: 'Organisaties beheren' }).click();
  await expect(row(hanneke, 'Bibliotheek Zuid')).toBeVisible();
  await expectAccessible(hanneke);
  await hanneke.getByRole('button', { name: 'Organisatie toevoegen' }).click();
  const dialog = hanneke.getByRole('dialog');
  await dialog.getByLabel('Naam van de organisatie').fill('bibliotheek zuid');
  await dialog.getByLabel('Naam van de beheerder').fill('Ada Admin');
  await dialog.getByLabel('E-mailadres van de beheerder').fill('ada@museum.example');
  await dialog.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  await expect(dialog.getByRole('alert')).toContainText('heet al zo');
  await dialog.getByLabel('Naam van de organisatie').fill('Museum Noord');
  await dialog.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  await expect(hanneke.getByRole('heading', { level: 1, name: 'Museum Noord' })).toBeVisible();
  await expect(row(hanneke, 'Ada Admin')).toContainText('Uitgenodigd');

  const ada = await visitor();
  await begin(ada, 'ada@museum.example');
  await ada.getByTestId('account-menu').click();
  await ada.getByRole('menuitem', { name: 'Mijn organisatie' }).click();
  await expect(row(ada, 'Ada Admin')).toContainText('Is begonnen');

  await ada.getByRole('button', { name: 'Meer mensen tegelijk' }).click();
  const list = ada.getByRole('dialog');
  await list.getByLabel('De lijst').fill('Bo Bakker; bo@museum.example\nCas; lead@demo.example\nDik; dik@museum');
  await expect(list.getByRole('status')).toContainText('Eén regel klopt nog niet');
  await expect(list.getByRole('row').filter({ hasText: 'Cas' })).toContainText('andere organisatie');
  await expectAccessible(ada);
  await list.getByLabel('De lijst').fill('Bo Bakker; bo@museum.example\nAda; ada@museum.example');
  await expect(list.getByRole('row').filter({ hasText: 'Ada' })).toContainText('Heeft al een account');
  await list.getByRole('button', { name: '1 mens uitnodigen' }).click();
  await toast(ada, '1 uitnodiging is onderweg.');
  await expect(row(ada, 'Bo Bakker')).toContainText('Uitgenodigd');

  const bo = await visitor();
  await begin(bo, 'bo@museum.example');
  await ada.getByLabel('Zoek op naam of e-mailadres').fill('BO@MUSEUM');
  await expect(row(ada, 'Ada Admin')).toHaveCount(0);
  await row(ada, 'Bo Bakker').getByRole('button', { name: 'Beheren' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Deactiveren' }).click();
  await expect(row(ada, 'Bo Bakker')).toContainText('Gedeactiveerd');
  await bo.goto('/account');
  await expect(bo).toHaveURL(/sign-in/);
  await row(ada, 'Bo Bakker').getByRole('button', { name: 'Beheren' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Weer toelaten' }).click();
  await expect(row(ada, 'Bo Bakker')).toContainText('Is begonnen');

  await hanneke.getByRole('button', { name: 'Stilzetten' }).click();
  await hanneke.getByRole('dialog').getByRole('button', { name: 'Stilzetten' }).click();
  await toast(hanneke, 'De organisatie is stilgezet.');
  await ada.reload();
  await expect(ada).toHaveURL(/sign-in/);
  await ada.getByLabel('E-mailadres').fill('ada@museum.example');
  await ada.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await ada.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(ada.getByRole('alert')).toContainText('stilgezet');
  await hanneke.getByRole('button', { name: 'Weer toelaten' }).click();
  await toast(hanneke, 'Iedereen van de organisatie kan zich weer aanmelden.');
  await ada.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(ada).toHaveURL(/organisation/);

  await ada.getByRole('navigation', { name: /Museum Noord/ }).getByRole('link', { name: 'Logboek' }).click();
  await expect(ada.getByText('Ada Admin deactiveerde Bo Bakker.')).toBeVisible();
  await expect(ada.getByText('Ada Admin nodigde iemand uit.')).toBeVisible();
  await expectAccessible(ada);
  await hanneke.goto('/admin/log');
  await expect(hanneke.getByText('Hanneke Visser zette Museum Noord stil.')).toBeVisible();
  await expectAccessible(hanneke);
});

test('what is not theirs to run is told to be not theirs', async ({ visitor, server }) => {
  const page = await visitor();
  await open(page, server, 'lead', '/admin/organisations');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit is voor beheerders');
  await page.getByTestId('account-menu').click();
  await expect(page.getByRole('menuitem', { name: 'Mijn account' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Organisaties|organisatie/ })).toHaveCount(0);
});
