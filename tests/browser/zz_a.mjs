import { start, person } from './zz_shots_phases.mjs';
const b = await start();
try {
const lead = await person(b, 'lead');
await lead.goto(lead.base); await lead.waitForSelector('[data-testid=path] [data-found]'); await lead.shot('p01-home-lead');
await lead.goto(lead.base + '/phases'); await lead.waitForSelector('[data-testid=way]'); await lead.shot('p02-way-lead');
await lead.getByRole('button', { name: /^Door naar/ }).first().click(); await lead.shot('p03-move', false);
const member = await person(b, 'member', { width: 390, height: 844, scheme: 'dark' });
await member.goto(member.base + '/phases'); await member.waitForSelector('[data-testid=way]');
await member.setViewportSize({ width: 390, height: 2200 }); await member.shot('p04-way-member-phone-dark');
} finally { await b.close(); }
