import { kept } from './copies.mjs';
import { caretToEnd, expect, expectAccessible, expectNarrow, expectSaved, PASSWORD, test } from './journey.mjs';

test('somebody signs in with a password, and comes back to where they were going', async ({ visitor, server }) => {
  const page = await visitor();
  await page.goto('/partnerships/no-such-id/ambition');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill('lead@demo.example');
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill('dit is het niet');
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(page).toHaveURL(`${server.origin}/`);
  await expect(page.getByRole('heading', { name: 'Mijn samenwerkingsverbanden' })).toBeVisible();
  await expectAccessible(page);
});

test('a demo account signs in with one click, and finds the partnership', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/sign-in');
  await expectAccessible(page);
  await page.locator('[data-testid="demo-account"][data-email="member@demo.example"]').click();
  await page.getByRole('link', { name: /Taal in het gezin/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Joris');
  await expectAccessible(page);
});

test('the language changes at once, and stays', async ({ enter }) => {
  const page = await enter('lead');
  await page.getByTestId('account-menu').click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.keyboard.press('Escape');
  const room = page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Business model' });
  await expect(room).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(room).toBeVisible();
  await expectAccessible(page);
});

test('who signs out is out in all their windows', async ({ enter }) => {
  const page = await enter('lead', 'canvas');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByTestId('connection-pill')).toHaveAttribute('data-state', 'saved');
  await page.getByTestId('account-menu').click();
  await page.getByRole('menuitem', { name: 'Afmelden' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(second).toHaveURL(/\/sign-in/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('who signs out while another window of theirs is written in finds no page that failed', async ({ enter }) => {
  const page = await enter('lead', 'ambition');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByTestId('connection-pill')).toHaveAttribute('data-state', 'saved');
  await caretToEnd(page.getByRole('textbox', { name: 'De ambitie uitgelegd' }));
  await page.keyboard.type('Nog iets.');
  // Whoever signs out while something waits is asked first, and that is another journey.
  await expectSaved(page);
  await expect.poll(async () => (await kept(second)).waiting).toEqual([]);
  await second.getByTestId('account-menu').click();
  await second.getByRole('menuitem', { name: 'Afmelden' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('on a phone the rooms can be reached and read', async ({ enter }) => {
  const page = await enter('member', 'ambition');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Businessmodel' }).click();
  await expect(page.getByRole('heading', { name: 'Businessmodel' })).toBeVisible();
  await expectAccessible(page);
  await expectNarrow(page);
  // The room scrolls inside the frame: nothing lets the frame itself be scrolled away.
  const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(beyond).toBeLessThanOrEqual(0);
});

test.describe('without a demo', () => {
  test.use({ demo: false });

  test('whoever has the printed link becomes the first administrator', async ({ visitor, server }) => {
    const page = await visitor();
    await page.goto('/sign-in');
    await expect(page.getByText('Deze installatie heeft nog geen beheerder.')).toBeVisible();
    const link = server.output.match(/http:\S+\/setup#\S+/)?.[0];
    expect(link, server.output).toBeTruthy();
    await page.goto(link);
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Je naam' }).fill('Eerste Beheerder');
    await page.getByRole('textbox', { name: 'E-mailadres' }).fill('eerste@samen.example');
    await page.getByLabel('Kies een wachtwoord').fill('een lange zin die niemand raadt');
    await page.getByRole('button', { name: 'Beheerder worden' }).click();
    await expect(page.getByRole('heading', { name: 'Mijn samenwerkingsverbanden' })).toBeVisible();
    await expect(page.getByText('Je doet nog aan geen samenwerkingsverband mee')).toBeVisible();
    await expectAccessible(page);
  });
});
