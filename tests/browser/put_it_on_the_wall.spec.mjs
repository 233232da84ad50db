// The canvas is one sheet of A3 and what it costs and brings begins with one sheet of A4, for on the wall.
import { signedIn } from './calling.mjs';
import { expect, test } from './journey.mjs';

/** The longer and the shorter side of a sheet, in millimetres. */
const A3 = [420, 297];
const A4 = [297, 210];
const BLOCKS = [
  'key_partners',
  'key_activities',
  'key_resources',
  'value_propositions',
  'customer_relationships',
  'channels',
  'customer_segments',
  'cost_structure',
  'revenue_streams',
];

/** As much as partners write in a good afternoon. */
async function write(server) {
  const lead = await signedIn(server, 'lead');
  const { items } = await lead('GET', '/partnerships');
  const here = `/partnerships/${items[0].id}`;
  const { items: boards } = await lead('GET', `${here}/boards`);
  const canvas = boards.find(({ kind, is_current }) => kind === 'canvas' && is_current);
  for (const block of BLOCKS)
    for (const text of ['Voorlezen, elke woensdag', 'Iemand uit de buurt die je kent', 'Drieduizend boeken, in zeven talen'])
      await lead('POST', `/boards/${canvas.id}/notes`, { block, text });
  const line = { nature: 'money', frequency: 'yearly', certainty: 'agreed', amount: 1_250_000 };
  for (const [kind, words] of [
    ['cost', 'Huur van het lokaal'],
    ['cost', 'Coördinatie'],
    ['benefit', 'Subsidie van de gemeente'],
  ])
    await lead('POST', `${here}/ledger/lines`, { ...line, kind, words });
}

/** The sheets that it prints on, each with its longer and its shorter side in millimetres. */
async function sheets(page) {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = paper.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g);
  return [...boxes].map(([, ...sides]) =>
    sides.map((points) => Math.round((Number(points) / 72) * 25.4)).sort((one, other) => other - one),
  );
}

for (const [locale, canvas, ledger] of [
  ['nl-NL', 'Businessmodel', 'Kosten en baten'],
  ['en-GB', 'Business model', 'Costs and benefits'],
]) {
  test.describe(locale, () => {
    test.use({ locale });

    test('the canvas prints on one sheet, and costs and benefits on a few of which the first says most', async ({
      enter,
      server,
    }) => {
      await write(server);
      const page = await enter('lead', 'canvas');
      await expect(page.getByRole('heading', { level: 1, name: canvas })).toBeVisible();
      await expect(page.locator('[data-note]').filter({ hasText: 'Voorlezen, elke woensdag' })).toHaveCount(9);
      expect(await sheets(page)).toEqual([A3]);

      await page.goto(page.url().replace(/\/canvas$/, '/ledger'));
      await expect(page.getByRole('heading', { level: 1, name: ledger })).toBeVisible();
      await expect(page.locator('main [data-line]')).toHaveCount(3);
      const printed = await sheets(page);
      expect(printed.length).toBeGreaterThan(0);
      expect(printed.length).toBeLessThanOrEqual(3);
      expect(new Set(printed.map(String))).toEqual(new Set([String(A4)]));
    });
  });
}
