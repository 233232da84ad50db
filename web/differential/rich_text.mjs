// Somebody who types in the editor: commands of the editor on its own schema, written into the shared document by
// the binding that the editor uses.
import { getSchema } from '@tiptap/core';
import { joinBackward, setBlockType, splitBlock } from '@tiptap/pm/commands';
import { Fragment, Slice } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import { richTextExtensions } from './web.mjs';
import { words } from './words.mjs';

const schema = getSchema(richTextExtensions);
const { nodes, marks } = schema;

/** Does one thing in the editor that is bound to `fragment`. */
export function editRichText(doc, fragment, random) {
  // Opening the editor takes away what concurrent edits left that fits no schema, as it does on the page.
  const { doc: before, mapping } = initProseMirrorDoc(fragment, schema);
  const filled = before.childCount > 0 ? before : schema.topNodeType.createAndFill();
  let state = EditorState.create({ doc: filled, schema });
  const dispatch = (transaction) => (state = state.apply(transaction));
  dispatch(state.tr.setSelection(somewhere(state.doc, random)));
  random.of(COMMANDS)(state, dispatch, random);
  state.doc.check();
  doc.transact(
    () => updateYFragment(doc, fragment, state.doc, { mapping, isOMark: new Map() }),
    ySyncPluginKey,
  );
}

/** A caret, or now and then a selection, where text can be. */
function somewhere(doc, random) {
  const from = beforeCharacter(doc, TextSelection.near(doc.resolve(random.below(doc.content.size + 1))).from);
  if (random.once(2)) return TextSelection.create(doc, from);
  const to = Math.min(doc.content.size, from + random.below(random.once(4) ? 60 : 12));
  return TextSelection.between(doc.resolve(from), doc.resolve(beforeCharacter(doc, to)));
}

/** A caret never stands within a character that takes two units. */
function beforeCharacter(doc, position) {
  const before = doc.textBetween(Math.max(0, position - 1), position);
  return /[\ud800-\udbff]$/.test(before) ? position - 1 : position;
}

const type = (state, dispatch, random) => dispatch(state.tr.insertText(words(random)));

const COMMANDS = [
  type,
  type,
  type,
  (state, dispatch) => dispatch(state.tr.deleteSelection()),
  mark(() => marks.bold.create()),
  mark(() => marks.italic.create()),
  mark((random) =>
    marks.link.create({ href: random.of(['https://samenspel.example/a?b=c', 'mailto:a@b.example']) }),
  ),
  (state, dispatch) => dispatch(state.tr.removeMark(state.selection.from, state.selection.to)),
  split,
  split,
  (state, dispatch, random) => setBlockType(nodes.heading, { level: 2 + random.below(2) })(state, dispatch),
  (state, dispatch) => setBlockType(nodes.paragraph)(state, dispatch),
  (state, dispatch) => wrapInList(nodes.bulletList)(state, dispatch),
  (state, dispatch, random) => wrapInList(nodes.orderedList, { start: 1 + random.below(3) })(state, dispatch),
  (state, dispatch) => sinkListItem(nodes.listItem)(state, dispatch),
  (state, dispatch) => liftListItem(nodes.listItem)(state, dispatch),
  (state, dispatch) => joinBackward(state, dispatch),
  (state, dispatch) => dispatch(state.tr.replaceSelectionWith(nodes.hardBreak.create())),
  paste,
];

function mark(make) {
  return (state, dispatch, random) => {
    const { from, to } = state.selection;
    const made = make(random);
    const is = state.doc.rangeHasMark(from, to, made.type);
    dispatch(is ? state.tr.removeMark(from, to, made.type) : state.tr.addMark(from, to, made));
  };
}

function split(state, dispatch) {
  if (!splitListItem(nodes.listItem)(state, dispatch)) splitBlock(state, dispatch);
}

function paste(state, dispatch, random) {
  const paragraph = () => nodes.paragraph.create(null, schema.text(words(random) || 'x'));
  const list = nodes.bulletList.create(null, [nodes.listItem.create(null, [paragraph()])]);
  const pasted = random.once(2) ? [paragraph(), paragraph()] : [paragraph(), list];
  dispatch(state.tr.replaceSelection(new Slice(Fragment.from(pasted), 0, 0)));
}
