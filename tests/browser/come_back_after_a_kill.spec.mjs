import { caretToEnd, caretToStart, expect, expectAccessible, expectSaved, pill, test } from './journey.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });

/** What is written, without the carets of others. */
const paragraphs = (page) =>
  statement(page).evaluate((editor) => {
    const copy = editor.cloneNode(true);
    for (const caret of copy.querySelectorAll('.others-caret')) caret.remove();
    return [...copy.children].map((element) => element.textContent.replaceAll('\u2060', ''));
  });

test('the server is killed in the middle of typing, and nothing anybody saw is gone', async ({ enter, server }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  await caretToEnd(statement(lead));
  await caretToStart(statement(member));
  const bothType = (hers, his) =>
    Promise.all([lead.keyboard.type(hers, { delay: 40 }), member.keyboard.type(his, { delay: 40 })]);
  await bothType(' Dit typt Sanne', 'Dit typt Joris');
  await expect(statement(member)).toContainText('Dit typt Sanne');
  await expect(statement(lead)).toContainText('Dit typt Joris');
  await Promise.all([bothType(' terwijl de server valt', ' terwijl de server valt'), server.kill()]);

  // The pill is truthful: what was typed since waits, and how much is said.
  for (const page of [lead, member]) await expect(pill(page)).toHaveAttribute('data-state', 'offline');
  await bothType(' en weer opstaat.', ' en weer opstaat. ');
  for (const page of [lead, member]) {
    await expect(pill(page)).toContainText(/Niet verbonden, .* wacht/);
    expect(Number(await pill(page).getAttribute('data-waiting'))).toBeGreaterThan(0);
  }
  await expectAccessible(lead);
  const seenByMember = await statement(member).innerText();

  await server.start();
  for (const page of [lead, member]) {
    await expect(statement(page)).toContainText('Dit typt Sanne terwijl de server valt en weer opstaat.');
    await expect(statement(page)).toContainText('Dit typt Joris terwijl de server valt en weer opstaat.');
    await expectSaved(page);
  }
  // What he had seen of hers before is still part of it, and a third who comes now sees the same.
  const prefix = seenByMember.match(/Dit typt Sanne[^\n]*/)?.[0].trimEnd();
  expect(prefix).toBeTruthy();
  await expect(statement(lead)).toContainText(prefix);
  const third = await enter('third', 'ambition');
  for (const page of [lead, member, third]) {
    await expect.poll(() => paragraphs(page)).toEqual(await paragraphs(lead));
  }
});

test('a window that was closed while the server was away has forgotten nothing', async ({ enter, server }) => {
  const lead = await enter('lead', 'ambition');
  await server.kill();
  await expect(pill(lead)).toHaveAttribute('data-state', 'offline');
  await caretToEnd(statement(lead));
  await lead.keyboard.type(' Getypt en weggeklikt.');
  await expect(pill(lead)).not.toHaveAttribute('data-waiting', '0');
  await expect(pill(lead)).toHaveAttribute('data-kept', 'true');
  const [context, address] = [lead.context(), lead.url()];
  await lead.close({ runBeforeUnload: true });
  await expect.poll(() => lead.isClosed()).toBe(true);

  await server.start();
  const later = await context.newPage();
  await later.goto(address);
  await expectSaved(later);
  await expect(statement(later)).toContainText('Getypt en weggeklikt.');
});

test('going to another room while the server is away keeps the frame, and what waits', async ({ enter, server }) => {
  const lead = await enter('lead', 'ambition');
  await caretToEnd(statement(lead));
  await server.kill();
  await expect(pill(lead)).toHaveAttribute('data-state', 'offline');
  await lead.keyboard.type(' Getypt tijdens de storing.');
  await lead.getByRole('link', { name: 'Businessmodel', exact: true }).click();
  await expect(lead.getByText('Deze kamer opent vanzelf zodra de verbinding terug is.')).toBeVisible();
  await expect(pill(lead)).toContainText(/Niet verbonden, .* wacht/);
  await lead.getByRole('link', { name: 'Start', exact: true }).click();
  await expect(pill(lead)).toContainText(/Niet verbonden, .* wacht/);

  await server.start();
  await expectSaved(lead);
  await expect(lead.getByRole('heading', { name: 'Jij bent aan zet' })).toBeVisible();
  await lead.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: 'Ambitie' }).click();
  await expect(statement(lead)).toContainText('Getypt tijdens de storing.');
});
