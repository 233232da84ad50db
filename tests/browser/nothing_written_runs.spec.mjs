import { sendEveryTrick, TRICKS_IN_A_PLACE } from '../providers/payloads.mjs';
import { choose, expect, expectSaved, test } from './journey.mjs';

/** Notes whatever runs, wanted to run and was kept from it, or opened a window. */
async function watched(page) {
  await page.addInitScript(() => {
    window.stopped = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) =>
      window.stopped.push(`${violatedDirective} at ${sourceFile}:${lineNumber}`),
    );
  });
}

async function expectNothingRan(page) {
  // What waits to run, such as the loading of a picture that is none, has run by then.
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => [window.scriptRan, ...window.stopped])).toEqual([undefined]);
  expect(page.context().pages()).toHaveLength(1);
}

test('five hundred tries to run a script in the browsers of others run nothing', async ({ enter, server }) => {
  // Somebody looks on while it is written, with caret and presence of whoever writes.
  const onlooker = await enter('lead', 'ambition', watched);
  const outcome = await sendEveryTrick(server);
  const all = TRICKS_IN_A_PLACE;
  expect(Object.keys(outcome).length * all).toBe(500);
  const refused = { taken: 0, refused: all };
  const taken = { taken: all, refused: 0 };
  // Where an id stands, or what is no name of ours, but is none of a script either: only what is too long is refused.
  const unlessTooLong = { taken: all - 4, refused: 4 };
  expect(outcome).toEqual({
    headline: taken,
    paragraph: taken,
    heading: taken,
    'item of a list': taken,
    'bold words': taken,
    horizon: taken,
    'address of a link': refused,
    'title of a link': taken,
    'class of a link': taken,
    mark: refused,
    element: refused,
    'attribute of an element': refused,
    'name in the presence': taken,
    'text of a card': taken,
    'id of a card': unlessTooLong,
    'block of a card': refused,
    'partner of a card': unlessTooLong,
    'title of a role': taken,
    'purpose of a role': taken,
    'quality of a role': unlessTooLong,
  });
  await expectNothingRan(onlooker);

  const reader = await enter('third', 'ambition', watched);
  await expect(reader.getByRole('textbox', { name: 'De ambitie uitgelegd' })).toContainText('<script>window.scriptRan=1');
  await expectNothingRan(reader);
  for (const [room, words] of [
    ['canvas', '<img src=x onerror=window.scriptRan=1>'],
    ['roles', '<svg/onload=window.scriptRan=1>'],
    ['', '<script>'],
  ]) {
    await reader.goto(reader.url().replace(/[^/]*$/, room));
    await expectSaved(reader);
    await expect(reader.locator('main')).toContainText(words);
    await expectNothingRan(reader);
  }
  for (const room of ['ambition', 'canvas', 'roles']) {
    await reader.goto(reader.url().replace(/(partnerships\/[^/]*).*$/, `$1/${room}`));
    await choose(reader, 'Geschiedenis');
    await reader.getByRole('navigation', { name: 'Wie wanneer schreef' }).locator('[data-seq]').first().click();
    await expect(reader.getByTestId('past')).toContainText('scriptRan');
    await expectNothingRan(reader);
  }
});
