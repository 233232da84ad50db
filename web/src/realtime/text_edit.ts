import type * as Y from 'yjs';

/** One change of a text: at `index`, `remove` characters make way for `insert`. */
export interface TextEdit {
  index: number;
  remove: number;
  insert: string;
}

/** What Yjs tells about a change of a text. */
export type TextDelta = ReadonlyArray<{ insert?: unknown; delete?: number; retain?: number }>;

/**
 * The smallest single edit that makes `after` of `before`. `caret` is where the caret stands in `after`: in a
 * run of equal letters it tells which one was typed. Surrogate pairs are never split.
 */
export function difference(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null;
  const longest = Math.min(before.length, after.length);
  const endsAt = Math.min(caret, after.length);
  let suffix = 0;
  while (
    suffix < Math.min(longest, after.length - endsAt) &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix += 1;
  }
  let prefix = 0;
  while (prefix < longest - suffix && before[prefix] === after[prefix]) prefix += 1;
  while (
    suffix < longest - prefix &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix += 1;
  }
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix -= 1;
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix -= 1;
  return {
    index: prefix,
    remove: before.length - suffix - prefix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

/** Writes an edit into the shared text as one step for the others and for undo. */
export function writeEdit(text: Y.Text, edit: TextEdit, origin: unknown): void {
  const write = (): void => {
    if (edit.remove > 0) text.delete(edit.index, edit.remove);
    if (edit.insert !== '') text.insert(edit.index, edit.insert);
  };
  if (text.doc) text.doc.transact(write, origin);
  else write();
}

/** Where a position lands after somebody else's change; what is inserted exactly there comes after it. */
export function mapPosition(delta: TextDelta, position: number): number {
  let index = 0;
  let mapped = position;
  for (const step of delta) {
    if (index > mapped) break;
    if (step.retain !== undefined) {
      index += step.retain;
    } else if (step.delete !== undefined) {
      mapped -= Math.min(step.delete, Math.max(0, mapped - index));
    } else if (typeof step.insert === 'string') {
      if (index < mapped) mapped += step.insert.length;
      index += step.insert.length;
    }
  }
  return mapped;
}

/** An edit made on a text as it was before `deltas` came, so that it does the same after them. */
export function mapEdit(edit: TextEdit, deltas: readonly TextDelta[]): TextEdit {
  let start = edit.index;
  let end = edit.index + edit.remove;
  for (const delta of deltas) {
    start = mapPosition(delta, start);
    end = Math.max(start, mapPosition(delta, end));
  }
  return { index: start, remove: end - start, insert: edit.insert };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
