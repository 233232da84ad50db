import { readFile } from 'node:fs/promises';
import { choose, expect, expectAccessible, test } from './journey.mjs';

const FORMATS = [
  { name: /Markdown/, extension: 'md' },
  { name: /CSV/, extension: 'csv' },
  { name: /JSON/, extension: 'json' },
];

async function download(page, name) {
  const saved = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('link', { name }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('every board is taken along as text, as a spreadsheet and as data, by observers too', async ({ enter }) => {
  const observer = await enter('observer', 'canvas');
  const holds = {
    canvas: (await observer.locator('[data-note] .text').first().textContent()).trim(),
    ambition: null,
    roles: null,
  };
  await observer.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: 'Ambitie' }).click();
  holds.ambition = (await observer.locator('.headline').textContent()).trim();
  await observer.getByRole('link', { name: 'Rollen', exact: true }).click();
  holds.roles = (await observer.locator('[data-role] h2').first().textContent()).trim();

  for (const [room, text] of Object.entries(holds)) {
    await observer.goto(observer.url().replace(/[^/]+$/, room));
    await choose(observer, 'Downloaden');
    if (room === 'canvas') await expectAccessible(observer);
    for (const { name, extension } of FORMATS) {
      const file = await download(observer, name);
      expect(file.name).toMatch(new RegExp(`\\.${extension}$`));
      expect(file.text).toContain(text);
    }
  }
});

test('a copy can be taken after the page was left open for long', async ({ enter }) => {
  const lead = await enter('lead', 'canvas');
  await choose(lead, 'Downloaden');
  // The access token is over; what renews it is still there.
  const cookies = await lead.context().cookies();
  const access = cookies.find(({ name }) => name.includes('access'));
  await lead.context().clearCookies({ name: access.name });
  const file = await download(lead, /JSON/);
  expect(JSON.parse(file.text).kind).toBe('canvas');
});

test('who cannot take a copy now is told so, and can try again', async ({ enter, server }) => {
  const lead = await enter('lead', 'roles');
  await choose(lead, 'Downloaden');
  const link = lead.getByRole('dialog').getByRole('link', { name: /Markdown/ });
  await expect(link).toBeVisible();
  await server.kill();
  await link.click();
  await expect(lead.getByRole('dialog').getByRole('alert')).toContainText('De server is niet bereikbaar.');
  await expectAccessible(lead);
  await server.start();
  expect((await download(lead, /Markdown/)).name).toMatch(/\.md$/);
  await expect(lead.getByRole('dialog').getByRole('alert')).toHaveCount(0);
});
