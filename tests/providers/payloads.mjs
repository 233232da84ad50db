// What somebody might write to have a script run in the browsers of the others: every trick in every place where a
// board takes something, and in some where it does not, sent as updates that no page of ours would make.
import * as Y from 'yjs';
import { until } from '../process.mjs';
import { signIn } from './person.mjs';

const RUN = 'window.scriptRan=1';

const TRICKS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg/onload=${RUN}>`,
  `"><script>${RUN}</script>`,
  `' autofocus onfocus='${RUN}`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}" autofocus>x</a>`,
  `javascript:${RUN}`,
  `JaVa\tScRiPt:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `<details open ontoggle=${RUN}>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</title><img src=x onerror=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<object data="javascript:${RUN}"></object>`,
  `<math><mtext><img src=x onerror=${RUN}></mtext></math>`,
  `<base href="javascript:${RUN}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `[x](javascript:${RUN})`,
  `<style>@import 'javascript:${RUN}';</style>`,
];

/** Where a trick goes, by kind of board. */
const PLACES = {
  ambition: {
    headline: ({ doc }, trick) => doc.getText('headline').insert(0, trick),
    paragraph: ({ doc }, trick) => push(doc, element('paragraph', new Y.XmlText(trick))),
    heading: ({ doc }, trick) => push(doc, element('heading', new Y.XmlText(trick), { level: 2 })),
    'item of a list': ({ doc }, trick) => {
      const item = element('listItem', element('paragraph', new Y.XmlText(trick)));
      push(doc, element('bulletList', item));
    },
    'bold words': ({ doc }, trick) => push(doc, element('paragraph', marked(trick, { bold: {} }))),
    horizon: ({ doc }, trick) => push(doc, element('paragraph', new Y.XmlText(trick)), 'horizon'),
    'address of a link': ({ doc }, trick) => push(doc, element('paragraph', marked('x', { link: { href: trick } }))),
    'title of a link': ({ doc }, trick) => {
      push(doc, element('paragraph', marked('x', { link: { href: 'https://a.nl', title: trick } })));
    },
    'class of a link': ({ doc }, trick) => {
      push(doc, element('paragraph', marked('x', { link: { href: 'https://a.nl', class: trick } })));
    },
    mark: ({ doc }, trick) => push(doc, element('paragraph', marked('x', { [trick]: {} }))),
    element: ({ doc }, trick) => push(doc, element(trick, new Y.XmlText('x'))),
    'attribute of an element': ({ doc }, trick) => push(doc, element('paragraph', new Y.XmlText('x'), { onclick: trick })),
    'name in the presence': ({ awareness }, trick) => {
      awareness.setLocalState({ room: trick, field: trick, cursor: trick, user: { id: trick, name: trick, color: trick } });
    },
  },
  canvas: {
    'text of a card': ({ doc }, trick, number) => addCard(doc, `trick-${number}`, { text: new Y.Text(trick) }),
    'id of a card': ({ doc }, trick) => addCard(doc, trick, {}),
    'block of a card': ({ doc }, trick, number) => addCard(doc, `block-${number}`, { block: trick }),
    'partner of a card': ({ doc }, trick, number) => addCard(doc, `partner-${number}`, { partner: trick }),
  },
  roles: {
    'title of a role': ({ doc }, trick, number) => addRole(doc, `title-${number}`, { title: new Y.Text(trick) }),
    'purpose of a role': ({ doc }, trick, number) => addRole(doc, `purpose-${number}`, { purpose: new Y.Text(trick) }),
    'quality of a role': ({ doc }, trick, number) => {
      addRole(doc, `quality-${number}`, { qualities: new Y.Map([[trick, 2]]) });
    },
  },
};

/** Sends every trick in every place. Returns how many were taken and how many refused, by place. */
export async function sendEveryTrick(server) {
  const attacker = await signIn(server, 'member@demo.example');
  const boards = await attacker.boards();
  const outcome = {};
  for (const [kind, places] of Object.entries(PLACES)) {
    const witness = await attacker.open(boards[kind]);
    for (const [place, write] of Object.entries(places)) {
      outcome[place] = { taken: 0, refused: 0 };
      let side;
      for (const [number, trick] of TRICKS.entries()) {
        side ??= await arrive(attacker, boards[kind]);
        write(side, trick, number);
        await until('it is taken or refused', () => side.refused || isSeen(side, witness, trick));
        outcome[place][side.refused ? 'refused' : 'taken'] += 1;
        if (side.refused) side = leave(side);
      }
      leave(side);
    }
    leave(witness);
  }
  return outcome;
}

export const TRICKS_IN_A_PLACE = TRICKS.length;

/** Opens a board, until something that is written there is refused. */
async function arrive(attacker, board) {
  const side = await attacker.open(board, ({ code }) => (side.refused = code === 4422));
  await until('the board has arrived', () => side.provider.synced);
  return side;
}

/** Whether others see everything that was written, or the trick in the presence of whoever wrote nothing. */
function isSeen({ doc }, witness, trick) {
  const written = Y.getState(doc.store, doc.clientID);
  if (written > 0) return Y.getState(witness.doc.store, doc.clientID) === written;
  return witness.awareness.getStates().get(doc.clientID)?.room === trick;
}

function leave(side) {
  side?.provider.destroy();
  side?.doc.destroy();
}

function push(doc, content, root = 'statement') {
  doc.getXmlFragment(root).push([content]);
}

function element(name, content, attributes = {}) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, [content]);
  return made;
}

function marked(words, marks) {
  const text = new Y.XmlText();
  text.insert(0, words, marks);
  return text;
}

function addCard(doc, id, fields) {
  const card = { block: 'channels', order: 'a0', partner: null, text: new Y.Text('x'), ...fields };
  doc.getMap('notes').set(id, new Y.Map(Object.entries(card)));
}

function addRole(doc, id, fields) {
  const numbers = { seats_min: 1, seats_max: 2, order: 'a0', drives: new Y.Map() };
  const words = { title: new Y.Text('x'), purpose: new Y.Text(), qualities: new Y.Map() };
  doc.getMap('roles').set(id, new Y.Map(Object.entries({ ...numbers, ...words, ...fields })));
}
