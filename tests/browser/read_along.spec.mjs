import { expect, expectAccessible, pill, test } from './journey.mjs';

test('an observer reads along live and cannot write anywhere', async ({ enter }) => {
  const [lead, observer] = await Promise.all([enter('lead', 'ambition'), enter('observer', 'ambition')]);
  await expect(pill(observer)).toContainText('Verbonden');
  const headline = lead.getByRole('textbox', { name: 'De ambitie in één zin' });
  await headline.press('Control+End');
  await lead.keyboard.type(' Kijk maar.');
  await expect(observer.getByRole('main')).toContainText('Kijk maar.');

  const rooms = [
    { room: 'Ambitie', heading: 'Ambitie' },
    { room: 'Businessmodel', heading: 'Businessmodel', add: /Kaart toevoegen/ },
    { room: 'Rollen', heading: 'Rollen', add: /Eigen rol/ },
    { room: 'Start', heading: /^Goede/ },
  ];
  for (const { room, heading, add } of rooms) {
    await observer.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: room }).click();
    // Of this room, not of the one before; and all of it.
    await expect(observer.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(pill(observer)).toHaveAttribute('data-state', 'saved');
    await expect(observer.getByRole('textbox')).toHaveCount(0);
    await expect(observer.locator('[contenteditable="true"]')).toHaveCount(0);
    if (add) await expect(observer.getByRole('button', { name: add })).toHaveCount(0);
    await expectAccessible(observer);
  }
});
