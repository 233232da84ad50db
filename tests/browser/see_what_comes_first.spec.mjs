// Home: what one can do first, what the others said, and that partners came to share what they want.
import { signedIn } from './calling.mjs';
import { expect, expectAccessible, expectSaved, test } from './journey.mjs';

const turn = (page, title) =>
  page.getByRole('region', { name: 'Jij bent aan zet' }).getByRole('listitem').filter({ hasText: title });
const news = (page, words) =>
  page.getByRole('region', { name: 'Sinds je vorige bezoek' }).getByRole('listitem').filter({ hasText: words });

async function expectNarrow(page, width) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

/** A version that waits for every partner. */
async function propose(server) {
  const [lead, member, third] = await Promise.all(['lead', 'member', 'third'].map((name) => signedIn(server, name)));
  const { items } = await lead('GET', '/partnerships');
  const ambition = `/partnerships/${items[0].id}/ambition`;
  const { draft } = await lead('GET', ambition);
  await lead('POST', `${ambition}/versions`, { seq: draft.seq });
  const answer = (call, body) => call('PUT', `${ambition}/versions/1/endorsement`, body);
  return { lead, member, third, answer };
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('who begins is led to the challenge, the partners and the ambition, and not yet to the business model', async ({
      enter,
      server,
    }) => {
      const script = await signedIn(server, 'lead');
      const { id } = await script('POST', '/partnerships', { name: 'Nieuw samen', challenge: '' });
      const lead = await enter('lead');
      await lead.goto(`/partnerships/${id}`);
      await expectSaved(lead);
      for (const title of ['Beschrijf de opgave', 'Nodig partners uit', 'Schrijf de eerste zin van jullie ambitie'])
        await expect(turn(lead, title)).toHaveCount(1);
      await expect(turn(lead, 'businessmodel')).toHaveCount(0);
      await expect(turn(lead, 'Beschrijf de eerste rol')).toHaveCount(0);
      // Rooms in which nothing stands are doors.
      await expect(lead.getByRole('main').getByRole('link', { name: 'Businessmodel' })).toBeVisible();
      await expectAccessible(lead);
      await expectNarrow(lead, viewport.width);
      await turn(lead, 'Nodig partners uit').getByRole('link').click();
      await expect(lead.getByRole('heading', { level: 1, name: 'Mensen' })).toBeVisible();
    });

    test('that partners share the ambition is said to all of them, and a lead is shown the next step', async ({
      enter,
      server,
    }) => {
      const { answer, ...calls } = await propose(server);
      const [lead, member] = await Promise.all([enter('lead'), enter('member')]);
      await expect(lead.getByText('Hier lees je voortaan wat de anderen deden')).toBeVisible();
      await expect(turn(lead, 'Versie 1 van de ambitie wacht op Bibliotheek Zuid')).toBeVisible();
      await expect(lead.getByTestId('shared-together')).toHaveCount(0);

      // Which partner said what, who for it, and when.
      await answer(calls.third, { answer: 'yes_with_wish', words: 'Graag ook de ouders.' });
      const said = news(lead, 'Zorggroep Maas staat achter versie 1 van de ambitie, met een wens');
      await expect(said).toContainText('Fatima Benali');
      await expect(said.locator('time')).toBeVisible();
      expect((await said.getByRole('link').boundingBox()).height).toBeGreaterThanOrEqual(24);

      await answer(calls.member, { answer: 'yes' });
      await answer(calls.lead, { answer: 'yes' });
      for (const page of [lead, member]) {
        const shared = page.getByTestId('shared-together');
        await expect(shared).toContainText('elke partner staat erachter');
        await expect(shared.getByRole('listitem')).toHaveText(['Bibliotheek Zuid', 'Scholengroep De Brug', 'Zorggroep Maas']);
        await expectAccessible(page);
        await expectNarrow(page, viewport.width);
      }
      await expect(member.getByText('De trekker kan met jullie door naar ‘Afspreken en vormgeven’')).toBeVisible();
      await turn(lead, 'Alles wat deze fase vraagt, is er').getByRole('link').click();
      await expect(lead.getByRole('heading', { level: 1, name: 'De weg' })).toBeVisible();
    });
  });
}
