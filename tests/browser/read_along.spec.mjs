import { expect, expectAccessible, pill, test } from './journey.mjs';

test('an observer reads along live and cannot write anywhere', async ({ enter }) => {
  const [lead, observer] = await Promise.all([enter('lead', 'ambition'), enter('observer', 'ambition')]);
  await expect(pill(observer)).toContainText('Verbonden');
  const headline = lead.getByRole('textbox', { name: 'De ambitie in één zin' });
  await headline.press('Control+End');
  await lead.keyboard.type(' Kijk maar.');
  await expect(observer.getByRole('main')).toContainText('Kijk maar.');

  for (const [room, add] of [['Ambitie', null], ['Businessmodel', /Kaart toevoegen/], ['Rollen', /Eigen rol/], ['Start', null]]) {
    await observer.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: room }).click();
    await expect(observer.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(observer.getByRole('textbox')).toHaveCount(0);
    await expect(observer.locator('[contenteditable="true"]')).toHaveCount(0);
    if (add) await expect(observer.getByRole('button', { name: add })).toHaveCount(0);
    await expectAccessible(observer);
    await expect(pill(observer)).toHaveAttribute('data-state', 'saved');
  }
});
