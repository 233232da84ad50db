import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import vocabulary from '../../server/src/boards/vocabulary.json';
import { BLOCK_IDS, blocks } from './content/canvas';
import { drives, libraryRoles, qualities, WEIGHTS } from './content/roles';
import { HEADLINE_LIMIT, ambitionTexts } from './features/ambition/document';
import { TEXT_LIMIT, addNote, assignNote, moveNote, notesRoot } from './features/canvas/document';
import {
  MOST_SEATS,
  PURPOSE_LIMIT,
  TITLE_LIMIT,
  addRole,
  rolesRoot,
  setDrive,
  setQuality,
  setSeatsMax,
  setSeatsMin,
} from './features/roles/document';
import { addValue, MEANING_LIMIT, moveValue, NAME_LIMIT, valuesRoot } from './features/values/document';
import { conversationNote } from './features/scans/conversation/document';
import { FULL } from './realtime/bind_text';
import { LONGEST_ADDRESS } from './rich_text/document';

const { ambition, canvas, conversation, roles, values } = vocabulary.kinds;
const card = canvas.roots.notes.entries;
const role = roles.roots.roles.entries;
const value = values.roots.values.entries;

/** What a shared value is, in the words of the vocabulary. */
function kindOf(value: unknown): string {
  if (value instanceof Y.Text) return 'text';
  if (value instanceof Y.Map) return 'map';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function expectKeys(
  shared: Y.Map<unknown>,
  entries: Record<string, { type: string; nullable?: boolean }>,
): void {
  expect([...shared.keys()].sort()).toEqual(Object.keys(entries).sort());
  for (const [key, value] of shared) {
    const entry = entries[key];
    expect([entry?.type, entry?.nullable ? 'null' : entry?.type]).toContain(kindOf(value));
  }
}

describe('the web writes what the vocabulary allows', () => {
  it('in the same roots', () => {
    const doc = new Y.Doc();
    ambitionTexts(doc);
    expect([...doc.share.keys()].sort()).toEqual(Object.keys(ambition.roots).sort());
    expect(conversationNote(doc)).toBe(doc.share.get(Object.keys(conversation.roots)[0] ?? ''));
    expect(notesRoot(doc)).toBe(doc.share.get(Object.keys(canvas.roots)[0] ?? ''));
    expect(valuesRoot(doc)).toBe(doc.share.get(Object.keys(values.roots)[0] ?? ''));
    expect(rolesRoot(doc)).toBe(doc.share.get(Object.keys(roles.roots)[0] ?? ''));
  });

  it('with texts of the same length', () => {
    const texts: Array<[{ soft_limit: number; longest: number }, number]> = [
      [ambition.roots.headline, HEADLINE_LIMIT],
      [card.text, TEXT_LIMIT],
      [role.title, TITLE_LIMIT],
      [role.purpose, PURPOSE_LIMIT],
      [value.name, NAME_LIMIT],
      [value.meaning, MEANING_LIMIT],
    ];
    for (const [text, limit] of texts) {
      expect(text.soft_limit).toBe(limit);
      expect(text.longest).toBe(limit * FULL);
    }
    expect(LONGEST_ADDRESS * 3).toBeLessThanOrEqual(vocabulary.longest.mark);
  });

  it('on cards', () => {
    const doc = new Y.Doc();
    const id = crypto.randomUUID();
    addNote(doc, { id, block: 'channels', partner: null, text: 'De bus' });
    expectKeys(notesRoot(doc).get(id)!, card);
    moveNote(doc, id, 'key_partners', 0);
    assignNote(doc, id, crypto.randomUUID());
    expectKeys(notesRoot(doc).get(id)!, card);
    expect(id.length).toBeLessThanOrEqual(vocabulary.longest.id);
    expect([...BLOCK_IDS].sort()).toEqual([...card.block.one_of].sort());
    expect(blocks.map((block) => block.id).sort()).toEqual([...BLOCK_IDS].sort());
  });

  it('on roles', () => {
    const doc = new Y.Doc();
    addRole(doc, { id: 'rol', title: 'Verbinder' });
    setQuality(doc, 'rol', 'tact', 3);
    setDrive(doc, 'rol', 'care', true);
    const shared = rolesRoot(doc).get('rol')!;
    expectKeys(shared, role);
    for (const seats of [role.seats_min, role.seats_max])
      expect([seats.minimum, seats.maximum]).toEqual([0, MOST_SEATS]);
    for (const seats of [-1, 21, 2.6, Number.NaN]) {
      setSeatsMin(doc, 'rol', seats);
      setSeatsMax(doc, 'rol', seats);
      for (const key of ['seats_min', 'seats_max']) {
        const set = Number(shared.get(key));
        expect(Number.isInteger(set) && set >= 0 && set <= MOST_SEATS).toBe(true);
      }
    }
    const { minimum, maximum } = role.qualities.entries_are;
    expect([Math.min(...WEIGHTS), Math.max(...WEIGHTS)]).toEqual([minimum, maximum]);
    expect(role.drives.entries_are.one_of).toEqual([true]);
  });

  it('on values', () => {
    const doc = new Y.Doc();
    addValue(doc, { id: 'waarde', name: 'Vertrouwen' });
    moveValue(doc, 'waarde', 0);
    expectKeys(valuesRoot(doc).get('waarde')!, value);
  });

  it('with ids that are not too long', () => {
    const ids = [...qualities, ...drives, ...libraryRoles].map((named) => named.id);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(vocabulary.longest.id);
  });
});
