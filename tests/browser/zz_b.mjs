import { start, person } from './zz_shots_phases.mjs';
const b = await start();
const step = async (n, f) => { try { await f(); } catch (e) { console.log('FAILED', n, e.message.slice(0, 600)); } };
try {
const lead = await person(b, 'lead'), member = await person(b, 'member'), third = await person(b, 'third');
const api = async (p, method, path, body) => { const r = await p.request.fetch('/api/v1' + path, { method, headers: { origin: 'http://localhost:8471' }, data: body }); const t = await r.text(); if (!r.ok()) throw new Error(path + r.status() + t); return t && JSON.parse(t); };
const P = `/partnerships/${lead.pid}`;
const { items: boards } = await api(lead, 'GET', `${P}/boards`);
const board = boards.find((x) => x.kind === 'ambition').id;
let token;
await step('share', async () => {
  const first = await api(lead, 'POST', `${P}/ambition/links`, { days: 7 });
  const v0 = await person(b, null, { width: 390, height: 844 });
  await v0.goto(new URL(first.address).pathname + new URL(first.address).hash); await v0.waitForSelector('h1[tabindex]'); await v0.shot('p10-shared-none-phone');
  const c = await api(lead, 'GET', `/boards/${board}/content`);
  await api(lead, 'POST', `${P}/ambition/versions`, { seq: c.seq });
  await v0.reload(); await v0.waitForSelector('[data-testid=state]'); await v0.shot('p11-shared-proposed-phone');
  for (const p of [lead, member, third]) await api(p, 'PUT', `${P}/ambition/versions/1/endorsement`, { answer: 'yes', words: null });
  const v1 = await person(b, null);
  await v1.goto(new URL(first.address).pathname + new URL(first.address).hash); await v1.waitForSelector('[data-testid=state]'); await v1.shot('p12-shared-all');
  await v1.emulateMedia({ colorScheme: 'dark' }); await v1.shot('p13-shared-all-dark');
  await v1.emulateMedia({ colorScheme: 'light' });
  await v1.pdf({ path: '/tmp/ph/shared.pdf', format: 'A4', preferCSSPageSize: true });
  await v1.emulateMedia({ media: 'print' }); await v1.setViewportSize({ width: 794, height: 1123 }); await v1.shot('p14-shared-print', false);
  await v1.goto('/shared#nope'); await v1.waitForTimeout(800); await v1.emulateMedia({ media: 'screen' }); await v1.shot('p15-shared-gone', false);
});
await step('dialog', async () => {
  await lead.goto(lead.base + '/ambition'); await lead.waitForSelector('[data-testid=horizon]');
  await lead.shot('p20-ambition');
  await lead.getByRole('button', { name: /^Meer over/ }).click(); await lead.getByRole('menuitem', { name: /Deel met/ }).click();
  await lead.waitForSelector('[data-testid=links] li'); await lead.shot('p21-share-dialog', false);
  await lead.getByRole('button', { name: 'Link maken' }).click(); await lead.waitForSelector('input[readonly]'); 
  await lead.getByRole('button', { name: /^Intrekken/ }).last().click(); await lead.shot('p22-share-made', false);
});
await step('compare', async () => {
  await member.goto(member.base + '/ambition');
  const ed = member.locator('#ambition-statement [contenteditable]'); await ed.click(); await member.keyboard.press('Control+End'); await member.keyboard.type(' En wij vragen het de ouders zelf, elke maand opnieuw.');
  await member.keyboard.press('Control+Home'); for (let i = 0; i < 3; i++) await member.keyboard.press('Control+Delete'); await member.keyboard.type('Wij zien dat ');
  await member.waitForTimeout(1500);
  await member.goto(member.base + '/ambition/versions/compare/1/draft'); await member.waitForSelector('ins'); await member.waitForTimeout(2500); 
  await member.locator('table button').first().focus(); await member.shot('p30-compare');
  await member.setViewportSize({ width: 390, height: 844 }); await member.shot('p31-compare-phone');
});
await step('restore', async () => {
  await lead.goto(lead.base + '/ambition/history'); await lead.locator('[data-seq]').nth(1).click(); await lead.waitForSelector('[data-testid=past]');
  await lead.waitForTimeout(500); await lead.shot('p40-history', false);
  await lead.getByRole('button', { name: /^Zet deze/ }).click(); await lead.shot('p41-restore', false);
  await lead.getByRole('button', { name: 'Terugzetten', exact: true }).click(); await lead.waitForTimeout(1500); await lead.shot('p42-restored', false);
});
await step('phases', async () => {
  await api(member, 'PUT', `${P}/phases/share_ambition/readiness`, { readiness: 'deliberating' });
  await api(third, 'PUT', `${P}/phases/share_ambition/readiness`, { readiness: 'ready' });
  await api(lead, 'POST', `${P}/phase`, { from: 'share_ambition', to: 'realise', reason: 'De subsidie loopt af en de voorleesdagen beginnen in maart; de afspraken maken we onderweg.' });
  await api(lead, 'POST', `${P}/phase`, { from: 'realise', to: 'agree', reason: null });
  await lead.goto(lead.base + '/phases'); await lead.waitForSelector('[data-testid=moves]'); await lead.locator('details').nth(3).locator('summary').click(); await lead.shot('p50-way-moves');
  const en = await person(b, 'observer', { locale: 'en-GB' }); await en.goto(en.base + '/phases'); await en.waitForSelector('[data-testid=moves]'); await en.shot('p51-way-observer-en');
});
} finally { await b.close(); }
