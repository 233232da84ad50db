import * as Y from 'yjs';

export interface UndoHistory {
  /** Rune. */
  readonly canUndo: boolean;
  /** Rune. */
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
  /** Ends the step that is being built, so that what follows is undone by itself. */
  startNewStep(): void;
  close(): void;
}

type Root = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;

interface Options {
  /** Whether undo may delete this again; what others wrote into it meanwhile may forbid it. */
  mayDelete?: (item: Y.Item) => boolean;
}

/**
 * Undo and redo of one's own changes only: those made in a transaction with one of `origins`.
 * The changes others make meanwhile stay.
 */
export function undoHistory(roots: unknown[], origins: unknown, options: Options = {}): UndoHistory {
  const manager = new Y.UndoManager(roots as Root[], {
    trackedOrigins: new Set(Array.isArray(origins) ? origins : [origins]),
    deleteFilter: options.mayDelete ?? (() => true),
    // An editor marks what it only tidied up as nothing to take back.
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
  let canUndo = $state(false);
  let canRedo = $state(false);
  const look = () => {
    canUndo = manager.canUndo();
    canRedo = manager.canRedo();
  };
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
    manager.on(event, look);
  }
  return {
    get canUndo() {
      return canUndo;
    },
    get canRedo() {
      return canRedo;
    },
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    startNewStep: () => manager.stopCapturing(),
    close: () => manager.destroy(),
  };
}
