import type { Member } from '../../api/types';

/** Somebody as they are mentioned. */
export type Named = Pick<Member, 'account_id' | 'name'>;

/** A name that is being typed: from the `@` at `start` up to the caret. */
export interface Mentioning {
  start: number;
  typed: string;
}

const LONGEST_LIST = 6;
const LONGEST_TYPED = 40;

/** What is being mentioned where the caret stands; nothing where no name begins. */
export function mentioningAt(text: string, caret: number): Mentioning | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || /[\p{L}\p{N}]$/u.test(before.slice(0, start))) return null;
  const typed = before.slice(start + 1);
  return typed.includes('\n') || typed.length > LONGEST_TYPED ? null : { start, typed };
}

/** Those whose name, or a part of it, begins with what was typed. */
export function matching<Person extends Named>(people: readonly Person[], typed: string): Person[] {
  const sought = plain(typed);
  const fits = ({ name }: Named): boolean =>
    plain(name).startsWith(sought) ||
    plain(name)
      .split(/[\s-]+/)
      .some((part) => part.startsWith(sought));
  return people.filter(fits).slice(0, LONGEST_LIST);
}

/** The text with the name in it, and where the caret goes. */
export function complete(
  text: string,
  { start, typed }: Mentioning,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, start)}@${name} `;
  return { text: before + text.slice(start + 1 + typed.length).replace(/^ /, ''), caret: before.length };
}

/** Whose names stand in a text behind an `@`. */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const pieces = withMentions(text, people);
  return [...new Set(pieces.flatMap(({ who }) => (who === null ? [] : [who])))];
}

/** A piece of a text: a name that is mentioned, or what stands between names. */
export interface Piece {
  text: string;
  who: string | null;
}

/** Takes a text apart. Of two names that begin alike the longer one is meant. */
export function withMentions(text: string, people: readonly Named[]): Piece[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from) continue;
    const rest = text.slice(at + 1);
    const person = longestFirst.find(({ name }) => name !== '' && startsWithName(rest, name));
    if (!person) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), who: null });
    from = at + 1 + person.name.length;
    pieces.push({ text: text.slice(at, from), who: person.account_id });
  }
  if (from < text.length) pieces.push({ text: text.slice(from), who: null });
  return pieces;
}

function startsWithName(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
}

/** Without capitals and accents, which people leave out. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
