// More people for the partners of the demo, who act by HTTP alone: a round needs a handful of answers.
import { until } from '../process.mjs';
import { PASSWORD } from './journey.mjs';

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

async function signedIn(server, name) {
  const credentials = { email: `${name}@demo.example`, password: PASSWORD, mode: 'token' };
  const { access_token: token } = await caller(server)('POST', '/sessions', credentials);
  return caller(server, token);
}

function caller(server, token) {
  return async (method, path, body) => {
    const response = await fetch(`${server.origin}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
}
