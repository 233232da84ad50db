/** A piece of a mail; the address of a page, if `link`. */
export interface Piece {
  text: string;
  link: boolean;
}

const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** A mail's text in pieces, so that its addresses can be followed. */
export function withLinks(text: string): Piece[] {
  const pieces = text.split(ADDRESS).map((piece, index) => ({ text: piece, link: index % 2 === 1 }));
  return pieces.filter((piece) => piece.text !== '');
}
