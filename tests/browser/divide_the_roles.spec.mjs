// Who could best take on which role is suggested to those who lead; they change it as they like, and whoever they ask decides.
import { signedIn } from './calling.mjs';
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const dialog = (page) => page.getByRole('dialog');
const role = (page, title) =>
  page.locator('[data-role]').filter({ has: page.getByRole('heading', { name: title }) });
const seat = (page, title, name) => role(page, title).locator('[data-seat]').filter({ hasText: name });
const total = (page) => page.locator('[data-total]');
const compared = (page) => page.locator('[data-compared]');

const GUIDE = 'Procesbegeleider';
const LEADER = 'Visionair trekker';
const GOOD_AT = {
  lead: { vision: 3, leading_the_way: 3, enthusiasm: 2 },
  member: { attentive_listening: 3, overview: 3, patience: 2 },
  third: { bringing_together: 3, attentive_listening: 2 },
};

/** Two roles from the library, one of them with two seats. */
async function takeRoles(page, press) {
  for (const title of [LEADER, GUIDE]) {
    await press(page.getByRole('button', { name: 'Kies uit de bibliotheek' }));
    await press(dialog(page).getByRole('button', { name: `Neem over: ${title}` }));
    await expect(role(page, title)).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
  }
  await expectSaved(page);
}

/** What everybody is good at is for all to see; one gets energy from a role, one never wants one and says so to nobody. */
async function saySoOfThemselves(server) {
  const people = Object.fromEntries(
    await Promise.all(Object.keys(GOOD_AT).map(async (name) => [name, await signedIn(server, name)])),
  );
  const { items } = await people.lead('GET', '/partnerships');
  const here = `/partnerships/${items[0].id}`;
  const first = { 'if-match': '"0"' };
  for (const [name, strengths] of Object.entries(GOOD_AT)) {
    const qualities = Object.entries(strengths).map(([quality, strength]) => ({
      quality,
      strength,
    }));
    const part = {
      content: { part: 'qualities', qualities },
      visible_to: 'all',
    };
    await people[name]('PUT', `${here}/profiles/own`, part, first);
  }
  const { roles } = await people.lead('GET', `${here}/role-suggestion`);
  const { role_id: guide } = roles.find(({ title }) => title === GUIDE);
  const wish = (name, said) => people[name]('PUT', `${here}/roles/${guide}/wish`, said, first);
  await wish('member', { wish: 'gladly', energy: 2, shared_with: 'lead' });
  await wish('third', { wish: 'never', energy: -2, shared_with: 'nobody' });
  return { people, here, guide };
}

async function fits(page) {
  return Number(await total(page).getAttribute('data-total'));
}

async function expectSuggested(page) {
  await expect(seat(page, GUIDE, 'Joris Vermeer')).toHaveAttribute('data-state', 'suggested');
  await expect(seat(page, LEADER, 'Sanne Mulder')).toHaveAttribute('data-state', 'suggested');
  await expect(compared(page)).toHaveText('Dit is het voorstel zoals het is berekend.');
}

test('a lead divides the roles: reasons, balance, a swap by mouse, and everybody decides', async ({
  enter,
  server,
}) => {
  test.setTimeout(300_000);
  const [lead, member] = await Promise.all([enter('lead', 'roles'), enter('member')]);
  await takeRoles(lead, (button) => button.click());
  await saySoOfThemselves(server);

  await lead.getByRole('link', { name: 'Wie past bij welke rol?' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: 'Wie past bij welke rol?' })).toBeVisible();
  await expectSuggested(lead);
  const joris = seat(lead, GUIDE, 'Joris Vermeer');
  await expect(joris).toContainText('Aandachtig luisteren');
  await expect(joris).toContainText('krijgt er veel energie van');
  await expect(joris).toContainText('punten');
  const suggested = await fits(lead);
  expect(suggested).toBeGreaterThan(100);
  await expectAccessible(lead);

  // All of why, on demand.
  await lead.getByRole('button', { name: `Waarom Joris Vermeer als ${GUIDE}?` }).click();
  await expect(dialog(lead)).toContainText('heel sterk naar eigen zeggen');
  await expect(dialog(lead)).toContainText('De rol geeft veel energie.');
  await expect(dialog(lead)).toContainText('Niet bekend, telt half.');
  await expect(dialog(lead)).toContainText('Valkuil van Aandachtig luisteren');
  await expectAccessible(lead);
  await lead.keyboard.press('Escape');

  // Another balance is another question.
  for (const balance of ['Strak', 'Maakt niet uit', 'Gewoon']) {
    await lead.getByRole('radio', { name: balance }).click();
    await expect(lead.getByRole('radio', { name: balance })).toBeChecked();
    await expectSuggested(lead);
  }
  expect(await fits(lead)).toBe(suggested);

  // Who never wants a role is not available for it, and nobody reads why.
  await lead.getByRole('button', { name: `Geef aan iemand: een plaats van ${GUIDE}` }).click();
  const fatima = dialog(lead).getByRole('listitem').filter({ hasText: 'Fatima Benali' });
  await expect(fatima).toContainText('niet beschikbaar');
  await expect(fatima.getByRole('button')).toHaveCount(0);
  await expectAccessible(lead);
  await lead.keyboard.press('Escape');
  await expect(lead.locator('main')).not.toContainText('nooit');

  // By mouse two people change places; the total answers, and one goes back.
  await drag(lead, seat(lead, LEADER, 'Sanne Mulder'), joris);
  await expect(seat(lead, GUIDE, 'Sanne Mulder')).toHaveAttribute('data-state', 'own');
  await expect(seat(lead, LEADER, 'Joris Vermeer')).toBeVisible();
  await expect(compared(lead)).toContainText('punten minder dan het voorstel');
  expect(await fits(lead)).toBeLessThan(suggested);
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Terug naar het voorstel' }).click();
  await expectSuggested(lead);
  expect(await fits(lead)).toBe(suggested);

  // They are asked, each decides.
  await lead.getByRole('button', { name: /^Vraag deze mensen \(3\)/ }).click();
  await expect(dialog(lead)).toContainText('beslist zelf');
  await dialog(lead).getByRole('button', { name: 'Vraag nu' }).click();
  await expect(dialog(lead)).toContainText('3 van 3 gevraagd');
  await expectAccessible(lead);
  await dialog(lead).getByRole('button', { name: 'Klaar' }).click();
  await expect(joris).toHaveAttribute('data-state', 'proposed');
  await expect(lead.getByRole('button', { name: /^Vraag deze/ })).toHaveCount(0);
  await member.getByRole('button', { name: `Nee, bedankt: ${GUIDE}` }).click();

  // The seat opens as it happens; what is suggested now is shown when one asks for it.
  await expect(role(lead, GUIDE)).toContainText('De plaats van Joris Vermeer is weer vrij.');
  await expect(joris).toHaveCount(0);
  await expect(lead.getByText('er wordt nu een andere verdeling voorgesteld')).toBeVisible();
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Toon het nieuwe voorstel' }).click();
  await expect(lead.getByText('er wordt nu een andere verdeling voorgesteld')).toHaveCount(0);
  await expect(joris).toHaveCount(0);
  await expect(
    lead.locator('[data-seat][data-state="suggested"]').filter({ hasText: 'Joris Vermeer' }),
  ).toHaveCount(1);
  await expect(seat(lead, LEADER, 'Sanne Mulder')).toHaveAttribute('data-state', 'proposed');

  // To compare, as if nobody was asked yet: from there nobody is.
  await lead.getByRole('checkbox', { name: 'Bekijk alles opnieuw' }).check();
  await expect(lead.getByText('Dit is om te vergelijken.')).toBeVisible();
  await expect(seat(lead, LEADER, 'Sanne Mulder')).toHaveAttribute('data-state', 'suggested');
  await expect(lead.getByRole('button', { name: /^Vraag deze/ })).toHaveCount(0);
  await lead.getByRole('button', { name: 'Terug naar hoe het nu is' }).click();
  await expect(seat(lead, LEADER, 'Sanne Mulder')).toHaveAttribute('data-state', 'proposed');

  await lead.setViewportSize({ width: 390, height: 844 });
  await expectNarrow(lead);
  await expectAccessible(lead);
});

test('by keyboard alone a lead asks for a suggestion, swaps two people and asks them', async ({
  enter,
  server,
}) => {
  test.setTimeout(300_000);
  const lead = await enter('lead', 'roles');
  const press = async (control) => {
    await control.focus();
    await lead.keyboard.press('Enter');
  };
  await takeRoles(lead, press);
  const { people, here, guide } = await saySoOfThemselves(server);
  await press(lead.getByRole('link', { name: 'Wie past bij welke rol?' }));
  await expectSuggested(lead);
  const suggested = await fits(lead);

  await press(
    lead.getByRole('button', {
      name: `Iemand anders dan Joris Vermeer als ${GUIDE}`,
    }),
  );
  await expect(dialog(lead)).toContainText('Nu staat Joris Vermeer hier');
  await expectAccessible(lead);
  await press(
    dialog(lead).getByRole('button', {
      name: `punten: met Sanne Mulder, nu ${LEADER}`,
    }),
  );
  await expect(seat(lead, GUIDE, 'Sanne Mulder')).toHaveAttribute('data-state', 'own');
  await expect(
    lead.getByRole('button', {
      name: `Iemand anders dan Sanne Mulder als ${GUIDE}`,
    }),
  ).toBeFocused();
  await expect(lead.getByText('Sanne Mulder en Joris Vermeer ruilden van plaats.')).toBeAttached();
  const swapped = await fits(lead);
  expect(swapped).toBeLessThan(suggested);

  // One's own plan is there after a reload.
  await lead.reload();
  await expect(seat(lead, GUIDE, 'Sanne Mulder')).toHaveAttribute('data-state', 'own');
  await expect(total(lead)).toHaveAttribute('data-total', swapped.toFixed(2));

  // What others say meanwhile replaces no plan, and is offered.
  await people.member(
    'PUT',
    `${here}/roles/${guide}/wish`,
    { wish: 'never', energy: null, shared_with: 'nobody' },
    { 'if-match': '"1"' },
  );
  await expect(lead.getByText('er wordt nu een andere verdeling voorgesteld')).toBeVisible();
  await expect(seat(lead, GUIDE, 'Sanne Mulder')).toHaveAttribute('data-state', 'own');
  await press(lead.getByRole('button', { name: 'Houd dit plan' }));
  await expect(lead.getByText('er wordt nu een andere verdeling voorgesteld')).toHaveCount(0);

  // A seat is emptied, and who had it stands beside with what they are good at.
  await press(
    lead.getByRole('button', {
      name: `Iemand anders dan Joris Vermeer als ${LEADER}`,
    }),
  );
  await press(dialog(lead).getByRole('button', { name: 'Laat de plaats leeg' }));
  await expect(lead.locator('[data-person]').filter({ hasText: 'Joris Vermeer' })).toContainText(
    'Aandachtig luisteren',
  );
  await expect(
    lead.getByRole('button', {
      name: `Geef aan iemand: een plaats van ${LEADER}`,
    }),
  ).toBeFocused();
  await expectAccessible(lead);

  await press(lead.getByRole('button', { name: /^Vraag deze mensen \(2\)/ }));
  await press(dialog(lead).getByRole('button', { name: 'Vraag nu' }));
  await expect(dialog(lead)).toContainText('2 van 2 gevraagd');
  await press(dialog(lead).getByRole('button', { name: 'Klaar' }));
  await expect(seat(lead, GUIDE, 'Sanne Mulder')).toHaveAttribute('data-state', 'proposed');
});

/** As a person drags: who comes under the pointer shows it, and is let go when that is right. */
async function drag(page, from, to) {
  await from.locator('b').hover();
  await page.mouse.down();
  await expect(async () => {
    // Where that is now: near its edges the page scrolls, and what stays in sight below covers nothing one aims at.
    const { x, y, width, height } = await to.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 3, { steps: 8 });
    await expect(to).toHaveClass(/aimed/, { timeout: 1000 });
  }).toPass();
  await page.mouse.up();
}
