// Somebody brings a board back to what it was: as an edit like any other, that others see at once and that can be undone.
import { choose, expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';
import { startScript } from './script.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const moments = (page) => page.getByRole('navigation', { name: 'Wie wanneer schreef' }).locator('[data-seq]');
const past = (page) => page.getByTestId('past');
const marked = (page) => page.locator('.commented-on');
const dialog = (page) => page.getByRole('dialog');
const bringBack = (page) => page.getByRole('button', { name: 'Zet deze stand terug…' });

/** Puts words at the end of the text, in a paragraph of their own. */
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

async function select(page, words) {
  await statement(page).evaluate(({ editor }, sought) => {
    let at = -1;
    editor.state.doc.descendants((node, start) => {
      const found = node.isTextblock ? node.textContent.indexOf(sought) : -1;
      if (found >= 0) at = start + 1 + found;
    });
    editor
      .chain()
      .focus()
      .setTextSelection({ from: at, to: at + sought.length })
      .run();
  }, words);
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('what was added goes, a comment stays at its words, and it can be undone', async ({ enter }) => {
      test.setTimeout(300_000);
      const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
      await write(lead, 'Wij lezen elke dag samen voor aan alle kinderen.');
      await select(lead, 'elke dag samen');
      await lead.getByRole('button', { name: 'Opmerking bij de geselecteerde tekst' }).click();
      await lead.getByTestId('comments').getByRole('textbox').fill('Is dat haalbaar?');
      await lead.getByTestId('comments').getByRole('button', { name: 'Plaatsen' }).click();
      await expect(marked(member)).toHaveText('elke dag samen');
      await write(member, 'Dit had er niet bij gemoeten.');
      await expect(statement(lead)).toContainText('Dit had er niet bij gemoeten.');
      await expectSaved(lead);

      // As it is now, there is nothing to bring back; as it was before that, there is.
      await lead.goto(`${lead.url().replace(/[?#].*/, '')}/history`);
      await moments(lead).first().click();
      await expect(past(lead)).toContainText('Dit had er niet bij gemoeten.');
      await expect(bringBack(lead)).toHaveCount(0);
      if (where === 'on a phone') await lead.getByRole('link', { name: 'Eerder', exact: true }).click();
      else await moments(lead).nth(1).click();
      await expect(past(lead)).not.toContainText('Dit had er niet bij gemoeten.');
      await expect(past(lead)).toContainText('Wij lezen elke dag samen voor');
      await expectAccessible(lead);
      await bringBack(lead).click();
      await expect(dialog(lead)).toContainText('Er gaat niets verloren');
      await expectAccessible(lead);
      await dialog(lead).getByRole('button', { name: 'Terugzetten', exact: true }).click();

      // Both are in the room and see the same; the comment is where it was.
      await expect(lead.getByRole('heading', { level: 1, name: 'Ambitie' })).toBeVisible();
      await expect(lead.getByText('Het staat er weer zoals toen.')).toBeVisible();
      for (const page of [lead, member]) {
        await expect(statement(page)).not.toContainText('Dit had er niet bij gemoeten.');
        await expect(marked(page)).toHaveText('elke dag samen');
      }

      // In the toast; the room has a button of that name for one's own words.
      await lead.getByText('Ongedaan maken', { exact: true }).click();
      await expect(lead.getByText('Het terugzetten is ongedaan gemaakt.')).toBeVisible();
      for (const page of [lead, member]) {
        await expect(statement(page)).toContainText('Dit had er niet bij gemoeten.');
        await expect(marked(page)).toHaveText('elke dag samen');
      }
      await expectAccessible(member);
      await expectNarrow(lead);
    });
  });
}

test('who only looks along sees what it was, and changes nothing', async ({ enter, server }) => {
  const script = await startScript(server, 'member');
  const { notes } = await script.call('GET', `${script.board('canvas')}/content`);
  await script.call('POST', `${script.board('canvas')}/notes`, { block: 'channels', text: 'Later' });
  expect(notes.length).toBeGreaterThan(0);
  const observer = await enter('observer', 'canvas');
  await choose(observer, 'Geschiedenis');
  await moments(observer).last().click();
  await expect(past(observer)).not.toContainText('Later');
  await expect(bringBack(observer)).toHaveCount(0);
});
