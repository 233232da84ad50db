import { caretToStart, expect, expectAccessible, expectSaved, pill, test } from './journey.mjs';
import { followPill, stored } from './without_network.mjs';

// Everybody marks what they write (#s1 is Sanne's, #j1 Joris's), so that each mark can be looked for everywhere.
const MARKS = ['#s1', '#s2', '#j1', '#j2'];

/** Two people on a board lose the network, do their work, and come back: then both see the same, and all of it. */
async function apart([lead, member], kind, { hers, his, shown }) {
  const said = await Promise.all([lead, member].map((page) => followPill(page, kind)));
  await Promise.all([lead, member].map((page) => page.context().setOffline(true)));
  await Promise.all([hers(lead), his(member)]);
  for (const page of [lead, member]) {
    await expect(pill(page)).toHaveAttribute('data-state', 'offline');
    await expect(pill(page)).toContainText(/Niet verbonden, .* wacht/);
    await expect(pill(page)).toHaveAttribute('data-kept', 'true');
  }
  const before = await stored(lead, kind);
  for (const mark of MARKS) expect(before).not.toContain(mark);

  await Promise.all([lead, member].map((page) => page.context().setOffline(false)));
  await Promise.all([expectSaved(lead), expectSaved(member)]);
  await expect.poll(async () => JSON.stringify(await shown(member))).toBe(JSON.stringify(await shown(lead)));
  await expect.poll(async () => JSON.stringify(await shown(lead))).toBe(JSON.stringify(await shown(member)));
  const together = JSON.stringify(await shown(lead));
  const after = await stored(lead, kind);
  for (const mark of MARKS) {
    expect(together).toContain(mark);
    expect(after).toContain(mark);
  }
  for (const seen of await Promise.all(said.map((tell) => tell()))) {
    expect(seen.lies).toEqual([]);
    expect(seen.states.join()).toMatch(/offline [1-9]/);
    // Each saw the marks of both, and was told of all of them that they are saved.
    expect(seen.held).toEqual([...MARKS].sort());
  }
  await Promise.all([expectAccessible(lead), expectAccessible(member)]);
}

test('both write in the same sentences of the ambition', async ({ enter }) => {
  const pages = await Promise.all([enter('lead', 'ambition'), enter('member', 'ambition')]);
  const headline = (page) => page.getByRole('textbox', { name: 'De ambitie in één zin' });
  const statement = (page) => page.getByRole('textbox', { name: 'De ambitie uitgelegd' });
  await apart(pages, 'ambition', {
    hers: async (page) => {
      await headline(page).press('End');
      await page.keyboard.type(' #s1');
      await caretToStart(statement(page));
      await page.keyboard.type('#s2 begin. ');
    },
    his: async (page) => {
      await headline(page).press('End');
      await page.keyboard.type(' #j1');
      await caretToStart(statement(page));
      await page.keyboard.type('#j2 begin. ');
      await page.keyboard.press('Enter');
    },
    shown: async (page) => [
      await headline(page).inputValue(),
      // Without the carets of others.
      await statement(page).evaluate((editor) => {
        const copy = editor.cloneNode(true);
        for (const caret of copy.querySelectorAll('.others-caret')) caret.remove();
        return [...copy.children].map((element) => element.textContent.replaceAll('\u2060', ''));
      }),
    ],
  });
});

test('both write on the same card, and move it to different blocks', async ({ enter }) => {
  const pages = await Promise.all([enter('lead', 'canvas'), enter('member', 'canvas')]);
  const [lead, member] = pages;
  await lead.getByRole('button', { name: 'Kaart toevoegen bij Kanalen' }).click();
  await lead.getByRole('textbox', { name: 'Tekst van de kaart' }).fill('Bakfiets');
  await lead.keyboard.press('Enter');
  await expectSaved(lead);
  await expect(member.locator('[data-note]').filter({ hasText: 'Bakfiets' })).toBeVisible();

  const work = (own, arrow) => async (page) => {
    await page.getByRole('button', { name: 'Kaart bewerken: Bakfiets' }).click();
    await page.keyboard.type(` #${own}1 #${own}2`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Kaart verplaatsen: Bakfiets/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press(arrow);
    await page.keyboard.press('Space');
  };
  await apart(pages, 'canvas', {
    hers: work('s', 'ArrowRight'),
    his: work('j', 'ArrowLeft'),
    shown: (page) =>
      page
        .locator('[data-block]')
        .evaluateAll((blocks) =>
          blocks.map((block) => [
            block.dataset.block,
            [...block.querySelectorAll('[data-note] .text')].map(({ innerText }) => innerText),
          ]),
        ),
  });
  // Two moves at the same time: one of them happened, as a whole.
  await expect(lead.locator('[data-note]').filter({ hasText: '#s1' })).toHaveCount(1);
  await expect(lead.locator('[data-block="channels"] [data-note]').filter({ hasText: '#s1' })).toHaveCount(0);
});

test('both describe the same role', async ({ enter }) => {
  const pages = await Promise.all([enter('lead', 'roles'), enter('member', 'roles')]);
  const [lead, member] = pages;
  await lead.getByRole('button', { name: 'Eigen rol' }).click();
  await lead.getByRole('textbox', { name: 'Naam van de rol' }).fill('Gids');
  await lead.getByRole('button', { name: 'Klaar' }).click();
  await expectSaved(lead);
  await expect(member.locator('[data-role]').filter({ hasText: 'Gids' })).toBeVisible();

  const work = (own, seats) => async (page) => {
    await page.getByRole('button', { name: 'Bewerken: Gids' }).click();
    await page.getByRole('textbox', { name: 'Naam van de rol' }).press('End');
    await page.keyboard.type(` #${own}1`);
    await page.getByRole('textbox', { name: 'Waarvoor deze rol er is' }).fill(`Voor #${own}2. `);
    await page.getByRole('spinbutton', { name: 'Hoogstens' }).fill(String(seats));
    await page.getByRole('button', { name: 'Klaar' }).click();
  };
  await apart(pages, 'roles', {
    hers: work('s', 4),
    his: work('j', 7),
    // What is written; who may ask somebody for it is not the same for both.
    shown: (page) =>
      page
        .locator('[data-role]')
        .evaluateAll((roles) => roles.map(({ innerText }) => innerText.replace('Vraag iemand\n', ''))),
  });
  await expect(lead.locator('[data-role]').filter({ hasText: '#s1' })).toContainText(/1 tot [47] plaatsen/);
});
