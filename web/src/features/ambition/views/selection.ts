/** Words that somebody selected in what a partner wrote. */
export interface Selected {
  partner: string;
  quote: string;
}

/** As the server keeps it. */
const LONGEST_QUOTE = 500;

/** The words that are selected on the page, when all of them stand in one text of one partner (`data-words-of`). */
export function selectedWords(): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = elementAt(range.startContainer)?.closest<HTMLElement>('[data-words-of]');
  const partner = text?.dataset['wordsOf'];
  if (!text || partner === undefined || !text.contains(range.endContainer)) return null;
  const words = range.cloneContents();
  // The numbers of overlaps stand in the text and are none of its words.
  for (const sign of words.querySelectorAll('[data-sign]')) sign.remove();
  const quote = shortened(words.textContent ?? '');
  return quote === '' ? null : { partner, quote };
}

/** No longer than is kept, and from word to word. */
export function shortened(words: string): string {
  return [...words.trim()].slice(0, LONGEST_QUOTE).join('').trim();
}

function elementAt(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
