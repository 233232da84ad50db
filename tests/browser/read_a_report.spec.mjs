// A round is closed and read together: what to celebrate, talk about, act on and find out, and nothing of anybody.
import { gather, send } from './crowd.mjs';
import { expect, expectAccessible, expectNarrow, test } from './journey.mjs';

const LIBRARY = 'Bibliotheek Zuid';
const SCHOOLS = 'Scholengroep De Brug';
const CARE = 'Zorggroep Maas';

/** What everybody of a partner answers to a factor; the rest is a 4. */
const OPINIONS = {
  shared_ambition: { [LIBRARY]: 5, [SCHOOLS]: 5, [CARE]: 5 },
  parent_organisations: { [LIBRARY]: 5, [SCHOOLS]: 1, [CARE]: 1 },
  resources_frameworks: { [LIBRARY]: 2, [SCHOOLS]: 2, [CARE]: 2 },
};

/** The width of a sheet of paper, in the pixels of a page. */
const A4 = 794;

/** How wide what stands on the page is; on a phone its middle part scrolls by itself. */
const widest = (page) =>
  page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth));

const entry = (page, name) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });

async function open(lead, partnership, kind) {
  const today = new Date().toISOString().slice(0, 10);
  const { id } = await lead('POST', `/partnerships/${partnership}/scans`, { kind, planned_for: today });
  const opening = { mode: 'anonymous', floor: 3, days: 10 };
  return lead('POST', `/partnerships/${partnership}/scans/${id}/open`, opening);
}

/** Everybody answers; `opinions` are by factor and partner, and null is "I don't know". */
async function answer(server, { partnership, crowd }, scan, opinions, words) {
  for (const { partner, call } of crowd) {
    const answers = scan.statements.map((id) => [id, opinions[id.replace(/\.[ab]$/, '')]?.[partner] ?? 4]);
    const response = { answers: Object.fromEntries(answers) };
    if (scan.kind === 'scan') Object.assign(response, { priorities: ['resources_frameworks'], words });
    await send(server, { partnership, scan: scan.id, call }, response);
  }
}

test('a lead closes a scan, and everybody reads what to talk about', async ({ enter, server }) => {
  test.setTimeout(400_000);
  const gathered = await gather(server, { [LIBRARY]: 4, [SCHOOLS]: 3, [CARE]: 2 });
  const { partnership, lead: script } = gathered;
  const first = await open(script, partnership, 'scan');
  const [lead, member, observer] = await Promise.all([
    enter('lead', `scans/${first.id}`),
    enter('member', `scans/${first.id}`),
    enter('observer', 'scans'),
  ]);
  await answer(server, gathered, first, OPINIONS, 'De voorleesdag in maart.');
  // The lead does all of this on a phone.
  await lead.setViewportSize({ width: 390, height: 844 });
  await lead.reload();
  await expect(lead.getByTestId('sent-of')).toHaveText('9 van 12 verstuurd');

  await lead.getByRole('button', { name: 'Nu sluiten…' }).click();
  await expectAccessible(lead);
  await lead.getByRole('dialog').getByRole('button', { name: 'Sluiten', exact: true }).last().click();

  // In words first, for everybody who has the page open.
  for (const page of [lead, member]) {
    await expect(page.getByText(/^Reden om te vieren: .*Gedeelde ambitie/)).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText('Hier denken jullie verschillend over: Betrokken moederorganisaties.')).toBeVisible();
    await expect(page.getByText(/vinden de meesten: Voldoende hulpbronnen en passende kaders\./)).toBeVisible();
    await expect(page.getByText('9 van 12 mensen antwoordden (75%)')).toBeVisible();
  }
  await expect(member.getByRole('img', { name: /^Radar van 16 factoren/ })).toBeVisible();
  await expectAccessible(member);
  await expect(lead.getByRole('heading', { name: 'Waar het gesprek over mag gaan' })).toBeVisible();
  await expect(lead.getByRole('heading', { name: 'Het gesprek dat volgde' })).toBeVisible();
  expect(await widest(lead)).toBeLessThanOrEqual(390);
  await expectAccessible(lead);

  // Of two answers of one partner nothing is shown apart: they stand together with the schools.
  const divided = entry(member, 'Betrokken moederorganisaties');
  const together = `${SCHOOLS} en ${CARE} samen`;
  await expect(divided).toContainText('praten');
  await expect(divided.getByRole('list', { name: 'Per partner' })).toContainText(`${LIBRARY} ≥ 4,5`);
  await expect(divided.getByRole('list', { name: 'Per partner' })).toContainText(`${together} ≤ 1,5`);
  await expect(divided).toContainText('Partners liggen');
  await divided.getByText('Zo begin je het gesprek').click();
  await expect(divided).toContainText('kies nog geen actie');
  const act = entry(member, 'Voldoende hulpbronnen en passende kaders');
  await act.getByText('Wat jullie kunnen doen').click();
  await expect(act.getByRole('listitem')).not.toHaveCount(0);

  // The same as a table, and as files.
  const table = member.getByTestId('figures');
  await table.getByText('Alle cijfers als tabel').click();
  await expect(table.getByRole('row')).toHaveCount(17);
  await expect(table.getByRole('columnheader', { name: CARE, exact: true })).toHaveCount(0);
  await expect(member.getByText('De voorleesdag in maart.').first()).toBeVisible();
  await member.getByText('Hoe dit berekend is, en wat het niet zegt').click();
  await expect(member.getByText('niet psychometrisch gevalideerd')).toBeVisible();
  await expectAccessible(member);
  for (const format of ['csv', 'json']) {
    const saved = member.waitForEvent('download');
    await member.getByRole('link', { name: format.toUpperCase() }).click();
    expect((await saved).suggestedFilename()).toBe(`samenspel-scan-1.${format}`);
  }

  // On paper stands what was said, and nothing to press.
  await lead.setViewportSize({ width: A4, height: 1123 });
  await lead.emulateMedia({ media: 'print' });
  await expect(lead.getByRole('button')).toHaveCount(0);
  for (const name of ['Waar het gesprek over mag gaan', 'Het gesprek dat volgde']) {
    await expect(lead.getByRole('heading', { name })).toBeVisible();
  }
  expect(await widest(lead)).toBeLessThanOrEqual(A4);
  await lead.emulateMedia({ media: null });
  await lead.setViewportSize({ width: 390, height: 844 });

  // Who only looks along reads it when a lead shares it.
  await observer.reload();
  await expect(observer.getByText('niet gedeeld met wie meekijkt')).toBeVisible();
  await lead.getByRole('checkbox', { name: 'Ook wie meekijkt mag dit lezen' }).check();
  await expect(lead.getByText('Wie meekijkt, kan dit verslag nu lezen.')).toBeVisible();
  await observer.getByRole('link', { name: /^Scan van/ }).click();
  await expect(observer.getByText(/^Reden om te vieren: /)).toBeVisible();

  // At home it stands as a small radar, and leads there.
  await member.getByRole('navigation', { name: 'Kamers' }).getByRole('link', { name: 'Start' }).click();
  await expectAccessible(member);
  await member.getByRole('link', { name: /^Scan van/ }).click();
  await expect(member.getByRole('heading', { name: 'Waar het gesprek over mag gaan' })).toBeVisible();
  await member.getByRole('link', { name: /^Berichten/ }).click();
  await member.getByRole('link', { name: 'Het verslag van de ronde is er' }).click();
  await expect(member.getByRole('heading', { name: 'Waar het gesprek over mag gaan' })).toBeVisible();

  // On a phone the list comes before the picture, and nothing is wider than the screen.
  await member.setViewportSize({ width: 390, height: 844 });
  const picture = member.locator('.radar-after');
  await expect(picture).toBeVisible();
  const [listTop, pictureTop] = await Promise.all(
    [entry(member, 'Gedeelde ambitie'), picture].map(async (one) => (await one.boundingBox()).y),
  );
  expect(listTop).toBeLessThan(pictureTop);
  await expectNarrow(member);
  await expectAccessible(member);
  // And at 400 % too.
  await member.setViewportSize({ width: 320, height: 256 });
  await expectNarrow(member);
});

test('a second scan says what changed by more than chance, and a pulse is a short list', async ({ enter, server }) => {
  test.setTimeout(400_000);
  const gathered = await gather(server, { [LIBRARY]: 3, [SCHOOLS]: 3, [CARE]: 3 });
  const { partnership, lead: script } = gathered;
  const lead = await enter('lead', 'scans');
  const reads = async (scan) => {
    await script('POST', `/partnerships/${partnership}/scans/${scan.id}/close`);
    await lead.goto(`/partnerships/${partnership}/scans/${scan.id}`);
    const said = lead.getByRole('heading', { name: 'Waar het gesprek over mag gaan' });
    await expect(said).toBeVisible({ timeout: 90_000 });
  };
  const before = await open(script, partnership, 'scan');
  await answer(server, gathered, before, { strong_team: { [LIBRARY]: 2, [SCHOOLS]: 2, [CARE]: 2 } });
  await reads(before);
  const after = await open(script, partnership, 'scan');
  await answer(server, gathered, after, {});
  await reads(after);
  await expect(lead.getByText('Beter, en meer dan toeval: Krachtig team.')).toBeVisible();
  await expect(entry(lead, 'Krachtig team')).toContainText('2,0 → 4,0: beter, en meer dan toeval');
  await expect(entry(lead, 'Toegevoegde waarde')).toContainText('4,0 → 4,0: geen duidelijk verschil');
  await expectAccessible(lead);

  const pulse = await open(script, partnership, 'pulse');
  await answer(server, gathered, pulse, {});
  await reads(pulse);
  await expect(entry(lead, 'Opbrengst')).toContainText('Onze samenwerking levert op dit moment op');
  await expect(lead.getByRole('img', { name: /^Radar/ })).toHaveCount(0);
  const choice = lead.getByRole('combobox', { name: 'Vergeleken met' });
  await expect(choice.getByRole('option')).toHaveCount(2);
  await expectAccessible(lead);

  // All of them stand in a list, with what came of them; and there are cards to talk with.
  await lead.getByRole('main').getByRole('link', { name: 'Terugkijken' }).click();
  await expect(lead.getByRole('link', { name: /^(Scan|Peiling) van/ })).toHaveCount(3);
  await expect(lead.getByText('9 van 12 antwoordden').first()).toBeVisible();
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'Gesprekskaarten' }).click();
  await expect(lead.getByRole('heading', { level: 3 })).toHaveCount(16);
  await expectAccessible(lead);

  // A lead plans the next one, gives it another day, and takes it back.
  await lead.getByRole('main').getByRole('link', { name: 'Terugkijken' }).click();
  await lead.getByRole('button', { name: 'Iets plannen…' }).click();
  await lead.getByRole('radio', { name: 'Een korte peiling' }).check();
  await lead.getByLabel('Op welke dag wil je openen?').fill('2031-03-04');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Vastleggen' }).click();
  await lead.getByRole('button', { name: 'Andere dag: Peiling rond 4 maart 2031' }).click();
  await lead.getByLabel('Op welke dag wil je openen?').fill('2031-03-05');
  await lead.getByRole('button', { name: 'Vastleggen' }).click();
  await lead.getByRole('link', { name: 'Openen… Peiling rond 5 maart 2031' }).click();
  await lead.getByRole('button', { name: 'Ronde annuleren' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Ronde annuleren' }).click();
  await expect(lead.getByText('Peiling rond 5 maart 2031')).toHaveCount(0);
  await expectAccessible(lead);
});
