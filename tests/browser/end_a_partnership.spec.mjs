import { caretToEnd, expect, expectAccessible, expectSaved, test } from './journey.mjs';

const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
const ending = (page) => page.getByRole('region', { name: 'Is het klaar?' });

test('partners agree that it is done, everybody reads what they wrote, and a lead takes it up again', async ({
  enter,
}) => {
  const [lead, member, third] = await Promise.all([enter('lead', 'settings'), enter('member'), enter('third')]);
  await lead.getByLabel('Waarom nu?').fill('De taalhuizen draaien zonder ons.');
  await lead.getByRole('button', { name: 'Vraag alle partners' }).click();

  // It stands on the others' Home, in windows that were open all the while.
  for (const page of [member, third]) await expect(ending(page)).toContainText('De taalhuizen draaien zonder ons.');
  await expectAccessible(member);
  await expect(ending(lead).getByRole('button', { name: 'Afronden', exact: true })).toHaveCount(0);
  await member.getByRole('button', { name: /^Ja, namens/ }).click();
  await third.getByRole('button', { name: 'Nog niet' }).click();
  await expect(ending(lead).getByRole('listitem').filter({ hasText: 'Nog niet' })).toHaveCount(1);
  await lead.getByRole('button', { name: /^Ja, namens/ }).click();
  await third.getByRole('button', { name: /^Ja, namens/ }).click();
  await expectAccessible(lead);

  // Somebody is writing in another window when it is concluded: what they wrote is there, and they write no more.
  const writer = await enter('member', 'ambition');
  await caretToEnd(statement(writer));
  await writer.keyboard.type(' En dit blijft.');
  await expectSaved(writer);
  await ending(lead).getByRole('button', { name: 'Afronden' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Afronden' }).click();
  for (const page of [lead, member, writer])
    await expect(page.getByText('Alles blijft te lezen.').first()).toBeVisible();
  await expect(writer.getByText('En dit blijft.')).toBeVisible();
  await expect(statement(writer)).toHaveCount(0);
  await expectAccessible(writer);
  await expect(member.getByRole('button', { name: 'Heropenen' })).toHaveCount(0);

  await lead.getByRole('button', { name: 'Naar het archief' }).click();
  await lead.goto('/');
  await lead.getByText('Archief (1)').click();
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'Taal in het gezin' }).click();
  await lead.getByRole('button', { name: 'Heropenen' }).click();

  // And the one who was writing goes on where they were.
  await caretToEnd(statement(writer));
  await writer.keyboard.type(' En weer verder.');
  await expectSaved(writer);
});
