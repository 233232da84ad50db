// Where a partnership is on its way: a lead moves on, with a reason when something is missing; everybody sees it at once;
// and each partner says for itself how far it is.
import { signedIn } from './calling.mjs';
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const REASON = 'De voorleesdagen beginnen in maart; de laatste woorden schrijven we onderweg.';

const phase = (page, id) => page.locator(`[data-phase="${id}"]`);
const evidence = (page, id) => page.locator(`[data-evidence="${id}"]`);
const dialog = (page) => page.getByRole('dialog');
const says = (page, partner) => phase(page, 'share_ambition').locator(`[data-partner="${partner}"]`);

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('partners say how far they are, and a lead moves on with a reason that everybody sees', async ({ enter }) => {
      test.setTimeout(300_000);
      const [lead, member, observer] = await Promise.all([
        enter('lead'),
        enter('member', 'phases'),
        enter('observer', 'phases'),
      ]);
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };

      // Home says where one is, and leads there.
      await expect(evidence(lead, 'share_ambition.text')).toContainText('Nog open');
      await looks(lead);
      await lead.getByRole('link', { name: 'De weg' }).and(lead.locator('article a')).click();
      await expect(lead.getByRole('heading', { level: 1, name: 'De weg' })).toBeFocused();
      await expect(phase(lead, 'share_ambition')).toHaveAttribute('aria-current', 'step');
      await expect(lead.getByTestId('since')).toContainText('In deze fase sinds');
      await looks(lead);
      if (where === 'on a phone') {
        await member.getByRole('button', { name: 'Meer', exact: true }).click();
        await expect(member.getByRole('menuitem', { name: 'De weg' })).toBeVisible();
        await member.keyboard.press('Escape');
      }

      // A partner says how far it is; who only looks along is not told.
      await member.getByRole('button', { name: 'Weegt het af' }).click();
      await expect(says(lead, 'Scholengroep De Brug')).toContainText('Weegt het af');
      await expect(says(lead, 'Scholengroep De Brug')).toContainText('Joris Vermeer');
      await expect(observer.getByTestId('way')).toBeVisible();
      await expect(observer.getByTestId('readiness')).toHaveCount(0);
      await looks(member);
      await looks(observer);
      await member.getByRole('button', { name: 'Terugnemen' }).click();
      await expect(says(lead, 'Scholengroep De Brug')).toContainText('Zegt er nog niets over');
      await expect(member.getByRole('button', { name: 'Verkent nog' })).toBeFocused();

      // Other phases are unfolded to be read.
      await phase(member, 'signal').locator('summary').click();
      await expect(evidence(member, 'signal.challenge')).toContainText('Is er');
      await looks(member);
      await expect(member.getByRole('button', { name: /^(Door|Terug) naar/ })).toHaveCount(0);

      // Something is missing, so a reason is asked for; and what one typed is there again after a reload.
      await lead.getByRole('button', { name: /^Door naar ‘Afspreken en vormgeven’/ }).click();
      await expect(dialog(lead).getByTestId('missing').getByRole('listitem')).toHaveCount(2);
      await dialog(lead).getByRole('button', { name: 'Verdergaan' }).click();
      await expect(dialog(lead)).toContainText('Schrijf in een zin of twee waarom');
      await looks(lead);
      await lead.getByLabel('Waarom gaan jullie toch verder?').fill(REASON);
      await lead.reload();
      await expectSaved(lead);
      await lead.getByRole('button', { name: /^Door naar ‘Afspreken en vormgeven’/ }).click();
      await expect(lead.getByLabel('Waarom gaan jullie toch verder?')).toHaveValue(REASON);
      await dialog(lead).getByRole('button', { name: 'Verdergaan' }).click();
      await expect(lead.getByRole('heading', { level: 2, name: 'Afspreken en vormgeven', exact: true })).toBeFocused();

      // The others see it without doing anything, with why and what was missing.
      for (const page of [member, observer]) {
        await expect(phase(page, 'agree')).toHaveAttribute('aria-current', 'step');
        await expect(page.getByTestId('moves')).toContainText(REASON);
        await expect(page.getByTestId('moves')).toContainText('Elke partner heeft precies deze versie onderschreven.');
      }
      await looks(member);

      // Going back is normal, and needs no reason.
      await lead.getByRole('button', { name: /^Terug naar ‘Ambitie delen’/ }).first().click();
      await expect(dialog(lead)).toContainText('Teruggaan is gewoon');
      await looks(lead);
      await dialog(lead).getByRole('button', { name: 'Teruggaan' }).click();
      await expect(phase(member, 'share_ambition')).toHaveAttribute('aria-current', 'step');
      await expect(member.getByTestId('moves').getByRole('heading', { level: 3 })).toHaveText([
        'Van ‘Afspreken en vormgeven’ naar ‘Ambitie delen’',
        'Van ‘Ambitie delen’ naar ‘Afspreken en vormgeven’',
      ]);
      await looks(lead);
    });
  });
}

test('a phase that was left behind is ticked only when what it needs is there', async ({ enter, server }) => {
  const script = await signedIn(server, 'lead');
  const { items: partnerships } = await script('GET', '/partnerships');
  const reason = 'We weten dit al van elkaar.';
  const move = { from: 'share_ambition', to: 'realise', reason };
  await script('POST', `/partnerships/${partnerships[0].id}/phase`, move);
  const member = await enter('member', 'phases');
  await expect(phase(member, 'signal')).toHaveAttribute('data-standing', 'done');
  await expect(phase(member, 'signal')).toContainText('geweest, wat nodig is, is er');
  for (const id of ['explore_value', 'share_ambition', 'agree']) {
    await expect(phase(member, id)).toHaveAttribute('data-standing', 'passed');
    await expect(phase(member, id).locator('summary')).toHaveText(/geweest$/);
  }
  await expect(phase(member, 'sustain').locator('summary')).not.toContainText('geweest');
  await expectAccessible(member);

  // Home says the same.
  await member.getByRole('navigation').getByRole('link', { name: 'Start' }).click();
  const path = member.getByTestId('path').locator('> li');
  await expect(path.nth(0)).toHaveAttribute('data-standing', 'done');
  await expect(path.nth(3)).toHaveText(/\(geweest\)\s*$/);
  await expect(path.nth(3)).toHaveAttribute('data-standing', 'passed');
});

test('what is done in a room is seen on the way, and leads there', async ({ enter, server }) => {
  const lead = await enter('lead', 'phases');
  const script = await signedIn(server, 'lead');
  const { items: partnerships } = await script('GET', '/partnerships');
  const base = `/partnerships/${partnerships[0].id}`;
  const { items: boards } = await script('GET', `${base}/boards`);
  const { seq } = await script('GET', `/boards/${boards.find(({ kind }) => kind === 'ambition').id}/content`);
  await script('POST', `${base}/ambition/versions`, { seq });
  await expect(evidence(lead, 'share_ambition.text')).toHaveAttribute('data-found', 'there');
  await expect(evidence(lead, 'share_ambition.endorsed')).toHaveAttribute('data-found', 'open');
  await evidence(lead, 'share_ambition.endorsed').getByRole('link').click();
  await expect(lead.getByRole('heading', { level: 1, name: 'Versies van de ambitie' })).toBeVisible();
});

test('a lead who was not the first is told so, and nothing is moved twice', async ({ enter, server }) => {
  const lead = await enter('lead', 'phases');
  await lead.getByRole('button', { name: /^Door naar ‘Afspreken en vormgeven’/ }).click();
  await lead.getByLabel('Waarom gaan jullie toch verder?').fill(REASON);
  const script = await signedIn(server, 'lead');
  const { items: partnerships } = await script('GET', '/partnerships');
  const move = { from: 'share_ambition', to: 'agree', reason: 'Iemand anders vond het ook tijd.' };
  await script('POST', `/partnerships/${partnerships[0].id}/phase`, move);
  await expect(dialog(lead)).toContainText('iemand anders was je voor');
  await expectAccessible(lead);
  await dialog(lead).getByRole('button', { name: 'Sluiten' }).last().click();
  await expect(lead.getByTestId('moves').getByRole('heading', { level: 3 })).toHaveCount(1);
});
