// What one would take on is one's own to say: to nobody, to those who lead, or to all; and nobody asks for what one never wants.
import { expect, expectAccessible, expectNarrow, test } from './journey.mjs';

const role = (page, title) => page.locator('[data-role]').filter({ hasText: title });
const turn = (page, title) => page.getByRole('listitem').filter({ hasText: title });
const others = (page, title) => role(page, title).getByRole('list', { name: 'Wat anderen ervan vinden' });
const option = (page, title, name) => role(page, title).getByRole('radio', { name, exact: true });

async function choose(page, title, ...names) {
  for (const name of names) await option(page, title, name).check();
}

async function save(page, title) {
  await role(page, title)
    .getByRole('button', { name: /^Bewaar/ })
    .click();
  await expect(role(page, title).getByRole('button', { name: /^Wijzig wat je vindt/ })).toBeVisible();
}

async function carry(page, roles) {
  await page.getByRole('radio', { name: roles, exact: true }).check();
  await page.getByRole('button', { name: 'Bewaar hoeveel rollen je kunt dragen' }).click();
}

async function ask(lead, title) {
  await role(lead, title)
    .getByRole('button', { name: `Vraag iemand voor: ${title}` })
    .click();
  await lead.getByRole('button', { name: /^Vraag Joris/ }).click();
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('one says what one would take on, and only those one chose read it', async ({ enter }) => {
      test.setTimeout(300_000);
      const [lead, member, third] = await Promise.all([
        enter('lead', 'roles'),
        enter('member', 'roles'),
        enter('third', 'roles'),
      ]);

      // Two taps are enough; those who lead read it, and others do not.
      await choose(member, 'Bouwer', 'Graag');
      await expectNarrow(member);
      await expectAccessible(member);
      await save(member, 'Bouwer');
      await expect(role(member, 'Bouwer')).toContainText('de trekkers zien dit');
      await expect(others(lead, 'Bouwer')).toContainText('graag');

      // With everybody, and with the energy it gives.
      await choose(third, 'Verbinder', 'Kan', 'Geeft me veel energie', 'Iedereen');
      await save(third, 'Verbinder');
      for (const page of [lead, member]) {
        await expect(others(page, 'Verbinder')).toContainText('Fatima Benali');
        await expect(others(page, 'Verbinder')).toContainText('krijgt er veel energie van');
      }
      await expect(others(third, 'Bouwer')).toHaveCount(0);

      // What one chose and did not save is still there after a reload; the keys go along the choices.
      await option(member, 'Bewaker', 'Graag').check();
      await option(member, 'Bewaker', 'Graag').press('ArrowRight');
      await expect(option(member, 'Bewaker', 'Kan')).toBeChecked();
      await option(member, 'Bewaker', 'Kan').press('ArrowRight');
      await member.reload();
      await expect(option(member, 'Bewaker', 'Liever niet')).toBeChecked();
      await choose(member, 'Bewaker', 'Nooit', 'Niemand');
      await expect(role(member, 'Bewaker')).toContainText('Niemand leest dit.');
      await save(member, 'Bewaker');

      // Nobody asks for what one never wants, and nobody reads why.
      await ask(lead, 'Bewaker');
      await expect(lead.getByRole('dialog')).toContainText('Joris Vermeer is niet beschikbaar voor deze rol');
      await expect(lead.getByRole('dialog')).not.toContainText('nooit');
      await expectAccessible(lead);
      await lead.keyboard.press('Escape');
      await expect(others(lead, 'Bewaker')).toHaveCount(0);

      // It is taken back as easily.
      await role(member, 'Bewaker')
        .getByRole('button', { name: /^Wijzig wat je vindt/ })
        .click();
      await role(member, 'Bewaker').getByRole('button', { name: 'Neem terug wat je zei van: Bewaker' }).click();
      await expect(member.getByText('Teruggenomen. Je zegt er nu niets van.')).toBeVisible();
      await expect(option(member, 'Bewaker', 'Nooit')).not.toBeChecked();
      await ask(lead, 'Bewaker');
      await expect(role(member, 'Bewaker')).toContainText('Jij bent gevraagd voor deze rol.');
    });
  });
}

test('one carries no more than one said, and says no before one says never', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member', 'roles')]);
  await member.getByRole('button', { name: 'Zeg hoeveel' }).click();
  await expectAccessible(member);
  await carry(member, '1');
  await expect(member.getByText('Je kunt 1 rol dragen. Meer krijg je er niet.')).toBeVisible();
  await expect(lead.getByRole('list', { name: 'Wat anderen kunnen dragen' })).toContainText('1 rol');

  for (const title of ['Verbinder', 'Bouwer', 'Coördinator']) {
    await ask(lead, title);
    await expect(role(member, title)).toContainText('Jij bent gevraagd voor deze rol.');
  }
  await member.getByRole('button', { name: 'Ik doe het: Verbinder' }).click();
  await expect(role(member, 'Verbinder').getByRole('button', { name: 'Teruggeven: Verbinder' })).toBeVisible();
  await member.getByRole('button', { name: 'Ik doe het: Bouwer' }).click();
  await expect(role(member, 'Bouwer')).toContainText('Je zei dat je 1 rol kunt dragen.');
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Pas aan hoeveel ik kan dragen' }).click();
  await expect(member.getByRole('radio', { name: '1', exact: true })).toBeFocused();
  await carry(member, '2');
  await expect(role(member, 'Bouwer')).not.toContainText('Je zei dat je');
  await member.getByRole('button', { name: 'Ik doe het: Bouwer' }).click();
  await expect(role(member, 'Bouwer').getByRole('button', { name: 'Teruggeven: Bouwer' })).toBeVisible();

  await choose(member, 'Coördinator', 'Nooit');
  await role(member, 'Coördinator')
    .getByRole('button', { name: /^Bewaar/ })
    .click();
  await expect(role(member, 'Coördinator')).toContainText('Je bent voor deze rol gevraagd.');
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Nee, bedankt, en bewaar “nooit”' }).click();
  await expect(role(member, 'Coördinator').getByRole('button', { name: /^Wijzig wat je vindt/ })).toBeVisible();
  await expect(role(member, 'Coördinator')).not.toContainText('Jij bent gevraagd');
  await expect(others(lead, 'Coördinator')).toContainText('nooit');
});

test('what one said in another window stands beside what one chooses here', async ({ enter }) => {
  const [here, there] = await Promise.all([enter('member', 'roles'), enter('member', 'roles')]);
  await choose(here, 'Bewaker', 'Kan');
  await choose(there, 'Bewaker', 'Graag');
  await save(there, 'Bewaker');
  await expect(role(here, 'Bewaker')).toContainText('Intussen zei je elders iets anders');
  await expect(option(here, 'Bewaker', 'Kan')).toBeChecked();
  await expectAccessible(here);
  await role(here, 'Bewaker').getByRole('button', { name: 'Bewaar toch wat hier staat' }).click();
  for (const page of [here, there]) {
    await expect(role(page, 'Bewaker').locator('[data-wish]')).toHaveAttribute('data-wish', 'fine');
  }
});

/** Six weeks go by: what the server would ask then of a role that somebody has. */
async function afterSixWeeks(page, partnership, assignment) {
  const path = `/api/v1/partnerships/${partnership}/roles/${assignment.role_id}/wish`;
  const due = {
    kind: 'role_check_due',
    partnership: { id: partnership, name: 'Taal in het gezin' },
    subject: { id: assignment.id, name: assignment.title },
    since: assignment.answered_at,
    action: { method: 'PUT', path },
  };
  let answered = false;
  page.on('request', (request) => (answered ||= request.method() === 'PUT' && request.url().endsWith(path)));
  await page.route('**/api/v1/me/turns', async (route) => {
    const response = await route.fetch();
    const turns = await response.json();
    await route.fulfill({ response, json: { ...turns, items: [...(answered ? [] : [due]), ...turns.items] } });
  });
}

test('after six weeks one says what energy a role gives, and what it costs is looked at together', async ({
  enter,
}) => {
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member', 'roles')]);
  await ask(lead, 'Verbinder');
  await member.getByRole('button', { name: 'Ik doe het: Verbinder' }).click();
  await expect(role(member, 'Verbinder').getByRole('button', { name: 'Teruggeven: Verbinder' })).toBeVisible();
  // What one shares with nobody stays so.
  await choose(member, 'Verbinder', 'Graag', 'Niemand');
  await save(member, 'Verbinder');

  const partnership = new URL(member.url()).pathname.split('/')[2];
  const { items } = await (await member.request.get(`/api/v1/partnerships/${partnership}/assignments`)).json();
  await afterSixWeeks(member, partnership, { ...items[0], title: 'Verbinder' });
  await member.getByRole('navigation').getByRole('link', { name: 'Start' }).click();
  const check = turn(member, 'Zes weken Verbinder: hoeveel energie geeft het je?');
  await expect(check).toContainText('Alleen jij ziet wat je antwoordt.');
  await expectAccessible(member);
  await check.getByRole('button', { name: 'Kost me energie', exact: true }).click();

  const after = turn(member, 'Dank je dat je het zegt');
  await expect(after).toContainText('Niemand ziet wat je antwoordde.');
  await expectAccessible(member);
  await after.getByRole('button', { name: 'Laat het de trekkers weten' }).click();
  await expect(after).toHaveCount(0);
  await expect(others(lead, 'Verbinder')).toContainText('graag');
  await expect(others(lead, 'Verbinder')).toContainText('kost energie');
  await lead.goto('/notifications');
  await expect(lead.getByText('Joris Vermeer krijgt geen energie van de rol ‘Verbinder’.')).toBeVisible();
});
