import { expect, expectAccessible, expectSaved, test } from './journey.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const headline = (page) => page.getByRole('textbox', { name: 'De ambitie in één zin' });

test('two people write the ambition at the same time and see each other do it', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  await expect(lead.getByTestId('faces').getByRole('listitem')).toHaveCount(2);

  await statement(lead).press('Control+End');
  await lead.keyboard.press('Enter');
  await lead.keyboard.press('Enter');
  await statement(member).press('Control+Home');
  await Promise.all([
    lead.keyboard.type('Sanne schrijft dit aan het einde.', { delay: 15 }),
    member.keyboard.type('Joris schrijft dit aan het begin. ', { delay: 15 }),
  ]);

  for (const page of [lead, member]) {
    await expect(statement(page)).toContainText('Sanne schrijft dit aan het einde.');
    await expect(statement(page)).toContainText('Joris schrijft dit aan het begin.');
    await expectSaved(page);
  }
  // Each sees where the other is, under the name the server knows them by, in their partner's colour.
  await expect(statement(lead).locator('.others-caret.mark-2')).toHaveAttribute('data-name', 'Joris Vermeer');
  await expect(statement(member).locator('.others-caret.mark-1')).toHaveAttribute('data-name', 'Sanne Mulder');
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);
});

test('as long as nothing is shared, the one sentence stands above every room as it is written', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'canvas')]);
  await headline(lead).fill('Elk gezin leest samen.');
  await expect(member.getByTestId('ambition-line')).toContainText('Elk gezin leest samen.');
  await expect(member.getByTestId('ambition-line')).toContainText('concept');
  await expectSaved(lead);
  await member.reload();
  await expect(member.getByTestId('ambition-line')).toContainText('Elk gezin leest samen.');
});

test('taking back takes back one\'s own words and leaves the others\'', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  await headline(lead).press('Control+End');
  await lead.keyboard.type(' [van Sanne]');
  await expect(headline(member)).toHaveValue(/\[van Sanne\]$/);
  await headline(member).press('Control+Home');
  await member.keyboard.type('[van Joris] ');
  await expect(headline(lead)).toHaveValue(/^\[van Joris\]/);

  await lead.getByRole('button', { name: 'Ongedaan maken' }).click();
  for (const page of [lead, member]) {
    await expect(headline(page)).not.toHaveValue(/van Sanne/);
    await expect(headline(page)).toHaveValue(/^\[van Joris\]/);
  }
  await lead.getByRole('button', { name: 'Opnieuw' }).click();
  await expect(headline(member)).toHaveValue(/\[van Sanne\]$/);
});
