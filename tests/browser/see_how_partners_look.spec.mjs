// Before partners write together they see how each looks at the challenge, side by side, and where they touch.
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const dialog = (page) => page.getByRole('dialog');
const column = (page, name) => page.getByRole('article', { name, exact: true });
const overlap = (page, number) => page.locator(`[data-overlap="${number}"]`);
const marked = (page, name) => column(page, name).locator('mark');
const seeing = (page) => page.getByLabel('Hoe zien jullie de opgave?');
const doing = (page) => page.getByLabel('Wat doen jullie er al aan?');

const LIBRARY = 'Bibliotheek Zuid';
const SCHOOL = 'Scholengroep De Brug';

async function say(page, { sees, does, urgency }) {
  await page.getByRole('button', { name: 'Opschrijven hoe wij het zien…' }).click();
  await expect(seeing(page)).toBeFocused();
  await seeing(page).fill(sees);
  await doing(page).fill(does);
  await dialog(page).getByRole('radio', { name: urgency }).check();
  await dialog(page).getByRole('button', { name: 'Bewaren' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

/** Selects words in what somebody wrote, as a mouse does. */
async function select(text, words) {
  await text.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(sought);
      if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + sought.length);
    }
    throw new Error(`${sought} is not there`);
  }, words);
}

test('partners write at once how they see it, and mark where they touch', async ({ enter }) => {
  test.setTimeout(400_000);
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition/views')]);
  await lead.getByRole('link', { name: 'Hoe ieder ernaar kijkt' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: 'Hoe ieder ernaar kijkt' })).toBeVisible();
  await expect(column(lead, SCHOOL)).toContainText('Scholengroep De Brug schreef hier nog niets.');
  await expectAccessible(lead);

  // Both write at the same time, each for their own partner.
  await Promise.all([
    say(lead, {
      sees: 'Ouders komen niet binnen: de drempel is te hoog.',
      does: 'Voorleesochtenden.',
      urgency: '3 is belangrijk',
    }),
    say(member, {
      sees: 'Ouders durven er niet over te beginnen.\nKinderen kennen te weinig woorden.',
      does: 'Een taalklas.',
      urgency: '5 kan niet wachten',
    }),
  ]);
  for (const page of [lead, member]) {
    await expect(column(page, LIBRARY)).toContainText('de drempel is te hoog');
    await expect(column(page, LIBRARY)).toContainText('3 van 5: is belangrijk');
    await expect(column(page, SCHOOL)).toContainText('5 van 5: kan niet wachten');
    await expect(page.getByRole('region', { name: 'Hoe dringend is het voor ieder?' })).toContainText(
      /kan niet wachten\s*Scholengroep De Brug/,
    );
  }
  await expect(column(lead, SCHOOL).getByRole('button')).toHaveCount(0);
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);

  // Words in one view, and those of another: that is where they touch.
  await select(column(lead, LIBRARY).locator('[data-words-of]').first(), 'de drempel is te hoog');
  const bar = lead.getByRole('region', { name: 'Geselecteerde woorden' });
  await expect(bar).toContainText('Van Bibliotheek Zuid: ‘de drempel is te hoog’');
  await expectAccessible(lead);
  await bar.getByRole('button', { name: 'Hier raken we elkaar…' }).click();
  await expect(lead.getByLabel('Woorden van Bibliotheek Zuid')).toHaveValue('de drempel is te hoog');
  await lead.getByLabel('Waar raken jullie elkaar?').fill('De eerste stap is voor ouders te groot');
  await dialog(lead).getByRole('button', { name: 'Vastleggen' }).click();
  await expect(dialog(lead)).toContainText('Kies twee of meer verschillende partners.');
  await expectAccessible(lead);
  await dialog(lead).getByRole('checkbox', { name: SCHOOL }).check();
  await select(dialog(lead).locator('[data-words-of]').last(), 'taalklas');
  await expect(lead.getByLabel('Woorden van Scholengroep De Brug')).toHaveValue('taalklas');
  // Or typed, by who has no mouse.
  await lead.getByLabel('Woorden van Scholengroep De Brug').fill('Ouders zijn bang');
  await expect(dialog(lead)).toContainText('Zo staan deze woorden er niet.');
  await lead.getByLabel('Woorden van Scholengroep De Brug').fill('durven er niet over te beginnen');
  await expect(dialog(lead)).not.toContainText('Zo staan deze woorden er niet.');
  await dialog(lead).getByRole('button', { name: 'Vastleggen' }).click();
  for (const page of [lead, member]) {
    await expect(overlap(page, 1)).toContainText('De eerste stap is voor ouders te groot');
    await expect(marked(page, LIBRARY)).toContainText('de drempel is te hoog');
    await expect(marked(page, SCHOOL)).toContainText('durven er niet over te beginnen');
    await expect(overlap(page, 1)).not.toContainText('Staat er niet meer zo');
  }
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);

  // Words that do not stand there any more are still in the list, and marked nowhere.
  await member.getByRole('button', { name: `Wijzigen hoe ${SCHOOL} het ziet` }).click();
  await seeing(member).fill('Kinderen kennen te weinig woorden.');
  await dialog(member).getByRole('button', { name: 'Bewaren' }).click();
  await expect(marked(lead, SCHOOL)).toHaveCount(0);
  await expect(overlap(lead, 1)).toContainText('‘durven er niet over te beginnen’');
  await expect(overlap(lead, 1)).toContainText('Staat er niet meer zo');
  await expect(marked(lead, LIBRARY)).toHaveCount(1);

  // On a phone they stand below each other.
  await lead.setViewportSize({ width: 390, height: 844 });
  await expectNarrow(lead);
  await expectAccessible(lead);
  const [first, second] = await Promise.all([LIBRARY, SCHOOL].map((name) => column(lead, name).boundingBox()));
  expect(second.y).toBeGreaterThan(first.y + first.height);

  // Anybody who takes part takes a mark away.
  await member.getByRole('button', { name: /^Raakpunt weghalen/ }).click();
  await expectAccessible(member);
  await dialog(member).getByRole('button', { name: 'Weghalen' }).click();
  await expect(overlap(lead, 1)).toHaveCount(0);
  await expect(marked(lead, LIBRARY)).toHaveCount(0);

  // Who only looks along is not shown it.
  const observer = await enter('observer', 'ambition');
  await expect(observer.getByRole('heading', { level: 1, name: 'Ambitie' })).toBeVisible();
  await expect(observer.getByRole('link', { name: 'Hoe ieder ernaar kijkt' })).toHaveCount(0);
});

test('two of the same partner who write at once both see what the other meant', async ({ enter }) => {
  test.setTimeout(400_000);
  const [one, other] = await Promise.all([enter('member', 'ambition/views'), enter('member', 'ambition/views')]);
  await other.getByRole('button', { name: 'Opschrijven hoe wij het zien…' }).click();
  await seeing(other).fill('Wij zien te weinig woorden.');
  await say(one, { sees: 'Wij zien te veel haast.', does: 'Een taalklas.', urgency: '2 heeft nog tijd' });

  await dialog(other).getByRole('button', { name: 'Bewaren' }).click();
  await expect(dialog(other).getByRole('alert')).toContainText('Wij zien te veel haast.');
  await expect(dialog(other).getByRole('alert')).toContainText('2 van 5: heeft nog tijd');
  await expect(seeing(other)).toHaveValue('Wij zien te weinig woorden.');
  // What one did not touch is as the other left it.
  await expect(doing(other)).toHaveValue('Een taalklas.');
  await expectAccessible(other);

  // A reload takes nothing away.
  await other.reload();
  await expectSaved(other);
  await other.getByRole('button', { name: `Wijzigen hoe ${SCHOOL} het ziet` }).click();
  await expect(seeing(other)).toHaveValue('Wij zien te weinig woorden.');
  await dialog(other).getByRole('button', { name: /bewaren$/i }).click();
  await expect(column(one, SCHOOL)).toContainText('Wij zien te weinig woorden.');
  await expect(column(one, SCHOOL)).toContainText('Een taalklas.');
});
