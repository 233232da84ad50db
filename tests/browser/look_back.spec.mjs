import { choose, expect, expectAccessible, expectSaved, test } from './journey.mjs';
import { startScript } from './script.mjs';

const timeline = (page) => page.getByRole('navigation', { name: 'Wie wanneer schreef' });
const past = (page) => page.getByTestId('past');

async function addCard(page, name, text) {
  await page.getByRole('button', { name: `Kaart toevoegen bij ${name}` }).click();
  await page.getByRole('textbox', { name: 'Tekst van de kaart' }).fill(text);
  await page.keyboard.press('Enter');
  await expectSaved(page);
}

/** Lead, member and lead again each lay a card: three lines of the timeline. */
async function layThreeCards(lead, member) {
  await addCard(lead, 'Kanalen', 'Eerst Sanne');
  await addCard(member, 'Kanalen', 'Toen Joris');
  await addCard(lead, 'Kanalen', 'Daarna Sanne weer');
}

test('somebody looks back at who wrote when, and at the board as it was then', async ({ enter }) => {
  const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  await layThreeCards(lead, member);
  await choose(member, 'Geschiedenis');
  await expect(member.getByRole('heading', { level: 1 })).toHaveText('Geschiedenis: Businessmodel');
  const lines = timeline(member).locator('[data-seq]');
  await expect(lines.nth(0)).toContainText('Sanne Mulder');
  await expect(lines.nth(1)).toContainText('Joris Vermeer');
  await expect(lines.nth(2)).toContainText('Sanne Mulder');
  await expect(timeline(member).getByRole('heading').first()).toHaveText(/vandaag/i);
  await expectAccessible(member);

  // By keyboard, to the moment after Joris wrote.
  await lines.nth(1).focus();
  await member.keyboard.press('Enter');
  await expect(past(member)).toContainText('Eerst Sanne');
  await expect(past(member)).toContainText('Toen Joris');
  await expect(past(member)).not.toContainText('Daarna Sanne weer');
  await expect(member.getByText('Zo was het', { exact: true })).toBeVisible();
  await expect(lines.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(lines.nth(1)).toBeFocused();
  // Only to look at.
  await expect(past(member).getByRole('button')).toHaveCount(0);
  await expectAccessible(member);

  await member.getByRole('link', { name: 'Eerder', exact: true }).click();
  await expect(past(member)).not.toContainText('Toen Joris');
  await member.goBack();
  await expect(past(member)).toContainText('Toen Joris');

  // What is written meanwhile comes into the timeline, and the past stays what it was.
  const there = await enter('third', 'canvas');
  await addCard(there, 'Kanalen', 'Terwijl Joris terugkijkt');
  await expect(lines.nth(0)).toContainText('Fatima Benali');
  await expect(lines.nth(2)).toContainText('Joris Vermeer');
  await expect(lines.nth(2)).toHaveAttribute('aria-current', 'true');
  await expect(past(member)).not.toContainText('Terwijl Joris terugkijkt');

  // A moment has an address of its own.
  await there.goto(member.url());
  await expect(past(there)).toContainText('Toen Joris');
  await expect(past(there)).not.toContainText('Daarna Sanne weer');

  await member.getByRole('link', { name: 'Terug naar nu' }).click();
  await expect(member.locator('[data-block="channels"]')).toContainText('Terwijl Joris terugkijkt');
  await expect(member.getByRole('heading', { level: 1 })).toBeFocused();
  await expectSaved(member);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the list makes way for the moment, and comes back', async ({ enter }) => {
    const [lead, member] = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
    await layThreeCards(lead, member);
    await choose(member, 'Geschiedenis');
    await expectAccessible(member);
    await timeline(member).locator('[data-seq]').nth(1).click();
    await expect(past(member)).toContainText('Toen Joris');
    await expect(past(member)).not.toContainText('Daarna Sanne weer');
    await expect(timeline(member)).toBeHidden();
    await expect(member.getByRole('heading', { level: 2 }).first()).toBeFocused();
    await expectAccessible(member);
    await member.getByRole('link', { name: 'Alle momenten' }).click();
    await expect(timeline(member)).toBeVisible();
    await timeline(member).getByRole('link', { name: /^Nu/ }).click();
    await expect(member.locator('[data-block="channels"]')).toContainText('Daarna Sanne weer');
  });
});

test('the ambition and the roles are shown as they were, to observers too', async ({ enter }) => {
  // The demo was written by the lead a moment ago; what somebody else writes is a line of its own.
  const [member, observer] = await Promise.all([enter('member', 'ambition'), enter('observer', 'ambition')]);
  const headline = member.getByRole('textbox', { name: 'De ambitie in één zin' });
  const before = await headline.inputValue();
  await headline.fill('Een heel andere zin.');
  await expectSaved(member);
  await choose(observer, 'Geschiedenis');
  await expect(timeline(observer)).toContainText('Terug naar meelezen');
  await timeline(observer).locator('[data-seq]').first().click();
  await expect(past(observer)).toContainText('Een heel andere zin.');
  await expectAccessible(observer);
  await timeline(observer).locator('[data-seq]').nth(1).click();
  await expect(past(observer)).toContainText(before);
  await expect(past(observer)).not.toContainText('Een heel andere zin.');

  await observer.getByRole('link', { name: 'Rollen', exact: true }).click();
  await choose(observer, 'Geschiedenis');
  await timeline(observer).locator('[data-seq]').first().click();
  await expect(past(observer).getByRole('heading').first()).toBeVisible();
  await expect(past(observer).getByRole('button')).toHaveCount(0);
  await expectAccessible(observer);
});

test('what lies far back is found by asking for more, and by its address', async ({ enter, server }) => {
  const [one, other] = await Promise.all([startScript(server, 'member'), startScript(server, 'third')]);
  const canvas = one.board('canvas');
  const seqs = [];
  // Turn by turn, so that each card is a line of its own: more lines than the first page holds.
  for (let number = 1; number <= 60; number += 1) {
    const script = number % 2 ? one : other;
    const { seq } = await script.call('POST', `${canvas}/notes`, { block: 'channels', text: `Beurt ${number}.` });
    seqs.push(seq);
  }
  const lead = await enter('lead', 'canvas/history');
  const lines = timeline(lead).locator('[data-seq]');
  await expect(lines.first()).toBeVisible();
  const shown = await lines.count();
  expect(shown).toBeLessThan(60);
  await lead.getByRole('button', { name: 'Toon eerder' }).click();
  await expect(timeline(lead).locator(`[data-seq="${seqs[2]}"]`)).toContainText('Joris Vermeer');
  await expectAccessible(lead);

  const member = await enter('member', `canvas/history/${seqs[2]}`);
  await expect(past(member)).toContainText('Beurt 3.');
  await expect(past(member)).not.toContainText('Beurt 4.');
  await expect(timeline(member).locator('[aria-current="true"]')).toContainText('Joris Vermeer');

  const nowhere = await enter('third', 'canvas/history/999999');
  await expect(nowhere.getByRole('alert')).toContainText('Dit moment is er niet.');
  await expectAccessible(nowhere);
  await nowhere.getByRole('alert').getByRole('link', { name: 'Terug naar nu' }).click();
  await expect(nowhere.locator('[data-block="channels"]')).toContainText('Beurt 60.');
});
