import { expect, expectAccessible, expectSaved, test } from './journey.mjs';

const panel = (page) => page.getByTestId('comments');
const thread = (page, quote) => panel(page).getByRole('article', { name: `Gesprek over: ${quote}` });
const field = (page) => panel(page).getByRole('textbox');
const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const marked = (page) => page.locator('.commented-on');

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

/** Selects words, and deletes or replaces them when others are given. */
async function select(page, words, others = null) {
  await statement(page).evaluate(
    ({ editor }, [sought, text]) => {
      let at = -1;
      editor.state.doc.descendants((node, start) => {
        const found = node.isTextblock ? node.textContent.indexOf(sought) : -1;
        if (found >= 0) at = start + 1 + found;
      });
      if (at < 0) throw new Error(`${sought} is not there`);
      const chain = editor
        .chain()
        .focus()
        .setTextSelection({ from: at, to: at + sought.length });
      if (text === null) chain.run();
      else if (text === '') chain.deleteSelection().run();
      else chain.insertContent(text).run();
    },
    [words, others],
  );
}

test('two people talk about a passage, which moves with the text and is remembered when it is gone', async ({
  enter,
}) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  await write(lead, 'Wij lezen elke dag samen voor aan alle kinderen.');
  await select(lead, 'elke dag samen');
  await lead.getByRole('button', { name: 'Opmerking bij de geselecteerde tekst' }).click();
  await expect(field(lead)).toBeFocused();
  await lead.keyboard.type('Is dat haalbaar, @jo');
  await expect(panel(lead).getByRole('option')).toHaveText(/Joris Vermeer/);
  await expectAccessible(lead);
  await lead.keyboard.press('Enter');
  await lead.keyboard.type('denk je?');
  await panel(lead).getByRole('button', { name: 'Plaatsen' }).click();
  await expect(thread(lead, 'elke dag samen')).toContainText('Is dat haalbaar, @Joris Vermeer denk je?');

  // The other sees it at once, marked in the text; and answers.
  await expect(marked(member)).toHaveText('elke dag samen');
  await member.getByRole('button', { name: /^Opmerkingen/ }).click();
  await thread(member, 'elke dag samen').getByRole('button', { name: 'Antwoorden' }).click();
  await field(member).fill('Met hulp van ouders wel.');
  await field(member).press('Control+Enter');
  await expect(thread(lead, 'elke dag samen')).toContainText('Met hulp van ouders wel.');
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);

  // What is written around it by the other leaves it where it was.
  await select(member, 'Wij lezen', 'In onze wijken lezen wij');
  // Between that and what follows stands the caret of who wrote it.
  await expect(statement(lead)).toContainText('In onze wijken lezen wij');
  for (const page of [lead, member]) await expect(marked(page)).toHaveText('elke dag samen');

  // Deleted: what was said stays, with what it was about.
  await select(member, 'elke dag samen ', '');
  for (const page of [lead, member]) {
    await expect(marked(page)).toHaveCount(0);
    await expect(thread(page, 'elke dag samen')).toContainText('Dit staat er niet meer.');
    await expect(thread(page, 'elke dag samen')).toContainText('Met hulp van ouders wel.');
  }
  await expectAccessible(lead);

  await thread(lead, 'elke dag samen').getByRole('button', { name: 'Afronden' }).click();
  await expect(thread(member, 'elke dag samen')).toHaveCount(0);
  await panel(member).getByRole('button', { name: 'Afgerond', exact: true }).click();
  await expect(thread(member, 'elke dag samen')).toContainText('Afgerond door Sanne Mulder');
  await expectAccessible(member);
});

test('a card and a role show how much is said about them, and an observer reads it', async ({ enter }) => {
  const [lead, observer] = await Promise.all([enter('lead', 'canvas'), enter('observer', 'canvas')]);
  const card = (page) => page.locator('[data-note]').first();
  const text = (await card(lead).getAttribute('aria-label')) ?? '';
  await expect(card(observer).getByRole('button')).toHaveCount(0);
  await card(lead)
    .getByRole('button', { name: /^Opmerking maken over/ })
    .click();
  await field(lead).fill('Wie pakt dit op?');
  await panel(lead).getByRole('button', { name: 'Plaatsen' }).click();
  await card(observer)
    .getByRole('button', { name: `1 opmerking over: ${text}` })
    .click();
  await expect(thread(observer, text)).toContainText('Wie pakt dit op?');
  await expect(field(observer)).toHaveCount(0);
  await expectAccessible(observer);

  // Its words are changed and taken back by whoever said them.
  await thread(lead, text).getByRole('button', { name: 'Opmerking wijzigen' }).click();
  await field(lead).fill('Wie pakt dit samen op?');
  await panel(lead).getByRole('button', { name: 'Bewaren' }).click();
  await expect(thread(observer, text)).toContainText('gewijzigd');
  await thread(lead, text).getByRole('button', { name: 'Opmerking verwijderen' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Opmerking verwijderen' }).click();
  await expect(thread(observer, text)).toHaveCount(0);

  await lead.getByRole('navigation').getByRole('link', { name: 'Rollen' }).click();
  const role = lead.locator('[data-role]').first();
  await role.getByRole('button', { name: /^Opmerking maken over/ }).click();
  await field(lead).fill('Hoeveel uur is dit?');
  await field(lead).press('Control+Enter');
  await expect(role.getByRole('button', { name: /^1 opmerking over/ })).toBeVisible();
  await expectAccessible(lead);
});

test('what is not sent yet survives a refusal and a reload', async ({ enter }) => {
  const lead = await enter('lead', 'canvas');
  const card = lead.locator('[data-note]').first();
  await card.getByRole('button', { name: /^Opmerking maken over/ }).click();
  await field(lead).fill('Hier dacht ik lang over na.');
  await lead.route('**/threads', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await panel(lead).getByRole('button', { name: 'Plaatsen' }).click();
  await expect(panel(lead).getByRole('alert')).toContainText('Niet verstuurd');
  await expect(field(lead)).toHaveValue('Hier dacht ik lang over na.');
  await expectAccessible(lead);
  await lead.unroute('**/threads');
  await lead.reload();
  await expect(field(lead)).toHaveValue('Hier dacht ik lang over na.');
  await panel(lead).getByRole('button', { name: 'Plaatsen' }).click();
  await expect(panel(lead).getByRole('article')).toContainText('Hier dacht ik lang over na.');
  await lead.reload();
  await expect(card.getByRole('button', { name: /^1 opmerking over/ })).toBeVisible();
  await expect(panel(lead)).toHaveCount(0);
});
