// Two unmodified `y-websocket` providers do on the three boards what the web does, through a kill and a restart.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as Y from 'yjs';
import { startServer, until } from '../process.mjs';
import { signIn } from './person.mjs';

let server, lead, member, boards;
const opened = [];

before(async () => {
  server = await startServer({ demo: true });
  lead = await signIn(server, 'lead@demo.example');
  member = await signIn(server, 'member@demo.example');
  boards = await lead.boards();
});

after(async () => {
  for (const { provider, doc } of opened) {
    provider.destroy();
    doc.destroy();
  }
  await server?.remove();
});

async function open(person, kind) {
  const side = await person.open(boards[kind]);
  opened.push(side);
  await until(`${kind} has arrived`, () => side.provider.synced);
  return side;
}

function addCard({ doc }, id, text) {
  doc.transact(() => {
    const card = new Y.Map();
    card.set('block', 'channels');
    card.set('order', 'a0');
    card.set('partner', null);
    card.set('text', new Y.Text(text));
    doc.getMap('notes').set(id, card);
  });
}

function addRole({ doc }, id, title) {
  doc.transact(() => {
    const role = new Y.Map();
    role.set('title', new Y.Text(title));
    role.set('purpose', new Y.Text());
    role.set('seats_min', 1);
    role.set('seats_max', 2);
    role.set('qualities', new Y.Map([['enthusiasm', 2]]));
    role.set('drives', new Y.Map());
    role.set('order', 'a0');
    doc.getMap('roles').set(id, role);
  });
}

function addParagraph({ doc }, text) {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment('statement').push([paragraph]);
}

const headline = ({ doc }) => doc.getText('headline').toString();
const statement = ({ doc }) => doc.getXmlFragment('statement').toString();
const card = ({ doc }, id) => doc.getMap('notes').get(id)?.get('text').toString();
const title = ({ doc }, id) => doc.getMap('roles').get(id)?.get('title').toString();

test('text, rich text, cards, roles and presence pass between two providers', async () => {
  const [hers, his] = [await open(lead, 'ambition'), await open(member, 'ambition')];
  hers.doc.getText('headline').insert(0, 'Hallo ');
  addParagraph(his, 'Van hem');
  await until('he sees her word', () => headline(his).startsWith('Hallo '));
  await until('she sees his paragraph', () => statement(hers).includes('<paragraph>Van hem</paragraph>'));
  assert.equal(headline(hers), headline(his));

  hers.awareness.setLocalStateField('user', { name: 'Een ander' });
  hers.awareness.setLocalStateField('room', 'ambition');
  await until('he sees her', () => his.awareness.getStates().get(hers.doc.clientID)?.room === 'ambition');
  const { user } = his.awareness.getStates().get(hers.doc.clientID);
  assert.deepEqual([user.id, user.name], [lead.account.id, 'Sanne Mulder']);

  const [herCanvas, hisCanvas] = [await open(lead, 'canvas'), await open(member, 'canvas')];
  addCard(herCanvas, 'hers', 'De bus');
  addCard(hisCanvas, 'his', 'De trein');
  await until('both see both cards', () => card(hisCanvas, 'hers') === 'De bus' && card(herCanvas, 'his') === 'De trein');

  const [herRoles, hisRoles] = [await open(lead, 'roles'), await open(member, 'roles')];
  addRole(hisRoles, 'connector', 'Verbinder');
  await until('she sees the role', () => title(herRoles, 'connector') === 'Verbinder');
});

test('nothing anybody saw or wrote is gone after a kill, and who joins later gets it all', async () => {
  const sides = {
    ambition: [await open(lead, 'ambition'), await open(member, 'ambition')],
    canvas: [await open(lead, 'canvas'), await open(member, 'canvas')],
    roles: [await open(lead, 'roles'), await open(member, 'roles')],
  };
  sides.ambition[0].doc.getText('headline').insert(0, '[voor] ');
  addCard(sides.canvas[0], 'before', 'Voor de klap');
  addRole(sides.roles[0], 'before', 'Voor de klap');
  await until('he sees all of it', () =>
    headline(sides.ambition[1]).startsWith('[voor] ') &&
    card(sides.canvas[1], 'before') === 'Voor de klap' &&
    title(sides.roles[1], 'before') === 'Voor de klap');

  await server.kill();
  await until('everybody notices', () => Object.values(sides).flat().every(({ provider }) => !provider.wsconnected));
  sides.ambition[1].doc.getText('headline').insert(0, '[tijdens] ');
  addCard(sides.canvas[1], 'during', 'Zonder verbinding');
  addRole(sides.roles[1], 'during', 'Zonder verbinding');
  await server.start();

  await until('she sees what he wrote without a connection', () =>
    headline(sides.ambition[0]).startsWith('[tijdens] [voor] ') &&
    card(sides.canvas[0], 'during') === 'Zonder verbinding' &&
    title(sides.roles[0], 'during') === 'Zonder verbinding');

  const third = await signIn(server, 'third@demo.example');
  for (const [kind, [one]] of Object.entries(sides)) {
    const late = await open(third, kind);
    assert.deepEqual(everything(late, kind), everything(one, kind), kind);
  }
  const content = await lead.get(`/api/v1/boards/${boards.ambition}/content`);
  assert.equal(content.headline, headline(sides.ambition[0]));
});

function everything({ doc }, kind) {
  if (kind === 'ambition') {
    return [doc.getText('headline').toString(), ...['statement', 'horizon'].map((root) => doc.getXmlFragment(root).toString())];
  }
  return doc.getMap(kind === 'canvas' ? 'notes' : 'roles').toJSON();
}
