import { chromium } from '@playwright/test';
const O = 'http://localhost:8471';
export async function start() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  return browser;
}
export async function person(browser, name, { width = 1440, height = 900, scheme = 'light', locale = 'nl-NL' } = {}) {
  const c = await browser.newContext({ baseURL: O, locale, viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  const p = await c.newPage();
  p.on('pageerror', (e) => console.log('PAGEERROR', name, e.stack));
  p.on('console', (e) => e.type() === 'error' && console.log('CONSOLE', name, e.text()));
  if (name) {
    const a = await p.request.post('/api/v1/sessions', { headers: { origin: O }, data: { email: `${name}@demo.example`, password: 'samenspel-demo-2026' } });
    if (a.status() !== 201) console.log('signin', a.status());
    const list = await (await p.request.get('/api/v1/partnerships')).json();
    p.base = `/partnerships/${list.items[0].id}`;
    p.pid = list.items[0].id;
  }
  p.shot = async (n, full = true) => { await p.waitForTimeout(400); await p.screenshot({ path: `/work/shots/${n}.png`, fullPage: full }); };
  return p;
}
