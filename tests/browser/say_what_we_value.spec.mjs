// What partners value is written together, and held by each in its own degree: what people keep to themselves stays there.
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const card = (page, name) => page.locator('[data-value]').filter({ hasText: name });
const dialog = (page) => page.getByRole('dialog');
const panel = (page) => page.getByRole('region', { name: 'Wat vind jij belangrijk?' });
const own = (page, words) => page.locator('[data-own-value]').filter({ hasText: words });
const APART = 'Hier verschillen jullie: daar is een gesprek over te voeren.';

/** Adds a value in one's own words and leaves it open. */
async function begin(page, name) {
  await page.getByRole('button', { name: 'Eigen waarde' }).click();
  await expect(page.getByRole('textbox', { name: 'Naam van de waarde' })).toBeFocused();
  await page.keyboard.type(name);
}

async function weigh(page, name, strength, words = '') {
  await card(page, name)
    .getByRole('button', { name: /^(Zeg het voor|Anders zeggen)/ })
    .click();
  await dialog(page).getByRole('radio', { name: strength, exact: true }).check();
  if (words !== '') await dialog(page).getByLabel('Waaraan merk je dat?').fill(words);
  await dialog(page).getByRole('button', { name: 'Bewaren' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

async function writeOwn(page, words, circle) {
  await panel(page).getByRole('button', { name: 'Opschrijven wat voor jou telt…' }).click();
  await expect(page.getByLabel('Wat telt voor jou?')).toBeFocused();
  await page.keyboard.type(words);
  await dialog(page).getByRole('radio', { name: circle }).check();
  await dialog(page).getByRole('button', { name: 'Opschrijven' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(own(page, words)).toBeVisible();
}

test('two people write values at once, and partners see where they hold them differently', async ({ enter }) => {
  test.setTimeout(400_000);
  const [lead, member, observer] = await Promise.all([
    enter('lead', 'values'),
    enter('member', 'values'),
    enter('observer', 'values'),
  ]);
  await expect(card(lead, 'Volhouden')).toBeVisible();
  await expectAccessible(lead);
  // Who only looks along reads the common values, and nothing of what anybody says of them.
  await expect(card(observer, 'Volhouden')).toBeVisible();
  await expect(observer.locator('[data-strength]')).toHaveCount(0);
  await expect(panel(observer)).toHaveCount(0);
  await expect(observer.getByRole('link', { name: 'Als het spannend wordt' })).toHaveCount(0);
  await expectAccessible(observer);

  // Both write at the same time, and each sees the other's typing.
  await Promise.all([begin(lead, 'Nieuwsgierig'), begin(member, 'Lef hebben')]);
  await expect(card(member, 'Nieuwsgierig')).toContainText('schrijft…');
  await expect(card(lead, 'Lef hebben')).toContainText('Joris Vermeer schrijft…');
  await member.getByRole('textbox', { name: 'Wat jullie ermee bedoelen' }).fill('We proberen het gewoon.');
  await expect(card(lead, 'Lef hebben')).toContainText('We proberen het gewoon.');
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);
  for (const page of [lead, member]) await page.keyboard.press('Escape');
  await expect(lead.getByRole('button', { name: 'Bewerken: Nieuwsgierig' })).toBeFocused();
  await expect(card(lead, 'Lef hebben')).not.toContainText('schrijft…');
  await Promise.all([expectSaved(lead), expectSaved(member)]);

  // Undo takes back one's own only; by the keyboard a value changes places.
  await lead.getByRole('button', { name: 'Nieuwsgierig omhoog' }).focus();
  const before = await lead.locator('[data-value] h2').allTextContents();
  await lead.keyboard.press('Enter');
  await expect(lead.getByRole('button', { name: 'Nieuwsgierig omhoog' })).toBeFocused();
  await expect.poll(() => member.locator('[data-value] h2').allTextContents()).not.toEqual(before);
  await lead.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect.poll(() => member.locator('[data-value] h2').allTextContents()).toEqual(before);

  // One says it for one's own partner; that they differ is said to both at once, and no longer when they do not.
  await weigh(lead, 'Lef hebben', 'sterk', 'Wij beginnen altijd als eerste.');
  await expect(card(member, 'Lef hebben').locator('[data-strength="3"]')).toContainText('Bibliotheek Zuid');
  await expect(card(member, 'Lef hebben')).toContainText('Wij beginnen altijd als eerste.');
  await expect(card(member, 'Lef hebben')).toContainText('Nog niet gezegd');
  await expect(card(member, 'Lef hebben')).not.toContainText(APART);
  await weigh(member, 'Lef hebben', 'een beetje van ons');
  for (const page of [lead, member]) {
    await expect(card(page, 'Lef hebben').locator('[data-strength="1"]')).toContainText('Scholengroep De Brug');
    await expect(card(page, 'Lef hebben')).toContainText(APART);
  }
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);
  await weigh(member, 'Lef hebben', 'herkenbaar');
  await expect(card(lead, 'Lef hebben')).not.toContainText(APART);

  // By the keyboard alone, and what was typed and not saved is there after a reload.
  await card(member, 'Volhouden')
    .getByRole('button', { name: /^Zeg het voor/ })
    .press('Enter');
  await expect(dialog(member).getByRole('radio').first()).toBeFocused();
  await member.keyboard.press('ArrowDown');
  await expect(dialog(member).getByRole('radio', { name: 'een beetje van ons' })).toBeChecked();
  await dialog(member).getByLabel('Waaraan merk je dat?').fill('Half een zin');
  await expectAccessible(member);
  await member.reload();
  await expectSaved(member);
  await card(member, 'Volhouden')
    .getByRole('button', { name: /^Zeg het voor/ })
    .click();
  await expect(dialog(member).getByLabel('Waaraan merk je dat?')).toHaveValue('Half een zin');
  await dialog(member).getByRole('button', { name: 'Annuleren' }).click();

  // The library: what is there already cannot be taken twice, and one may write what it has not.
  await lead.getByRole('button', { name: 'Kies uit de bibliotheek' }).click();
  await expect(dialog(lead).getByRole('button', { name: 'Vertrouwen, staat al bij jullie waarden' })).toBeVisible();
  await lead.keyboard.type('openh');
  await dialog(lead).getByRole('button', { name: 'Neem over: Openheid' }).click();
  await expect(card(member, 'Openheid')).toBeVisible();
  await dialog(lead).getByLabel('Zoek een waarde, of schrijf er zelf een').fill('Dicht bij huis');
  await expectAccessible(lead);
  await lead.keyboard.press('Enter');
  await expect(card(member, 'Dicht bij huis')).toBeVisible();
  await dialog(lead).getByRole('button', { name: 'Klaar' }).click();

  // What is deleted comes back; what somebody says of it hangs on it.
  await lead.getByRole('button', { name: 'Bewerken: Openheid' }).click();
  await lead.getByRole('button', { name: 'Waarde verwijderen' }).click();
  await expect(card(member, 'Openheid')).toHaveCount(0);
  await lead.getByRole('button', { name: 'Terugzetten' }).click();
  await expect(card(member, 'Openheid')).toBeVisible();
  await card(member, 'Openheid')
    .getByRole('button', { name: /Openheid/ })
    .first()
    .click();
  await expectAccessible(member);
  await member.setViewportSize({ width: 390, height: 844 });
  await expectNarrow(member);
  await expectAccessible(member);
});

test('what one values oneself is seen by whom one chose', async ({ enter }) => {
  const [lead, member, third] = await Promise.all([
    enter('lead', 'values'),
    enter('member', 'values'),
    enter('third', 'values'),
  ]);
  await writeOwn(member, 'Vertrouwen', 'Mijn partner');
  await expect(own(member, 'Vertrouwen')).toContainText('Mijn partner');
  await writeOwn(member, 'Ruimte om te falen', 'Iedereen');
  await expect(own(lead, 'Ruimte om te falen')).toContainText('Joris Vermeer');
  await expect(own(third, 'Ruimte om te falen')).toBeVisible();
  for (const page of [lead, third]) await expect(page.locator('[data-own-value]')).toHaveCount(1);

  // What one did not save yet stays; and one may change one's mind on who sees it.
  await panel(member).getByRole('button', { name: 'Opschrijven wat voor jou telt…' }).click();
  await member.keyboard.type('Half een');
  await expectAccessible(member);
  await member.reload();
  await expectSaved(member);
  await panel(member).getByRole('button', { name: 'Opschrijven wat voor jou telt…' }).click();
  await expect(member.getByLabel('Wat telt voor jou?')).toHaveValue('Half een');
  await dialog(member).getByRole('button', { name: 'Annuleren' }).click();
  await own(member, 'Ruimte om te falen')
    .getByRole('button', { name: /^Wijzigen/ })
    .click();
  await dialog(member).getByRole('radio', { name: 'Alleen ik' }).check();
  await dialog(member).getByRole('button', { name: 'Bewaren' }).click();
  await expect(lead.locator('[data-own-value]')).toHaveCount(0);
  await own(member, 'Vertrouwen')
    .getByRole('button', { name: /^Weghalen/ })
    .click();
  await expectAccessible(member);
  await dialog(member).getByRole('button', { name: 'Weghalen' }).click();
  await expect(own(member, 'Vertrouwen')).toHaveCount(0);
});

test('what one asks oneself at a tense moment nobody reads whom one did not choose', async ({ enter }) => {
  const [lead, member, third] = await Promise.all(
    ['lead', 'member', 'third'].map((name) => enter(name, 'values/tension')),
  );
  const belief = (page) => page.getByLabel('Geloven we er nog in?').first();
  await expect(member.getByRole('heading', { level: 1, name: 'Als het spannend wordt' })).toBeVisible();
  await expect(member.getByRole('complementary', { name: 'Jullie waarden' })).toContainText('Volhouden');
  await expectAccessible(member);

  // Nothing is saved without an answer, and nothing typed is lost.
  await member.getByRole('button', { name: 'Bewaren' }).click();
  await expect(member.getByRole('alert')).toContainText('Beantwoord minstens één van de vragen.');
  await belief(member).fill('Ik wel, maar ik ben moe.');
  await member.reload();
  await expectSaved(member);
  await expect(belief(member)).toHaveValue('Ik wel, maar ik ben moe.');
  await expect(member.getByRole('radio', { name: 'Alleen ik' })).toBeChecked();
  await member.getByRole('button', { name: 'Bewaren' }).click();
  const check = (page) => page.locator('[data-check]').filter({ hasText: 'Ik wel, maar ik ben moe.' });
  await expect(check(member)).toContainText('Alleen ik');
  await expect(belief(member)).toHaveValue('');
  for (const page of [lead, third]) {
    await page.reload();
    await expectSaved(page);
    await expect(page.getByText('Je schreef hier nog niets.')).toBeVisible();
    await expect(check(page)).toHaveCount(0);
  }

  // Who leads reads it once one chose that, as it happens; the others do not.
  await check(member)
    .getByRole('button', { name: /^Wijzigen/ })
    .click();
  const form = member.locator('[data-changes]');
  await expect(form.getByLabel('Geloven we er nog in?')).toBeFocused();
  await form.getByRole('radio', { name: 'De trekkers' }).check();
  await expect(form.getByRole('status')).toHaveText('Jij en de trekkers lezen dit, met je naam erbij.');
  await expectAccessible(member);
  await form.getByRole('button', { name: 'Bewaren' }).click();
  await expect(check(lead)).toContainText('Joris Vermeer');
  await expectAccessible(lead);
  await third.reload();
  await expectSaved(third);
  await expect(third.getByText('Je schreef hier nog niets.')).toBeVisible();
  await expect(check(third)).toHaveCount(0);

  await member.setViewportSize({ width: 390, height: 844 });
  await expectNarrow(member);
  await expectAccessible(member);
  await check(member)
    .getByRole('button', { name: /^Weghalen/ })
    .click();
  await dialog(member).getByRole('button', { name: 'Weghalen' }).click();
  await expect(check(member)).toHaveCount(0);
  await expect(check(lead)).toHaveCount(0);
});
