// Looking back: a lead opens a scan, somebody answers it on a phone and by keyboard, and nobody sees who said what.
import { gather, send } from './crowd.mjs';
import { expect, expectAccessible, test } from './journey.mjs';

/** Answers go along with their permission half a minute after sending at the latest. */
const LATEST_MS = 30_000;

/** A browser whose clock can be put forward; until then it runs as any other. */
const withClock = (page) => page.clock.install();

/** Lets the half minute pass that answers may take, without waiting for it. */
const afterThePause = (page) => page.clock.fastForward(LATEST_MS);

const groups = (page) => page.locator('fieldset[data-statement]');
const sent = (page) => page.getByTestId('sent');
const next = (page) => page.getByRole('button', { name: 'Volgende' }).click();
const heading = (page, name) => page.getByRole('heading', { level: 2, name, exact: true });

/** Everything that this browser keeps about rounds. */
const kept = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key]) => /^samenspel\.(scan|ballot|refused)\./.test(key)));

async function openScan(page) {
  await page.getByRole('button', { name: 'De eerste scan voorbereiden' }).click();
  await expect(page.getByRole('radio', { name: 'Iedereen, anoniem' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Vanaf drie' })).toBeChecked();
  await page.getByText('Wat er gevraagd wordt: 32 uitspraken').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ik voel me mede-eigenaar' })).toBeVisible();
  await expect(page.getByLabel('Hoeveel dagen is de ronde open?')).toHaveValue('10');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nu openen' }).click();
  await expect(page.getByTestId('sent-of')).toHaveText('0 van 5 verstuurd');
}

/** Answers every statement of the page one is on. */
async function answerPage(page, word = 'Eens') {
  await expect(groups(page).first()).toBeVisible();
  for (const group of await groups(page).all()) await group.getByRole('radio', { name: word, exact: true }).check();
}

const order = (page) => groups(page).evaluateAll((all) => all.map((one) => one.dataset.statement));

/** What leaves the browser with answers in it. */
function watchBallots(page) {
  const cast = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/ballots') cast.push(request);
  });
  return cast;
}

test('somebody answers a scan on a phone, and it is there after a reload and gone after it arrived', async ({
  enter,
  server,
}) => {
  // Of fewer than five people nothing would be shown.
  await gather(server, { 'Bibliotheek Zuid': 2 });
  const [lead, member] = await Promise.all([enter('lead', 'scans'), enter('member', '', withClock)]);
  await expect(lead.getByRole('heading', { name: 'Hoe gaat het eigenlijk met ons?' })).toBeVisible();
  await expectAccessible(lead);
  // A lead prepares and opens it on a phone too, and sees there how many have sent.
  await lead.setViewportSize({ width: 390, height: 844 });
  await openScan(lead);
  await expectAccessible(lead);

  // It waits at home, one press away, on a phone.
  await member.setViewportSize({ width: 390, height: 844 });
  const turn = member.getByRole('listitem').filter({ hasText: 'Kijk mee terug' });
  await turn.getByRole('link', { name: 'Beantwoorden' }).click();
  await expect(heading(member, 'Motivatie')).toBeVisible();
  await expect(member.getByText('Niemand in Samenspel kan zien wie wat antwoordde')).toBeVisible();
  await member.getByText('Hoe dat werkt, en wat het niet dekt').click();
  await expect(member.getByText('Wie de servers beheert')).toBeVisible();
  await expect(groups(member)).toHaveCount(8);
  await expect(groups(member).first().getByRole('radio')).toHaveCount(6);
  await expectAccessible(member);

  // What is filled in stays in this browser, in the same order.
  const first = await order(member);
  await answerPage(member);
  await groups(member)
    .first()
    .getByRole('radio', { name: /^Weet ik niet/ })
    .check();
  await member.reload();
  await expect(member.getByText('8 van 32 beantwoord')).toBeVisible();
  expect(await order(member)).toEqual(first);
  await expect(
    groups(member)
      .first()
      .getByRole('radio', { name: /^Weet ik niet/ }),
  ).toBeChecked();

  // The second page by keyboard: the arrows choose, and Tab goes on to the next statement.
  await next(member);
  await expect(heading(member, 'Organisatie')).toBeFocused();
  await groups(member).first().getByRole('radio').first().focus();
  for (let at = 0; at < 8; at += 1) {
    await member.keyboard.press('Space');
    await member.keyboard.press('ArrowDown');
    await member.keyboard.press('Tab');
  }
  await expect(member.getByText('16 van 32 beantwoord')).toBeVisible();
  await next(member);
  await answerPage(member, 'Oneens');
  await next(member);
  // One statement is forgotten.
  for (const group of (await groups(member).all()).slice(1)) {
    await group.getByRole('radio', { name: 'Helemaal eens' }).check();
  }
  await next(member);

  for (const factor of ['Krachtig team', 'Toegevoegde waarde', 'Gedeelde ambitie']) {
    await member.getByRole('checkbox', { name: factor }).check();
  }
  await expect(member.getByRole('checkbox', { name: 'Adaptief vermogen' })).toBeDisabled();
  await expectAccessible(member);
  await next(member);
  await member.getByRole('textbox', { name: /Welk moment/ }).fill('De voorleesdag in maart.');
  await expectAccessible(member);
  await next(member);
  await expect(member.getByText('Eén uitspraak heeft nog geen antwoord.')).toBeVisible();
  await expect(member.getByRole('button', { name: 'Versturen' })).toBeDisabled();
  await expectAccessible(member);
  await member.locator('main').getByRole('listitem').getByRole('button').click();
  await expect(member.getByText('nog open')).toBeVisible();
  await member.keyboard.press('Space');
  for (let step = 0; step < 3; step += 1) await next(member);

  // It is sent in two steps; the second says nothing of who it is.
  const cast = watchBallots(member);
  await member.getByRole('button', { name: 'Versturen' }).click();
  await expect(sent(member)).toContainText('Je antwoorden zijn onderweg…');
  const waiting = await kept(member);
  expect(waiting.map(([key]) => key)).toEqual([expect.stringMatching(/^samenspel\.ballot\./)]);
  const me = await (await member.request.get('/api/v1/me')).json();
  expect(JSON.stringify(waiting)).not.toContain(me.id);
  await expectAccessible(member);
  await afterThePause(member);
  await expect(sent(member)).toContainText('Verstuurd. Dank je wel.');
  expect(cast).toHaveLength(1);
  const headers = await cast[0].allHeaders();
  expect(headers.cookie).toBeUndefined();
  expect(headers.authorization).toBeUndefined();
  expect(await kept(member)).toEqual([]);

  // Afterwards nothing says what was answered; and a lead sees how many, without names and scores.
  await member.reload();
  await expect(sent(member)).toContainText('Al verstuurd');
  await expect(groups(member)).toHaveCount(0);
  await expect(member.getByText('De voorleesdag in maart.')).toHaveCount(0);
  await expectAccessible(member);
  await lead.reload();
  await expect(lead.getByTestId('sent-of')).toHaveText('1 van 5 verstuurd');
  await expect(lead.locator('main')).not.toContainText('Joris');

  // On a phone the rest of the rooms is behind one more press.
  const bar = member.getByRole('navigation', { name: 'Kamers' });
  await bar.getByRole('button', { name: 'Meer' }).click();
  await expectAccessible(member);
  await bar.getByRole('menuitem', { name: 'Terugkijken' }).click();
  await expect(member.getByRole('heading', { level: 1, name: 'Terugkijken' })).toBeVisible();
  await expectAccessible(member);
});

test('answers that did not arrive go along the next time, whoever opens the app then', async ({ enter, server }) => {
  const { partnership, lead, crowd } = await gather(server, { 'Bibliotheek Zuid': 4 });
  const scan = await open(lead, partnership, 'pulse');
  const member = await enter('member', `scans/${scan.id}`, withClock);
  await member.route('**/api/v1/ballots', (route) => route.abort());
  await answerPage(member);
  await member.getByRole('button', { name: 'Versturen' }).click();
  await expect(sent(member)).toContainText('Je antwoorden zijn onderweg…');
  await afterThePause(member);
  await expect(sent(member)).toHaveAttribute('data-delivery', 'waiting');
  await expect(sent(member)).toContainText('wachten in deze browser');
  expect(await kept(member)).toHaveLength(1);

  // Signed out, and the page opened again by nobody in particular.
  await member.unroute('**/api/v1/ballots');
  await member.context().clearCookies();
  const cast = watchBallots(member);
  await member.goto('/sign-in');
  await expect(async () => {
    await afterThePause(member);
    expect(await kept(member)).toEqual([]);
  }).toPass();
  expect(cast).toHaveLength(1);

  for (const { call } of crowd) {
    await send(server, { partnership, scan: scan.id, call }, pulseAnswers(scan));
  }
  const report = await reported(lead, partnership, scan.id);
  expect(report.response.sent).toBe(5);
});

test('a reply that got lost makes no second answer, and a round that closes first says so', async ({
  enter,
  server,
}) => {
  const { partnership, lead } = await gather(server, { 'Bibliotheek Zuid': 2 });
  const scan = await open(lead, partnership, 'pulse');
  const [member, third] = await Promise.all([
    enter('member', `scans/${scan.id}`, withClock),
    enter('third', `scans/${scan.id}`),
  ]);

  // The server hands out a ballot, and the reply never comes.
  await answerPage(member);
  await member.route('**/sending', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await member.getByRole('button', { name: 'Versturen' }).click();
  await expect(member.getByRole('alert')).toContainText('De server is niet bereikbaar');
  await expect(groups(member).first().getByRole('radio', { name: 'Eens', exact: true })).toBeChecked();
  await member.unroute('**/sending');
  const cast = watchBallots(member);
  await member.reload();
  await expect(sent(member)).toContainText(/onderweg|Verstuurd/);
  await afterThePause(member);
  await expect(sent(member)).toContainText('Verstuurd. Dank je wel.');
  expect(cast).toHaveLength(1);

  // Somebody began, and did not send.
  await groups(third).first().getByRole('radio', { name: 'Eens', exact: true }).check();
  await lead('POST', `/partnerships/${partnership}/scans/${scan.id}/close`);
  await expect(third.getByText('Deze ronde is gesloten voordat je verstuurde.')).toBeVisible();
  await expectAccessible(third);
  expect(await kept(third)).toEqual([]);
  await third.getByRole('button', { name: 'Begrepen, mag weg' }).click();
  await third.reload();
  await expect(third.getByRole('heading', { name: 'Te weinig antwoorden voor een verslag' })).toBeVisible();
  await expect(third.getByText('Deze ronde is gesloten voordat je verstuurde.')).toHaveCount(0);
  await expectAccessible(third);
});

test('where partners answer with one voice, that is said, and it can be changed', async ({ enter, server }) => {
  const { partnership, lead } = await gather(server, {});
  const scan = await open(lead, partnership, 'pulse', 'partner_voice');
  const member = await enter('member', `scans/${scan.id}`);
  await expect(member.getByText('Dit antwoord is niet anoniem')).toBeVisible();
  await answerPage(member);
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Antwoorden namens Scholengroep De Brug' }).click();
  await expect(heading(member, 'Scholengroep De Brug heeft geantwoord')).toBeVisible();
  await member.reload();
  await member.getByRole('button', { name: 'Antwoord wijzigen' }).click();
  await expect(groups(member).first().getByRole('radio', { name: 'Eens', exact: true })).toBeChecked();
  await expectAccessible(member);
});

async function open(lead, partnership, kind, mode = 'anonymous') {
  const today = new Date().toISOString().slice(0, 10);
  const { id } = await lead('POST', `/partnerships/${partnership}/scans`, { kind, planned_for: today });
  return lead('POST', `/partnerships/${partnership}/scans/${id}/open`, { mode, floor: 3, days: 10 });
}

const pulseAnswers = ({ statements }) => ({ answers: Object.fromEntries(statements.map((id) => [id, 4])) });

async function reported(lead, partnership, scan) {
  await lead('POST', `/partnerships/${partnership}/scans/${scan}/close`);
  let report;
  await expect(async () => {
    report = await lead('GET', `/partnerships/${partnership}/scans/${scan}/report`);
  }).toPass({ timeout: 90_000 });
  return report;
}
