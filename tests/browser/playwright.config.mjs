import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const tools = fileURLToPath(new URL('../../scripts/tools', import.meta.url));
const chromium = execFileSync(tools, ['--chromium'], { encoding: 'utf8' }).trim();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  workers: 2,
  // Whatever needs a second try has a defect, and is reported as flaky. On the build machine, which others share, one
  // such does not take a whole build with it.
  retries: process.env.CI ? 1 : 0,
  // No journey waits for this; on a busy machine one takes a minute.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  use: {
    locale: 'nl-NL',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-default-apps',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
