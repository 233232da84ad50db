// What every journey starts with: a server of its own with the demo in it, and people who each have a browser.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { startServer } from '../process.mjs';

const PASSWORD = 'samenspel-demo-2026';

export const test = base.extend({
  demo: [true, { option: true }],

  server: async ({ demo }, use) => {
    const server = await startServer({ demo });
    await use(server);
    await server.remove();
  },

  /** Gives somebody a browser of their own, not signed in. */
  visitor: async ({ browser, server, locale, viewport, contextOptions }, use) => {
    const contexts = [];
    const failures = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL: server.origin, locale, viewport });
      contexts.push(context);
      // Of all windows of this browser, those that a journey opens by itself too.
      context.on('weberror', (failure) => failures.push(failure.error().stack));
      return context.newPage();
    });
    expect(failures, 'no page failed').toEqual([]);
    await Promise.all(contexts.map((context) => context.close()));
  },

  /** Signs somebody of the demo in (`lead`) and opens a room of the partnership, in a browser that was prepared. */
  enter: async ({ visitor, server }, use) => {
    await use(async (name, room = '', prepare = async () => {}) => {
      const page = await visitor();
      await prepare(page);
      const answer = await page.request.post('/api/v1/sessions', {
        headers: { origin: server.origin },
        data: { email: `${name}@demo.example`, password: PASSWORD },
      });
      expect(answer.status()).toBe(201);
      const partnerships = await (await page.request.get('/api/v1/partnerships')).json();
      await page.goto(`/partnerships/${partnerships.items[0].id}/${room}`);
      await expectSaved(page);
      return page;
    });
  },
});

export { expect, PASSWORD };

export const pill = (page) => page.getByTestId('connection-pill');

/** Everything written here is on the server, and the page says so. */
export async function expectSaved(page) {
  await expect(pill(page)).toHaveAttribute('data-state', 'saved');
  await expect(pill(page)).toHaveAttribute('data-waiting', '0');
}

/** Puts the caret behind the last word of a rich text; the key alone may come before the editor is ready for it. */
export async function caretToEnd(editor) {
  await expect(async () => {
    await editor.press('Control+End');
    const after = await editor.evaluate(({ editor: { state } }) =>
      state.doc.textBetween(state.selection.from, state.doc.content.size),
    );
    expect(after).toBe('');
  }).toPass();
}

/** Puts the caret before the first word of a rich text. */
export async function caretToStart(editor) {
  await expect(async () => {
    await editor.press('Control+Home');
    const before = await editor.evaluate(({ editor: { isFocused, state } }) =>
      isFocused ? state.doc.textBetween(0, state.selection.from) : 'not there yet',
    );
    expect(before).toBe('');
  }).toPass();
}

/** Nothing stands between anybody and this page, by day or by night (axe: WCAG 2.2 AA and its best practices). */
export async function expectAccessible(page) {
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The colours follow with the next picture that is drawn.
    await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    // A colour that is on its way to another is neither.
    await page.evaluate(() => {
      const ends = (motion) => motion.effect?.getComputedTiming().endTime !== Infinity;
      return Promise.allSettled(
        document
          .getAnimations()
          .filter(ends)
          .map(({ finished }) => finished),
      );
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
    expect(found).toEqual([]);
  }
}

/** Nobody has to scroll sideways to read this page; what sticks out is named. */
export async function expectNarrow(page) {
  const wide = await page.evaluate(() => {
    // On a phone the middle of the page scrolls by itself.
    const frames = [document.documentElement, ...document.querySelectorAll('main')];
    const beyond = (frame) => {
      const edge = frame.getBoundingClientRect().left + frame.clientWidth;
      return [...frame.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge + 0.5);
    };
    return frames
      .filter((frame) => frame.scrollWidth > frame.clientWidth)
      .map((frame) => [
        `${frame.tagName}: ${frame.scrollWidth} px in ${frame.clientWidth} px`,
        ...beyond(frame).map((one) => one.outerHTML.slice(0, 160)),
      ]);
  });
  expect(wide).toEqual([]);
}

/** Chooses something from the menu of the room one is in. */
export async function choose(page, item) {
  await page.getByRole('button', { name: /^Meer over/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
