// What each person wants with it counts as much as what partners want: seen by whom they choose, and joined to the text.
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const dialog = (page) => page.getByRole('dialog');
const panel = (page) => page.getByRole('region', { name: 'Wat wil jij ermee?' });
const margin = (page) => page.getByRole('region', { name: 'Waar deze tekst antwoord op geeft' });
const written = (page, words) => page.locator('[data-ambition]').filter({ hasText: words });

const OWN = 'Zelf weer eens voorlezen.';
const SHARED = 'Leren praten met ouders die niet lezen.';
const SENTENCE = 'Leerkrachten leren met ouders praten.';

async function writeDown(page, { words, circle, kind, look = async () => {} }) {
  await panel(page).getByRole('button', { name: 'Opschrijven wat jij wilt…' }).click();
  await expect(page.getByLabel('Wat wil je bereiken, leren of meemaken?')).toBeFocused();
  await page.keyboard.type(words);
  await dialog(page).getByRole('radio', { name: circle }).check();
  await dialog(page).getByRole('radio', { name: kind }).check();
  await look();
  await dialog(page).getByRole('button', { name: 'Opschrijven' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(written(page, words)).toBeVisible();
}

/** Puts a sentence at the end of the text, in a paragraph of its own. */
async function write(page, words) {
  await statement(page).evaluate(
    ({ editor }, text) =>
      editor
        .chain()
        .focus('end')
        .insertContent({ type: 'paragraph', content: [{ type: 'text', text }] })
        .run(),
    words,
  );
  await expectSaved(page);
}

/** Selects words; or takes away the paragraph in which they stand. */
async function select(page, words, remove = false) {
  await statement(page).evaluate(
    ({ editor }, [sought, removes]) => {
      let span = null;
      editor.state.doc.descendants((node, start) => {
        const at = node.isTextblock ? node.textContent.indexOf(sought) : -1;
        if (at < 0) return;
        const from = start + 1 + at;
        span = removes ? { from: start, to: start + node.nodeSize } : { from, to: from + sought.length };
      });
      if (span === null) throw new Error(`${sought} is not there`);
      const chain = editor.chain().focus();
      if (removes) chain.deleteRange(span).run();
      else chain.setTextSelection(span).run();
    },
    [words, remove],
  );
  // The editor takes the focus a moment later, and what is typed before goes nowhere.
  await expect(statement(page)).toBeFocused();
}

test('what one wants is seen by whom one chose, and is found in the text as long as it stands there', async ({
  enter,
}) => {
  test.setTimeout(400_000);
  const [member, lead, observer] = await Promise.all([
    enter('member', 'ambition'),
    enter('lead', 'ambition'),
    enter('observer', 'ambition'),
  ]);
  await expect(panel(member)).toContainText('Je schreef nog niets op.');
  await expectAccessible(member);
  // Who only looks along is shown nothing of it.
  await expect(observer.getByRole('heading', { level: 1, name: 'Ambitie' })).toBeVisible();
  await expect(panel(observer)).toHaveCount(0);
  await expect(observer.getByRole('link', { name: 'Hoe ieder ernaar kijkt' })).toHaveCount(0);

  // Who will see it is said before it is saved. One of the partner's own stays there.
  await writeDown(member, {
    words: OWN,
    circle: 'Mijn partner',
    kind: 'Persoonlijk',
    look: async () => {
      const seen = dialog(member).getByRole('status');
      await expect(seen).toHaveText('Jij en wie met jou namens Scholengroep De Brug meedoet, zien wat je hier schrijft.');
      await expectAccessible(member);
    },
  });
  await expect(written(member, OWN)).toContainText('Mijn partner');
  // One for all comes to somebody of another partner at once, and the other never does.
  await writeDown(member, { words: SHARED, circle: 'Iedereen', kind: 'In mijn vak' });
  await expect(written(lead, SHARED)).toContainText('Joris Vermeer');
  await expect(written(lead, SHARED)).toContainText('Nog niet gekoppeld aan de tekst');
  await expect(lead.locator('[data-ambition]')).toHaveCount(1);
  await expect(panel(member)).toContainText('Nog niets van Scholengroep De Brug in de tekst');
  await Promise.all([expectAccessible(member), expectAccessible(lead)]);

  // What one typed and did not save is still there after a reload.
  await panel(member).getByRole('button', { name: 'Opschrijven wat jij wilt…' }).click();
  await member.keyboard.type('Half een zin');
  await member.reload();
  await expectSaved(member);
  await panel(member).getByRole('button', { name: 'Opschrijven wat jij wilt…' }).click();
  await expect(member.getByLabel('Wat wil je bereiken, leren of meemaken?')).toHaveValue('Half een zin');
  await dialog(member).getByRole('button', { name: 'Annuleren' }).click();

  // It is joined to words in the text, and stands in the margin beside their paragraph for both.
  await write(lead, SENTENCE);
  await expect(statement(member)).toContainText(SENTENCE);
  await panel(member)
    .getByRole('button', { name: `Koppel aan een passage: ${SHARED}` })
    .click();
  const bar = member.getByTestId('linking');
  await expect(statement(member)).toBeFocused();
  await bar.getByRole('button', { name: 'Koppelen' }).click();
  await expect(bar.getByRole('alert')).toContainText('Er zijn nog geen woorden geselecteerd.');
  await select(member, 'met ouders praten');
  await expect(bar).toContainText('Geselecteerd: ‘met ouders praten’');
  await expectAccessible(member);
  await member.keyboard.press('Control+Enter');
  await expect(bar).toHaveCount(0);
  for (const page of [member, lead]) {
    await expect(margin(page).getByRole('button')).toHaveCount(1);
    await expect(margin(page).getByRole('button')).toContainText(SHARED);
    await expect(written(page, SHARED).locator('[data-passage=there]')).toContainText('‘met ouders praten’');
  }
  const beside = await margin(lead).getByRole('button').boundingBox();
  const paragraph = await statement(lead).locator('p').filter({ hasText: 'Leerkrachten leren' }).boundingBox();
  expect(Math.abs(beside.y - paragraph.y)).toBeLessThan(12);
  await expect(panel(member)).toContainText('1 van 2 in de tekst');
  await expect(panel(lead)).toContainText('1 van 1 in de tekst');
  await expect(panel(lead)).toContainText('Nog niets van Zorggroep Maas in de tekst');
  await expect(panel(lead)).not.toContainText('Nog niets van Scholengroep De Brug');
  await Promise.all([expectAccessible(member), expectAccessible(lead)]);

  // The mark opens it.
  await margin(lead).getByRole('button').click();
  await expect(dialog(lead)).toContainText('In het vak, van Joris Vermeer');
  await expectAccessible(lead);
  await dialog(lead).getByRole('button', { name: 'Sluiten' }).last().click();

  // What is written around it leaves it where it was.
  await select(lead, 'Leerkrachten');
  await lead.keyboard.type('Alle leerkrachten');
  await expect(written(member, SHARED).locator('[data-passage=there]')).toContainText('‘met ouders praten’');

  // On a phone it says itself where it is.
  await member.setViewportSize({ width: 390, height: 844 });
  await expect(margin(member)).toBeHidden();
  await expectNarrow(member);
  await expectAccessible(member);
  await written(member, SHARED)
    .getByRole('button', { name: /^Ga naar de passage/ })
    .click();
  await expect(statement(member)).toBeFocused();
  const selected = await member.evaluate(() => document.getSelection().toString());
  expect(selected).toBe('met ouders praten');
  await expect(statement(member).getByText('met ouders praten')).toBeInViewport();
  await member.setViewportSize({ width: 1440, height: 900 });

  // The paragraph goes: nothing points anywhere, and who wrote it is asked to join it again.
  await select(lead, 'met ouders praten', true);
  for (const page of [member, lead]) await expect(margin(page).getByRole('button')).toHaveCount(0);
  const gone = written(member, SHARED).locator('[data-passage=gone]');
  await expect(gone).toContainText('De tekst is weg: koppel opnieuw.');
  await expect(gone).toContainText('‘met ouders praten’');
  await expect(written(lead, SHARED)).toContainText('Deze tekst staat er niet meer.');
  await expect(written(lead, SHARED).getByRole('button')).toHaveCount(0);
  await Promise.all([expectAccessible(member), expectAccessible(lead)]);
  await gone.getByRole('button', { name: /^Koppel opnieuw/ }).click();
  await select(member, 'Een kind');
  await bar.getByRole('button', { name: 'Koppelen' }).click();
  await expect(margin(lead).getByRole('button')).toContainText(SHARED);
  await expect(written(member, SHARED).locator('[data-passage]')).toHaveCount(1);

  // Taken apart and back; kept to oneself, it is gone for the other; and taken away.
  await written(member, SHARED)
    .getByRole('button', { name: /^Loskoppelen/ })
    .click();
  await expect(margin(lead).getByRole('button')).toHaveCount(0);
  await member.getByText('Ongedaan maken', { exact: true }).click();
  await expect(margin(lead).getByRole('button')).toHaveCount(1);
  await written(member, SHARED)
    .getByRole('button', { name: /^Wijzigen/ })
    .click();
  await dialog(member).getByRole('radio', { name: 'Alleen ik' }).check();
  await expect(dialog(member).getByRole('status')).toHaveText('Alleen jij ziet wat je hier schrijft.');
  await dialog(member).getByRole('button', { name: 'Bewaren' }).click();
  await expect(lead.locator('[data-ambition]')).toHaveCount(0);
  await expect(margin(lead).getByRole('button')).toHaveCount(0);
  await written(member, OWN)
    .getByRole('button', { name: /^Weghalen/ })
    .click();
  await expectAccessible(member);
  await dialog(member).getByRole('button', { name: 'Weghalen' }).click();
  await expect(written(member, OWN)).toHaveCount(0);
});

test('another sentence typed over the linked one is not what one wanted, and who types it back has it back', async ({ enter }) => {
  const OTHER = 'Laat ieder kind buiten spelen en lopen.';
  const page = await enter('member', 'ambition');
  await write(page, SENTENCE);
  await writeDown(page, { words: SHARED, circle: 'Iedereen', kind: 'In mijn vak' });
  await panel(page)
    .getByRole('button', { name: `Koppel aan een passage: ${SHARED}` })
    .click();
  await select(page, SENTENCE);
  await page.getByTestId('linking').getByRole('button', { name: 'Koppelen' }).click();
  await expect(margin(page).getByRole('button')).toContainText(SHARED);

  // A word more, and a letter corrected, leave it where it is.
  await select(page, 'met ouders praten');
  await page.keyboard.type('weer met oudres praten');
  await expect(written(page, SHARED).locator('[data-passage=there]')).toContainText('weer met oudres praten');

  // Both begin and end with the same letter: the shared text keeps those, and the passage must not live on between them.
  await select(page, 'Leerkrachten leren weer met oudres praten.');
  await page.keyboard.type(OTHER);
  const gone = written(page, SHARED).locator('[data-passage=gone]');
  await expect(gone).toContainText('De tekst is weg: koppel opnieuw.');
  await expect(margin(page).getByRole('button')).toHaveCount(0);
  await expect(panel(page)).toContainText('Nog niets van Scholengroep De Brug in de tekst');
  await expectSaved(page);
  await page.reload();
  await expect(gone).toContainText(`‘${SENTENCE}’`);
  await select(page, OTHER);
  await page.keyboard.type(SENTENCE);
  await expect(written(page, SHARED).locator('[data-passage=there]')).toContainText(SENTENCE);
});

test('the same that is changed in two windows is shown twice, and nothing is lost', async ({ enter }) => {
  const [one, other] = await Promise.all([enter('member', 'ambition'), enter('member', 'ambition')]);
  await writeDown(one, { words: 'Leren', circle: 'Alleen ik', kind: 'Persoonlijk' });
  await expect(written(other, 'Leren')).toBeVisible();
  const words = (page) => page.getByLabel('Wat wil je bereiken, leren of meemaken?');
  for (const page of [one, other]) await page.getByRole('button', { name: 'Wijzigen: Leren' }).click();
  await words(one).fill('Samen leren');
  await dialog(one).getByRole('button', { name: 'Bewaren' }).click();
  await expect(dialog(one)).toHaveCount(0);
  await words(other).fill('Anders leren');
  await dialog(other).getByRole('button', { name: 'Bewaren' }).click();
  await expect(dialog(other).getByRole('alert')).toContainText('Samen leren');
  await expect(words(other)).toHaveValue('Anders leren');
  await expectAccessible(other);
  await dialog(other).getByRole('button', { name: 'Toch deze versie bewaren' }).click();
  await expect(written(one, 'Anders leren')).toBeVisible();
});
