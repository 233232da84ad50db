import type * as Y from 'yjs';

/** Soft limit of the headline in characters: the field warns, two honest edits may add up to more. */
export const HEADLINE_LIMIT = 200;

/** Marks what this page writes itself, so that undo takes back one's own changes only. */
export const ORIGIN = Symbol('ambition');

/** The three shared texts of an ambition board. */
export interface AmbitionTexts {
  headline: Y.Text;
  statement: Y.XmlFragment;
  horizon: Y.XmlFragment;
}

export function ambitionTexts(doc: Y.Doc): AmbitionTexts {
  return {
    headline: doc.getText('headline'),
    statement: doc.getXmlFragment('statement'),
    horizon: doc.getXmlFragment('horizon'),
  };
}
