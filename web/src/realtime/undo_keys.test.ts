import { beforeEach, expect, test, vi } from 'vitest';
import { undoKeys } from './undo_keys';

/** As much of an element as the keys ask for. */
class Fake {
  dataset: Record<string, string>;
  constructor(
    readonly tagName: string,
    readonly is: { shared?: boolean; inDialog?: boolean; type?: string } = {},
  ) {
    this.dataset = is.shared ? { shared: '' } : {};
  }
  get type(): string {
    return this.is.type ?? 'text';
  }
  closest(selector: string): Fake | null {
    return this.is.inDialog && selector.includes('[role=dialog]') ? this : null;
  }
}

beforeEach(() => vi.stubGlobal('HTMLElement', Fake));

/** What Ctrl+Z on it does: with the history of the room, and with the browser's own. */
function pressed(target: Fake | null, more: Partial<KeyboardEvent> = {}) {
  const history = { undo: vi.fn(), redo: vi.fn() };
  const preventDefault = vi.fn();
  const event = { key: 'z', ctrlKey: true, target, preventDefault, ...more } as unknown as KeyboardEvent;
  undoKeys(history)(event);
  const done = history.undo.mock.calls.length > 0 ? 'undo' : 'redo';
  const any = history.undo.mock.calls.length + history.redo.mock.calls.length > 0;
  expect(preventDefault).toHaveBeenCalledTimes(any ? 1 : 0);
  return any ? done : 'nothing';
}

test('where nothing is typed, and in what is shared, the history of the room is meant', () => {
  expect(pressed(null)).toBe('undo');
  expect(pressed(new Fake('DIV'))).toBe('undo');
  expect(pressed(new Fake('BUTTON'))).toBe('undo');
  expect(pressed(new Fake('TEXTAREA', { shared: true }))).toBe('undo');
  expect(pressed(new Fake('SELECT', { shared: true }))).toBe('undo');
  expect(pressed(new Fake('INPUT', { type: 'checkbox' }))).toBe('undo');
});

test('a field that is nobody else’s keeps the browser’s own undo', () => {
  for (const name of ['TEXTAREA', 'SELECT', 'INPUT']) expect(pressed(new Fake(name))).toBe('nothing');
});

test('nothing that is pressed in a dialog takes back what stands behind it', () => {
  for (const name of ['TEXTAREA', 'INPUT', 'BUTTON', 'DIV'])
    expect(pressed(new Fake(name, { inDialog: true }))).toBe('nothing');
  expect(pressed(new Fake('INPUT', { inDialog: true, type: 'checkbox' }))).toBe('nothing');
});

test('the same keys with Shift, and Y, do it again; others mean nothing here', () => {
  expect(pressed(null, { key: 'Z', shiftKey: true })).toBe('redo');
  expect(pressed(null, { key: 'y' })).toBe('redo');
  expect(pressed(null, { altKey: true })).toBe('nothing');
  expect(pressed(null, { key: 'a' })).toBe('nothing');
  expect(pressed(null, { ctrlKey: false })).toBe('nothing');
  expect(pressed(null, { defaultPrevented: true })).toBe('nothing');
});
