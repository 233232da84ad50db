// Who runs the installation and who runs an organisation, as the third acceptance journey tells it.
import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, expectSaved, PASSWORD, test } from './journey.mjs';

const SECRET = 'de kraai leent drie boeken';
const HERE = 'Taal in het gezin';

async function signIn(page, server, name, address = '/') {
  const answer = await page.request.post('/api/v1/sessions', {
    headers: { origin: server.origin },
    data: { email: `${name}@demo.example`, password: PASSWORD },
  });
  expect(answer.status()).toBe(201);
  await page.goto(address);
}

async function begin(page, email) {
  await page.goto('/outbox');
  await page.locator(`[data-to="${email}"] a`).first().click();
  await page.getByLabel('Kies een wachtwoord').fill(SECRET);
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(page.getByTestId('account-menu')).toBeVisible();
}

const row = (page, name) => page.getByRole('row').filter({ hasText: name });

test('an organisation comes, takes part and keeps somebody out, and its administrators see no content', async ({
  enter,
  visitor,
  server,
}) => {
  test.setTimeout(300_000);
  const sanne = await enter('lead', 'people');
  const partnership = new URL(sanne.url()).pathname.split('/')[2];

  // 1. The organisation and its administrator; and a partnership's address, which is as unknown as any.
  const hanneke = await visitor();
  await signIn(hanneke, server, 'admin', '/admin/organisations');
  await hanneke.getByRole('button', { name: 'Organisatie toevoegen' }).click();
  const adding = hanneke.getByRole('dialog');
  await adding.getByLabel('Naam van de organisatie').fill('Museum Noord');
  await adding.getByLabel('Naam van de beheerder').fill('Ada Admin');
  await adding.getByLabel('E-mailadres van de beheerder').fill('ada@museum.example');
  await adding.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  await expect(hanneke.getByRole('heading', { level: 1, name: 'Museum Noord' })).toBeVisible();
  const said = [];
  for (const id of [partnership, '00000000-0000-7000-8000-000000000000']) {
    await hanneke.goto(`/partnerships/${id}`);
    await expect(hanneke.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
    said.push(await hanneke.getByRole('main').innerText());
  }
  expect(said[0]).toBe(said[1]);

  // 2. Three accounts, of which one address is taken: told so, and nothing is half done.
  const ada = await visitor();
  await begin(ada, 'ada@museum.example');
  await ada.goto('/organisation');
  await ada.getByRole('button', { name: 'Meer mensen tegelijk' }).click();
  const list = ada.getByRole('dialog');
  const rows = ['Bo Bakker; bo@museum.example', 'Cas Cornet; cas@museum.example', 'Dik Drent; lead@demo.example'];
  await list.getByLabel('De lijst').fill(rows.join('\n'));
  await expect(list.getByRole('row').filter({ hasText: 'Dik Drent' })).toContainText('andere organisatie');
  await expect(list.getByRole('button', { name: /uitnodigen$/ })).toBeDisabled();
  await expectAccessible(ada);
  await ada.keyboard.press('Escape');
  await expect(row(ada, 'Bo Bakker')).toHaveCount(0);
  await ada.getByRole('button', { name: 'Meer mensen tegelijk' }).click();
  await list.getByLabel('De lijst').fill(rows.join('\n').replace('lead@demo.example', 'dik@museum.example'));
  await list.getByRole('button', { name: '3 mensen uitnodigen' }).click();
  for (const name of ['Bo Bakker', 'Cas Cornet', 'Dik Drent'])
    await expect(row(ada, name)).toContainText('Uitgenodigd');
  const bo = await visitor();
  await begin(bo, 'bo@museum.example');

  // 3. The organisation says yes, and has one who speaks for it: the last mandate stays.
  await sanne.getByRole('button', { name: 'Partner uitnodigen', exact: true }).click();
  await sanne.getByLabel('Naam van de organisatie').fill('Museum Noord');
  await sanne.getByLabel('Wie beslist daar?').fill('Ada Admin');
  await sanne.getByLabel('E-mailadres van die persoon').fill('ada@museum.example');
  await sanne.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  await ada.goto('/');
  await ada.getByRole('button', { name: `Meedoen… ${HERE}` }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Ja, we doen mee' }).click();
  await ada.getByRole('button', { name: 'Collega toevoegen' }).click();
  await ada.getByRole('radio', { name: /Bo Bakker/ }).check();
  await ada.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await expect(sanne.getByText('Bo Bakker')).toBeVisible();
  const me = await (await ada.request.get('/api/v1/me')).json();
  const own = (await (await ada.request.get('/api/v1/me/partners')).json()).items[0];
  const refused = await ada.request.patch(`/api/v1/partners/${own.id}/members/${me.id}`, {
    headers: { origin: server.origin },
    data: { mandated: false },
  });
  expect((await refused.json()).code).toBe('last_mandate');
  // What would be refused is not offered either.
  await expect(ada.getByRole('button', { name: 'Meer over Bo Bakker' })).toBeVisible();
  await expect(ada.getByRole('button', { name: 'Meer over Ada Admin' })).toHaveCount(0);

  // 4. Somebody is deactivated while they have the canvas open: it is closed within a second.
  await bo.goto(`/partnerships/${partnership}/canvas`);
  await expectSaved(bo);
  await ada.goto('/organisation');
  await row(ada, 'Bo Bakker').getByRole('button', { name: 'Beheren' }).click();
  const closed = bo
    .getByTestId('stop-notice')
    .first()
    .or(bo.getByLabel('Wachtwoord', { exact: true }));
  const deactivated = ada.waitForResponse((answer) => answer.url().endsWith('/deactivate'));
  await ada.getByRole('dialog').getByRole('button', { name: 'Deactiveren' }).click();
  expect((await deactivated).status()).toBe(200);
  const began = Date.now();
  await closed.waitFor();
  console.log(`the canvas of who was deactivated closed after ${Date.now() - began} ms`);
  const late = await bo.request.get(`/api/v1/partnerships/${partnership}`);
  expect(late.status()).toBe(401);

  // 5. People of other organisations are found only where one shares a partnership with them.
  await ada.getByLabel('Zoek op naam of e-mailadres').fill('Sanne');
  await expect(row(ada, 'Sanne')).toHaveCount(0);
  await expect(
    ada.getByText('Niets gevonden', { exact: false }).or(ada.getByText('Niemand gevonden', { exact: false })),
  ).toBeVisible();

  // 6. What administrators did is on record, without content; and can be taken along.
  await hanneke.goto('/admin/log');
  await expect(hanneke.getByText('Hanneke Visser voegde Museum Noord toe.')).toBeVisible();
  await expect(hanneke.getByRole('main')).not.toContainText('In 2030 groeit elk kind');
  await expectAccessible(hanneke);
  const download = hanneke.waitForEvent('download');
  await hanneke
    .getByRole('link', { name: 'Alles als CSV' })
    .or(hanneke.getByRole('button', { name: 'Alles als CSV' }))
    .click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('organisation.');
  expect(csv).not.toContain('In 2030 groeit elk kind');
});
