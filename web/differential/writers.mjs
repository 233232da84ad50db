// People who write on a board as the web does: through its own functions, one step of theirs at a time.
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { editRichText } from './rich_text.mjs';
import {
  ambition,
  BLOCK_IDS,
  canvas,
  difference,
  drives,
  keepsOthersWork,
  libraryRoles,
  libraryValues,
  qualities,
  roles,
  values,
  writeEdit,
} from './web.mjs';
import { words } from './words.mjs';

/** Somebody who writes in `doc`, a document of this kind of board. */
export function writer(kind, doc, random) {
  const step = writers[kind](doc, random);
  const history = histories[kind](doc);
  return () => {
    if (random.once(12)) history.undo();
    else if (random.once(30)) history.redo();
    else step();
    // On a page a step ends when nobody types for half a second.
    if (random.once(2)) history.stopCapturing();
  };
}

const writers = {
  ambition: ambitionWriter,
  canvas: canvasWriter,
  roles: rolesWriter,
  values: valuesWriter,
};

/** What one document says, and how it says it; two that are the same say this in the same words. */
export function everything(kind, doc) {
  if (kind === 'canvas') return canvas.notesRoot(doc).toJSON();
  if (kind === 'roles') return roles.rolesRoot(doc).toJSON();
  if (kind === 'values') return values.valuesRoot(doc).toJSON();
  const { headline, statement, horizon } = ambition.ambitionTexts(doc);
  const all = { headline: headline.toDelta(), statement: tree(statement), horizon: tree(horizon) };
  // Objects as they were made here and as they came over the wire differ in their prototypes only.
  return JSON.parse(JSON.stringify(all));
}

function tree(node) {
  if (node instanceof Y.XmlText) return node.toDelta();
  const children = node.toArray().map(tree);
  return node instanceof Y.XmlElement ? { [node.nodeName]: node.getAttributes(), children } : children;
}

const histories = {
  ambition: (doc) =>
    undo(Object.values(ambition.ambitionTexts(doc)), [ambition.ORIGIN, ySyncPluginKey], (item) =>
      defaultDeleteFilter(item, defaultProtectedNodes),
    ),
  canvas: (doc) => undo([canvas.notesRoot(doc)], [canvas.ORIGIN], keepsOthersWork(canvas.notesRoot(doc))),
  values: (doc) => undo([values.valuesRoot(doc)], [values.ORIGIN], keepsOthersWork(values.valuesRoot(doc))),
  roles: (doc) => undo([roles.rolesRoot(doc)], [roles.ORIGIN], keepsOthersWork(roles.rolesRoot(doc))),
};

/** As `src/realtime/undo.svelte.ts`. */
function undo(roots, origins, mayDelete) {
  return new Y.UndoManager(roots, { trackedOrigins: new Set(origins), deleteFilter: mayDelete });
}

function ambitionWriter(doc, random) {
  const { headline, statement, horizon } = ambition.ambitionTexts(doc);
  return () => {
    if (random.once(4)) typeIn(headline, ambition.ORIGIN, random);
    else editRichText(doc, random.once(3) ? horizon : statement, random);
  };
}

/** Types in a field: the field has a new value, and the smallest edit that explains it is written. */
function typeIn(text, origin, random) {
  const before = text.toString();
  // A caret never stands within a character, however many units it takes.
  const characters = [...before];
  const at = random.once(2) ? characters.length : random.below(characters.length + 1);
  const removed = random.once(3) ? random.below(6) : 0;
  characters.splice(at, removed, removed > 0 ? '' : words(random));
  const after = characters.join('');
  const edit = difference(before, after);
  if (edit) writeEdit(text, edit, origin);
}

function canvasWriter(doc, random) {
  let removed = null;
  const add = () =>
    canvas.addNote(doc, {
      id: random.uuid(),
      block: random.of(BLOCK_IDS.slice(0, 4)),
      partner: random.once(2) ? null : random.uuid(),
      text: random.once(2) ? '' : words(random),
      index: random.once(2) ? undefined : random.below(4),
    });
  return () => {
    const note = random.of(canvas.readNotes(doc));
    if (!note || random.once(5)) return add();
    const choice = random.below(10);
    if (choice === 0) removed = canvas.removeNote(doc, note.id);
    else if (choice === 1 && removed) canvas.restoreNote(doc, removed);
    else if (choice === 2) canvas.assignNote(doc, note.id, random.once(2) ? null : random.uuid());
    else if (choice < 6) canvas.moveNote(doc, note.id, random.of(BLOCK_IDS.slice(0, 4)), random.below(5));
    else typeIn(canvas.noteText(doc, note.id), canvas.ORIGIN, random);
  };
}

function rolesWriter(doc, random) {
  let removed = null;
  const add = () => {
    const { name, description, ...rest } = random.of(libraryRoles);
    const own = random.once(2) ? {} : { ...rest, title: name.nl, purpose: description.nl };
    roles.addRole(doc, { ...own, id: random.uuid() });
  };
  return () => {
    const role = random.of(roles.readRoles(doc));
    if (!role || random.once(6)) return add();
    const { id } = role;
    const choice = random.below(12);
    if (choice === 0) removed = roles.removeRole(doc, id);
    else if (choice === 1 && removed) roles.restoreRole(doc, removed);
    else if (choice === 2) roles.moveRole(doc, id, random.below(4));
    else if (choice === 3) roles.setSeatsMin(doc, id, random.below(21));
    else if (choice === 4) roles.setSeatsMax(doc, id, random.below(21));
    else if (choice < 7) roles.setQuality(doc, id, random.of(qualities).id, random.of([1, 2, 3, null]));
    else if (choice < 9) roles.setDrive(doc, id, random.of(drives).id, random.once(2));
    else typeIn(random.of(Object.values(roles.roleTexts(doc, id))), roles.ORIGIN, random);
  };
}

function valuesWriter(doc, random) {
  let removed = null;
  const add = () => {
    const own = random.once(2) ? {} : { name: random.of(libraryValues).name.nl };
    values.addValue(doc, { ...own, id: random.uuid() });
  };
  return () => {
    const value = random.of(values.readValues(doc));
    if (!value || random.once(6)) return add();
    const { id } = value;
    const choice = random.below(8);
    if (choice === 0) removed = values.removeValue(doc, id);
    else if (choice === 1 && removed) values.restoreValue(doc, removed);
    else if (choice === 2) values.moveValue(doc, id, random.below(4));
    else typeIn(random.of(Object.values(values.valueTexts(doc, id))), values.ORIGIN, random);
  };
}
