// From the report to action: at most three things are done better, each by somebody and by a day; and what went well
// goes on the wall.
import { reportedScan } from './crowd.mjs';
import { expect, expectAccessible, expectNarrow, expectSaved, test } from './journey.mjs';

const RESOURCES = 'Voldoende hulpbronnen en passende kaders';
const ORGANISATIONS = 'Betrokken moederorganisaties';
const OPINIONS = { resources_frameworks: [2, 2, 2], parent_organisations: [1, 5, 1], shared_ambition: [5, 5, 5] };

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const point = (page, title) => page.locator('[data-point]').filter({ hasText: title });
const dialog = (page) => page.getByRole('dialog');
const region = (page, name) => page.getByRole('region', { name, exact: true });
const entry = (page, name) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });

/** Fills in what is left of choosing one. */
async function choose(page, { title, owner, due }) {
  if (title) await page.getByLabel('Wat gaan jullie beter doen?').fill(title);
  await page.getByLabel('Wie trekt dit?').selectOption(owner);
  await page.getByLabel('Op welke dag kijken jullie of het gelukt is?').fill(due);
  await dialog(page).getByRole('button', { name: 'Kiezen', exact: true }).click();
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });

    test('a report leads to three improvement points, to what shows that they are done, and to the next pulse', async ({
      enter,
      server,
    }) => {
      test.setTimeout(400_000);
      const { scan } = await reportedScan(server, OPINIONS);
      const [lead, member, third, observer] = await Promise.all([
        enter('lead', `scans/${scan}`),
        enter('member'),
        enter('third', 'improvements'),
        enter('observer', 'improvements'),
      ]);
      const looks = async (page) => {
        await expectAccessible(page);
        await expectNarrow(page);
      };
      // What opens over a page is the same on a phone, and there it only has to fit.
      const opens = async (page) => {
        if (where === 'at a desk') await expectAccessible(page);
        await expectNarrow(page);
      };

      // An empty page teaches, and leads to the report. Who only looks along is not shown what is done better.
      await expect(third.getByRole('heading', { name: 'Wat pakken jullie samen aan?' })).toBeVisible();
      await expect(third.getByRole('link', { name: /^Begin bij: Scan van/ })).toBeVisible();
      await looks(third);
      await expect(observer.getByRole('heading', { level: 1, name: 'Wat lukte' })).toBeVisible();
      await expect(observer.getByRole('link', { name: /^Verbeter/ })).toHaveCount(0);
      await looks(observer);

      // A lead chooses two from the report: what can be done, and a conversation.
      const act = entry(lead, RESOURCES);
      await act.getByRole('button', { name: `Kies als verbeterpunt: ${RESOURCES}` }).click();
      await expect(lead.getByLabel('Wat gaan jullie beter doen?')).toHaveValue(/^Leg gevraagde en toegezegde uren/);
      await opens(lead);
      await dialog(lead)
        .getByRole('button', { name: /^Vraag elke organisatie/ })
        .click();
      await expect(lead.getByLabel('Wat gaan jullie beter doen?')).toHaveValue(/^Vraag elke organisatie/);
      await choose(lead, { title: 'Uren naast elkaar leggen', owner: { label: 'Joris Vermeer' }, due: day(0) });
      await expect(act).toContainText('Hier werken jullie aan: Uren naast elkaar leggen');
      const talk = entry(lead, ORGANISATIONS);
      await talk.getByRole('button', { name: `Kies als verbeterpunt: ${ORGANISATIONS}` }).click();
      await expect(dialog(lead)).toContainText('kies nog geen actie');
      await choose(lead, { owner: { label: 'Sanne Mulder' }, due: day(30) });
      await expect(talk).toContainText('Hier werken jullie aan: Samen in gesprek');
      await looks(lead);

      // Whoever sees to it is told, and it is their turn on its day.
      const turn = member.getByRole('listitem').filter({ hasText: 'De dag is er: Uren naast elkaar leggen' });
      await expect(turn).toBeVisible();
      await looks(member);

      // Another window saw it happen. A member chooses the third.
      await expect(third.locator('[data-point]')).toHaveCount(2);
      await expect(point(third, 'Samen in gesprek')).toContainText('Sanne Mulder trekt dit');
      await expect(point(third, 'Uren naast elkaar leggen')).toContainText('Vandaag is de dag');
      await third.getByRole('button', { name: /^Plaats 3 van 3 is vrij/ }).click();
      await choose(third, { title: 'Successen delen', owner: { label: 'Fatima Benali' }, due: day(40) });
      await expect(third.getByText('Alle drie de plaatsen zijn bezet.')).toBeVisible();
      await expect(third.getByText(/^De volgende peiling vraagt hiernaar: /)).toContainText(ORGANISATIONS);
      await looks(third);

      // A fourth that would be worked on is refused, with the reason; what was typed stays, and it is kept for later.
      await lead.goto(lead.url().replace(/scans\/.*/, 'improvements'));
      await lead.getByRole('button', { name: 'Nog een kiezen, voor later…' }).click();
      await lead.getByRole('radio', { name: 'Nu' }).check();
      await choose(lead, { title: 'Een kaart van wie wat brengt', owner: { label: 'Fatima Benali' }, due: day(50) });
      await expect(dialog(lead).getByRole('alert')).toContainText('wie alles verbetert, verbetert niets');
      await expect(lead.getByLabel('Wat gaan jullie beter doen?')).toHaveValue('Een kaart van wie wat brengt');
      await opens(lead);
      await dialog(lead).getByRole('button', { name: 'Voor later bewaren' }).click();
      await expect(region(lead, 'Voor later')).toContainText('Een kaart van wie wat brengt');
      await expect(region(third, 'Voor later')).toContainText('Een kaart van wie wat brengt');
      await expect(lead.getByRole('button', { name: /^Starten/ })).toHaveCount(0);
      await looks(lead);

      // It is done, with what shows it.
      await turn.getByRole('link', { name: 'Afronden…' }).click();
      await point(member, 'Uren naast elkaar leggen')
        .getByRole('button', { name: /^Gelukt/ })
        .click();
      await opens(member);
      await member.getByLabel('Waaraan zie je dat?').fill('Het overzicht hangt in alle drie de gangen.');
      await dialog(member).getByRole('button', { name: 'Afronden' }).click();
      await expect(region(lead, 'Afgerond')).toContainText('Het overzicht hangt in alle drie de gangen.');
      await expect(lead.getByRole('button', { name: 'Starten: Een kaart van wie wat brengt' })).toBeVisible();

      // And goes on the wall, with what two partners did for it; who looks along reads it there.
      await member.getByRole('button', { name: 'Zet bij wat lukte: Uren naast elkaar leggen' }).click();
      const words = member.getByLabel('Wat ging er goed?');
      await expect(words).toHaveValue(/^Uren naast elkaar leggen\s+Het overzicht hangt/);
      await opens(member);
      await member.getByLabel('Bibliotheek Zuid').fill('Telde alle uren.');
      await member.getByLabel('Zorggroep Maas').fill('Schrapte drie overleggen.');
      await dialog(member).getByRole('button', { name: 'Opschrijven' }).click();
      const success = observer.locator('[data-success]');
      await expect(success.getByRole('list', { name: 'Wie wat bijdroeg' }).getByRole('listitem')).toHaveText([
        /Bibliotheek Zuid\s*Telde alle uren\./,
        /Zorggroep Maas\s*Schrapte drie overleggen\./,
      ]);
      await looks(observer);

      // One is dropped, with why; and the one that waited begins.
      await third.getByRole('button', { name: 'Stoppen met: Successen delen' }).click();
      await opens(third);
      await third.getByLabel('Waarom stoppen jullie ermee?').fill('De jaarwisseling is er niet het moment voor.');
      await dialog(third).getByRole('button', { name: 'Stoppen' }).click();
      await expect(point(lead, 'Successen delen')).toContainText('De jaarwisseling is er niet het moment voor.');
      await lead.getByRole('button', { name: 'Starten: Een kaart van wie wat brengt' }).click();
      await expect(region(lead, 'Hier werken jullie aan').locator('[data-point]')).toHaveCount(2);
      await expect(point(third, 'Een kaart van wie wat brengt')).toContainText('Fatima Benali trekt dit');
      await looks(lead);

      // The next pulse asks about what is worked on.
      await lead.goto(lead.url().replace(/improvements$/, 'scans'));
      await lead.getByRole('button', { name: 'Iets plannen…' }).click();
      await lead.getByRole('radio', { name: 'Een korte peiling' }).check();
      await lead.getByRole('button', { name: 'Vastleggen' }).click();
      await lead.getByRole('link', { name: /^Openen… Peiling/ }).click();
      await lead.getByText('Wat er gevraagd wordt: 6 uitspraken').click();
      const asked = lead.getByRole('listitem').filter({ hasText: 'Mijn organisatie steunt mij' });
      await expect(asked).toContainText('om een verbeterpunt');
      await looks(lead);

      // At home stands what is worked on, and what went well last.
      await member.goto(member.url().replace(/improvements.*/, ''));
      await expect(member.getByRole('heading', { name: 'Waar jullie aan werken' })).toBeVisible();
      await expect(member.getByRole('heading', { name: 'Wat het laatst lukte' })).toBeVisible();
      await looks(member);
      await member.getByRole('link', { name: /^Berichten/ }).click();
      await member.getByRole('link', { name: /vraagt je een verbeterpunt te trekken/ }).click();
      await expect(member.getByRole('heading', { level: 1, name: 'Verbeteren' })).toBeVisible();
    });
  });
}

test('two who change the same both see what the other meant, and nothing is lost', async ({ enter, server }) => {
  test.setTimeout(400_000);
  const { partnership, lead: script, member: other } = await reportedScan(server);
  const base = `/partnerships/${partnership}`;
  const me = await script('GET', '/me');
  const chosen = { title: 'Vaker oefenen', owner_id: me.id, due: day(20) };
  const { id } = await script('POST', `${base}/improvements`, chosen);
  const recorded = { words: 'De voorleesdag', happened_on: day(-3), parts: [] };
  const { id: success } = await script('POST', `${base}/successes`, recorded);
  const lead = await enter('lead', 'improvements');

  await lead.getByRole('button', { name: 'Wijzigen: Vaker oefenen' }).click();
  await lead.getByLabel('Wat gaan jullie beter doen?').fill('Elke maand oefenen');
  const theirs = { title: 'Vaker samen oefenen', due: day(25) };
  await other('PATCH', `${base}/improvements/${id}`, theirs, { 'if-match': '"1"' });
  await lead.getByRole('button', { name: 'Bewaren' }).click();
  await expect(dialog(lead).getByRole('alert')).toContainText('Vaker samen oefenen');
  await expect(lead.getByLabel('Wat gaan jullie beter doen?')).toHaveValue('Elke maand oefenen');
  // What one did not touch is as the other left it.
  await expect(lead.getByLabel('Op welke dag kijken jullie of het gelukt is?')).toHaveValue(theirs.due);
  await expectAccessible(lead);
  // Neither a reload nor a closed window takes it away.
  await lead.reload();
  await expectSaved(lead);
  await lead.getByRole('button', { name: 'Wijzigen: Vaker samen oefenen' }).click();
  await expect(lead.getByLabel('Wat gaan jullie beter doen?')).toHaveValue('Elke maand oefenen');
  await lead.getByRole('button', { name: 'Bewaren' }).click();
  await expect(point(lead, 'Elke maand oefenen')).toBeVisible();

  // The same on the wall; and only who put something there takes it away.
  await lead.getByRole('link', { name: 'Wat lukte' }).first().click();
  await expectAccessible(lead);
  const card = lead.locator('[data-success]');
  await card.getByRole('button', { name: /^Meer over/ }).click();
  await lead.getByRole('menuitem', { name: 'Wijzigen…' }).click();
  await lead.getByLabel('Bibliotheek Zuid').fill('De boeken.');
  const changed = { ...recorded, words: 'De voorleesdag in maart' };
  await other('PUT', `${base}/successes/${success}`, changed, { 'if-match': '"1"' });
  await lead.getByRole('button', { name: 'Bewaren' }).click();
  await expect(dialog(lead).getByRole('alert')).toContainText('De voorleesdag in maart');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Toch mijn versie bewaren' }).click();
  await expect(card).toContainText('De voorleesdag in maart');
  await expect(card).toContainText('De boeken.');
  const member = await enter('member', 'improvements/successes');
  await member
    .locator('[data-success]')
    .getByRole('button', { name: /^Meer over/ })
    .click();
  await expect(member.getByRole('menuitem')).toHaveText(['Wijzigen…']);
  await card.getByRole('button', { name: /^Meer over/ }).click();
  await lead.getByRole('menuitem', { name: 'Weghalen…' }).click();
  await expectAccessible(lead);
  await dialog(lead).getByRole('button', { name: 'Weghalen' }).click();
  await expect(card).toHaveCount(0);
  await expect(lead.getByRole('heading', { name: 'Waar zijn jullie trots op?' })).toBeVisible();
  await expectAccessible(lead);
});

test('two write down together what was said after the report', async ({ enter, server }) => {
  test.setTimeout(400_000);
  const { scan } = await reportedScan(server, OPINIONS);
  const [lead, member, third] = await Promise.all(
    ['lead', 'member', 'third'].map((name) => enter(name, `scans/${scan}`)),
  );
  const text = (page) => page.getByRole('textbox', { name: 'Het gesprek dat volgde' });
  for (const page of [lead, member]) await page.getByRole('button', { name: 'Beginnen met schrijven' }).click();
  await text(lead).click();
  await lead.keyboard.type('We begrijpen nu waarom de avonden lastig zijn.');
  await expect(text(member)).toContainText('waarom de avonden lastig zijn.');
  await expectAccessible(member);
  await text(member).press('Control+End');
  await member.keyboard.press('Enter');
  await member.keyboard.type('Eén avond per maand doen we samen.');
  await expect(text(lead)).toContainText('Eén avond per maand doen we samen.');
  await expect(lead.locator('.others-caret')).toHaveAttribute('data-name', 'Joris Vermeer');
  await expectSaved(member);
  await expectSaved(lead);

  // What is deleted lies in the bin, and comes back from there.
  await text(lead).press('Control+a');
  await lead.keyboard.press('Delete');
  await expect(text(lead)).not.toContainText('avonden');
  await expectSaved(lead);
  await lead.getByRole('button', { name: 'Prullenbak' }).click();
  const gone = dialog(lead).getByRole('listitem').filter({ hasText: 'waarom de avonden lastig zijn' });
  await expect(gone).toContainText('Uit het gesprek dat volgde');
  await expectAccessible(lead);
  await gone.getByRole('button', { name: /^Terugzetten/ }).click();
  await expect(text(member)).toContainText('waarom de avonden lastig zijn.');
  // Whoever was writing in what was deleted is offered it back.
  await member.getByRole('button', { name: 'Passage terugzetten' }).click();
  await expect(text(lead)).toContainText('Eén avond per maand doen we samen.');
  await expectSaved(member);
  await lead.keyboard.press('Escape');

  // Who only reads the report sees it too, and it stays.
  await expect(third.getByText('Eén avond per maand doen we samen.')).toBeVisible();
  await lead.getByRole('button', { name: 'Klaar met schrijven' }).click();
  await expect(lead.getByText('Eén avond per maand doen we samen.')).toBeVisible();
  await expect(text(lead)).toHaveCount(0);
  await lead.setViewportSize({ width: 390, height: 844 });
  await expectNarrow(lead);
  await expectAccessible(lead);
});
