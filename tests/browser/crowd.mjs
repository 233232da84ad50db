// More people for the partners of the demo, who act by HTTP alone: a round needs a handful of answers.
import { until } from '../process.mjs';
import { caller, signedIn } from './calling.mjs';

const SECRET = 'de kraai leent drie boeken';

/**
 * Brings so many people more into each partner, by its name, and gives everybody who acts for one: those of the demo as
 * well. Each can `call` the API as themselves.
 */
export async function gather(server, wanted) {
  const admin = await signedIn(server, 'admin');
  const lead = await signedIn(server, 'lead');
  const { items: partnerships } = await lead('GET', '/partnerships');
  const partnership = await lead('GET', `/partnerships/${partnerships[0].id}`);
  const crowd = [];
  for (const [name, count] of Object.entries(wanted)) {
    const partner = partnership.partners.find((one) => one.name === name);
    const runs = await administrator(server, admin, partner);
    for (let number = 1; number <= count; number += 1) {
      const email = `${partner.mark}.${number}@samen.example`;
      const path = `/organisations/${partner.organisation_id}/accounts`;
      await runs('POST', path, { name: `Persoon ${partner.mark}${number}`, email });
      const call = await begin(server, email);
      const { id } = await call('GET', '/me');
      await runs('POST', `/partners/${partner.id}/members`, { account_id: id });
      crowd.push({ partner: name, call });
    }
  }
  return { partnership: partnership.id, lead, crowd };
}

/** Sends answers as the web does: first the permission, and with that the answers, as nobody. */
export async function send(server, { partnership, scan, call }, response) {
  const choice = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  const { ballot } = await call('POST', `/partnerships/${partnership}/scans/${scan}/sending`, { choice });
  await caller(server)('POST', '/ballots', { ballot, response });
}

/** An organisation of the demo may have nobody who administers it; then the first of its people does. */
async function administrator(server, admin, partner) {
  const { items } = await admin('GET', `/organisations/${partner.organisation_id}/accounts`);
  const who = items.find((account) => account.organisation_admin) ?? items[0];
  if (!who.organisation_admin)
    await admin('PATCH', `/organisations/${partner.organisation_id}/accounts/${who.id}`, { organisation_admin: true });
  return signedIn(server, who.email.split('@')[0]);
}

/**
 * A scan that is over, the fastest way: each partner of the demo answered with one voice. `opinions` are by factor, in
 * the order of lead, member and third; the rest is a 4. Gives the round, and who can call the API.
 */
export async function reportedScan(server, opinions = {}) {
  const [lead, member, third] = await Promise.all(['lead', 'member', 'third'].map((name) => signedIn(server, name)));
  const { items } = await lead('GET', '/partnerships');
  const scans = `/partnerships/${items[0].id}/scans`;
  const today = new Date().toISOString().slice(0, 10);
  const planned = await lead('POST', scans, { kind: 'scan', planned_for: today });
  const opening = { mode: 'partner_voice', floor: 3, days: 10 };
  const scan = await lead('POST', `${scans}/${planned.id}/open`, opening);
  for (const [at, call] of [lead, member, third].entries()) {
    const answers = scan.statements.map((id) => [id, opinions[id.replace(/\.[ab]$/, '')]?.[at] ?? 4]);
    const voice = { answers: Object.fromEntries(answers), priorities: [], words: '' };
    await call('PUT', `${scans}/${scan.id}/voice`, voice);
  }
  await lead('POST', `${scans}/${scan.id}/close`);
  const isClosed = async () => (await lead('GET', `${scans}/${scan.id}`)).state === 'closed';
  await until('the report', isClosed, 90);
  return { partnership: items[0].id, scan: scan.id, lead, member, third };
}

async function begin(server, email) {
  let token;
  await until(`a mail to ${email}`, async () => {
    const [mail] = await server.mails(email);
    token = mail?.plain.match(/http\S+#(\S+)/)?.[1];
    return token;
  });
  const body = { token, name: email, password: SECRET, language: 'nl', mode: 'token' };
  const { access_token: access } = await caller(server)('POST', '/invitations/accept', body);
  return caller(server, access);
}
