// Somebody shows the ambition to colleagues who have no account: by a link that ends, and that can be ended.
import { signedIn } from './calling.mjs';
import { choose, expect, expectAccessible, expectNarrow, test } from './journey.mjs';

const dialog = (page) => page.getByRole('dialog');

/** The ambition as it stands goes before the partners. */
async function propose(server) {
  const lead = await signedIn(server, 'lead');
  const { items: partnerships } = await lead('GET', '/partnerships');
  const base = `/partnerships/${partnerships[0].id}/ambition`;
  const { items: boards } = await lead('GET', `/partnerships/${partnerships[0].id}/boards`);
  const board = boards.find(({ kind }) => kind === 'ambition').id;
  const { seq } = await lead('GET', `/boards/${board}/content`);
  await lead('POST', `${base}/versions`, { seq });
  return base;
}

/** How many sheets of paper it takes. */
async function sheets(page) {
  const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('colleagues read it by a link, without an account, until the link is revoked', async ({
      enter,
      visitor,
      server,
    }) => {
      test.setTimeout(300_000);
      const member = await enter('member', 'ambition');
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };
      await choose(member, 'Deel met collega’s…');
      await expect(dialog(member)).toContainText('Er is geen link die nu werkt.');
      await member.getByLabel('Hoe lang werkt de link?').selectOption('7');
      await looks(member);
      await dialog(member).getByRole('button', { name: 'Link maken' }).click();
      const field = member.getByLabel('Het adres van de link');
      await expect(field).toBeFocused();
      const address = await field.inputValue();
      await looks(member);

      // Nothing was put before the partners yet.
      const colleague = await visitor();
      const asked = [];
      colleague.on('request', (request) => asked.push(request));
      await colleague.goto(address);
      await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Hier wordt nog aan geschreven');
      await expect(colleague.getByRole('main')).toContainText('Scholengroep De Brug');
      await looks(colleague);

      // A version lies before them; and then each stands behind it.
      const base = await propose(server);
      await colleague.reload();
      await expect(colleague.getByTestId('state')).toHaveText('Ligt voor bij de partners');
      await expect(colleague.getByRole('heading', { level: 1 })).toContainText('In 2030 groeit elk kind');
      await looks(colleague);
      for (const name of ['lead', 'member', 'third']) {
        const call = await signedIn(server, name);
        await call('PUT', `${base}/versions/1/endorsement`, { answer: 'yes', words: null });
      }
      await colleague.reload();
      await expect(colleague.getByTestId('state')).toHaveText('Gedeeld door alle partners');
      await looks(colleague);
      expect(await sheets(colleague)).toBe(1);

      // What stands in the link went nowhere but into a body.
      const token = new URL(address).hash.slice(1);
      for (const request of asked) {
        expect(new URL(request.url()).pathname + new URL(request.url()).search).not.toContain(token);
        expect((await request.allHeaders()).referer ?? '').not.toContain(token);
      }
      expect(server.output).not.toContain(token);

      // A lead ends it, and the list says so.
      const lead = await enter('lead', 'ambition');
      await choose(lead, 'Deel met collega’s…');
      await expect(dialog(lead).getByRole('listitem')).toContainText('Van Joris Vermeer');
      await dialog(lead)
        .getByRole('button', { name: /^Intrekken: Van Joris Vermeer/ })
        .click();
      await looks(lead);
      await dialog(lead).getByRole('button', { name: 'Ja, intrekken' }).click();
      await expect(dialog(lead)).toContainText('Er is geen link die nu werkt.');
      await expect(dialog(member).getByText('1 link die niet meer werkt')).toBeVisible();
      await colleague.reload();
      await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet (meer)');
      await looks(colleague);
      await colleague.goto('/shared');
      await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet (meer)');
    });
  });
}

test('who only looks along is not offered it', async ({ enter }) => {
  const observer = await enter('observer', 'ambition');
  await observer.getByRole('button', { name: /^Meer over/ }).click();
  await expect(observer.getByRole('menuitem', { name: 'Versies van de ambitie' })).toBeVisible();
  await expect(observer.getByRole('menuitem', { name: /^Deel met/ })).toHaveCount(0);
});
