/** What an address of the web app means. Home is the room without a name. */
export type Route =
  | { page: 'sign-in' }
  | { page: 'setup' }
  | { page: 'link'; link: LinkPage }
  | { page: 'shared-ambition' }
  | { page: 'shared-block' }
  | { page: 'own-account' }
  | { page: 'notifications' }
  | ({ page: 'administration' } & Administration)
  | { page: 'partnerships' }
  | { page: 'start' }
  | {
      page: 'room';
      partnership: string;
      room: string;
      /** Which board of the room, where it is not the one that counts. */
      board?: string;
      past: Past | null;
      inside: string | null;
    }
  | { page: 'not-found' };

/** What is shown of the versions of the ambition or the business model: all, one, or how one differs from another, or from what stands there now. */
export type VersionsPlace =
  | { show: 'all' }
  | { show: 'one'; number: number }
  | { show: 'difference'; before: number; after: number | typeof DRAFT };

/** A room is shown as it was: at the change with this number, or with nothing chosen yet. */
export interface Past {
  at: number | null;
}

/** What somebody administers: all organisations, one of them, or their own; its log, or what it is about. */
export interface Administration {
  place: 'platform' | 'own' | { organisation: string };
  log: boolean;
}

/** What somebody comes to who is not signed in: mostly by a link in a mail. */
export type LinkPage = 'invitation' | 'forgotten' | 'password' | 'address' | 'outbox' | 'unsubscribe';
const LINK_PAGES: readonly string[] = [
  'invitation',
  'forgotten',
  'password',
  'address',
  'outbox',
  'unsubscribe',
];

export const HOME = 'home';
export const PEOPLE = 'people';
export const SETTINGS = 'settings';
/** Where the ambition is written; and inside it how each partner sees the challenge, and its versions. */
export const AMBITION = 'ambition';
export const VIEWS = 'views';
const VERSIONS = 'versions';
const COMPARE = 'compare';
const DRAFT = 'draft';
/** What partners hold in common; and inside it the questions for a tense moment. */
export const VALUES = 'values';
export const TENSION = 'tension';
/** How it works: the business model on its canvas; and inside it two variants beside each other. */
export const CANVAS = 'canvas';
const SIDE_BY_SIDE = 'side-by-side';
/** What it costs and brings, jointly and for each partner. */
export const LEDGER = 'ledger';
/** Who does what; and inside it who could best take on which role. */
export const ROLES = 'roles';
export const SUGGESTION = 'suggestion';
/** The way: in which phase a partnership is, and how it got there. */
export const PHASES = 'phases';
/** Where one looks back: all rounds, one of them, or the cards to talk with. */
export const SCANS = 'scans';
export const CARDS = 'cards';
/** What one does better next; and inside it the wall of what went well. */
export const IMPROVEMENTS = 'improvements';
export const SUCCESSES = 'successes';
/** What each person says of themselves; inside it, whose. */
export const PROFILES = 'profiles';
/** What each partner brings and comes to get. */
export const GIVE_AND_TAKE = 'give-and-take';
/** What somebody may go ahead with without asking each time. */
export const ROOM_TO_MOVE = 'room-to-move';
/** Places without a board, which have no history. */
const NO_BOARDS: readonly string[] = [PHASES, SCANS, IMPROVEMENTS, GIVE_AND_TAKE, LEDGER, ROOM_TO_MOVE];
/** Where the bell leads. */
export const NOTIFICATIONS = '/notifications';
/** Where a partnership is started. */
export const START = '/partnerships/new';
const HISTORY = 'history';
const LOG = 'log';

export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { page: 'partnerships' };
  if (parts.length === 1 && parts[0] === 'sign-in') return { page: 'sign-in' };
  if (parts.length === 1 && parts[0] === 'setup') return { page: 'setup' };
  if (parts.length === 1 && parts[0] === 'shared') return { page: 'shared-ambition' };
  if (parts.length === 1 && parts[0] === 'block') return { page: 'shared-block' };
  if (parts.length === 1 && isLinkPage(parts[0])) return { page: 'link', link: parts[0] };
  if (parts.length === 1 && parts[0] === 'account') return { page: 'own-account' };
  if (`/${parts.join('/')}` === NOTIFICATIONS) return { page: 'notifications' };
  const administration = parseAdministration(parts);
  if (administration) return { page: 'administration', ...administration };
  if (`/${parts.join('/')}` === START) return { page: 'start' };
  const [first, partnership, room = HOME, ...rest] = parts;
  if (first !== 'partnerships' || partnership === undefined) return { page: 'not-found' };
  if (room === SCANS && rest.length <= 1)
    return { page: 'room', partnership, room, past: null, inside: rest[0] ?? null };
  if (room === PROFILES) return parseProfile(partnership, rest);
  if (room === IMPROVEMENTS && (rest.length === 0 || rest.join('/') === SUCCESSES))
    return { page: 'room', partnership, room, past: null, inside: rest[0] ?? null };
  if (room === AMBITION && (rest.join('/') === VIEWS || parseVersions(rest.join('/'))))
    return { page: 'room', partnership, room, past: null, inside: rest.join('/') };
  if (room === VALUES && rest.join('/') === TENSION)
    return { page: 'room', partnership, room, past: null, inside: TENSION };
  if (room === ROLES && rest.join('/') === SUGGESTION)
    return { page: 'room', partnership, room, past: null, inside: SUGGESTION };
  if (room === CANVAS && (parseSideBySide(rest.join('/')) || parseVersions(rest.join('/'))))
    return { page: 'room', partnership, room, past: null, inside: rest.join('/') };
  if (room === CANVAS && isBoard(rest[0])) return parseVariant(partnership, rest[0], rest.slice(1));
  const past = parsePast(rest);
  if (past === undefined || (NO_BOARDS.includes(room) && past)) return { page: 'not-found' };
  return { page: 'room', partnership, room, past, inside: null };
}

/** A canvas beside the one that counts has its own address, and its own history. */
function parseVariant(partnership: string, board: string, rest: string[]): Route {
  const past = parsePast(rest);
  if (past === undefined) return { page: 'not-found' };
  return { page: 'room', partnership, room: CANVAS, board, past, inside: null };
}

/** There is no page of all profiles: one comes to each by the person's name. */
function parseProfile(partnership: string, rest: string[]): Route {
  const [account, ...more] = rest;
  if (account === undefined || more.length > 0) return { page: 'not-found' };
  return { page: 'room', partnership, room: PROFILES, past: null, inside: account };
}

export function roomAddress(partnership: string, room: string): string {
  const home = `/partnerships/${partnership}`;
  return room === HOME ? home : `${home}/${room}`;
}

/** Something inside a place that is not a board, such as one round of looking back. */
export function placeAddress(partnership: string, place: string, inside?: string): string {
  const address = roomAddress(partnership, place);
  return inside === undefined ? address : `${address}/${inside}`;
}

/** A room on another board than the one that counts; the room itself without one. */
export function boardAddress(partnership: string, room: string, board: string | null): string {
  return placeAddress(partnership, room, board ?? undefined);
}

/** Which two variants are looked at beside each other; null when it is not about that. */
export function parseSideBySide(inside: string): [first: string, second: string] | null {
  const [word, first, second, ...more] = inside.split('/');
  if (word !== SIDE_BY_SIDE || more.length > 0 || !isBoard(first) || !isBoard(second)) return null;
  return first === second ? null : [first, second];
}

export function sideBySideAddress(partnership: string, first: string, second: string): string {
  return placeAddress(partnership, CANVAS, `${SIDE_BY_SIDE}/${first}/${second}`);
}

/** What is meant by what stands behind the room's address; null when that is not about versions. */
export function parseVersions(inside: string): VersionsPlace | null {
  const [word, first, second, third, ...more] = inside.split('/');
  if (word !== VERSIONS || more.length > 0) return null;
  if (first === undefined) return { show: 'all' };
  if (first !== COMPARE)
    return isNumber(first) && second === undefined ? { show: 'one', number: Number(first) } : null;
  if (!isNumber(second)) return null;
  if (third === DRAFT) return { show: 'difference', before: Number(second), after: DRAFT };
  return isNumber(third) ? { show: 'difference', before: Number(second), after: Number(third) } : null;
}

export function versionsAddress(
  partnership: string,
  place: VersionsPlace = { show: 'all' },
  room: typeof AMBITION | typeof CANVAS = AMBITION,
): string {
  const all = `${roomAddress(partnership, room)}/${VERSIONS}`;
  if (place.show === 'all') return all;
  return place.show === 'one' ? `${all}/${place.number}` : `${all}/${COMPARE}/${place.before}/${place.after}`;
}

/** A room's history, or the room as it was at one change. */
export function historyAddress(partnership: string, room: string, at?: number): string {
  const history = `${roomAddress(partnership, room)}/${HISTORY}`;
  return at === undefined ? history : `${history}/${at}`;
}

export function administrationAddress({ place, log }: Administration): string {
  if (place === 'platform') return log ? '/admin/log' : '/admin/organisations';
  const about = place === 'own' ? '/organisation' : `/admin/organisations/${place.organisation}`;
  return log ? `${about}/${LOG}` : about;
}

function parseAdministration(parts: string[]): Administration | null {
  const log = parts.at(-1) === LOG;
  const [first, second, organisation, ...rest] = log ? parts.slice(0, -1) : parts;
  if (first === 'organisation') return second === undefined ? { place: 'own', log } : null;
  if (first !== 'admin' || rest.length > 0) return null;
  if (second === undefined) return log ? { place: 'platform', log } : null;
  if (second !== 'organisations') return null;
  if (organisation !== undefined) return { place: { organisation }, log };
  return log ? null : { place: 'platform', log };
}

/** The number of a version. */
function isNumber(word: string | undefined): word is string {
  return word !== undefined && /^[1-9]\d{0,8}$/.test(word);
}

function isBoard(word: string | undefined): word is string {
  return word !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(word);
}

function isLinkPage(word: string | undefined): word is LinkPage {
  return word !== undefined && LINK_PAGES.includes(word);
}

/** Where to go after signing in: only an address of this app, never another site. */
export function comeBackTo(next: string | null): string {
  const ours = next !== null && next.startsWith('/') && !next.startsWith('//') && !next.includes('\\');
  return ours && parseRoute(new URL(next, 'http://here').pathname).page !== 'sign-in' ? next : '/';
}

function parsePast([word, at, ...more]: string[]): Past | null | undefined {
  if (word === undefined) return null;
  if (word !== HISTORY || more.length > 0) return undefined;
  if (at === undefined) return { at: null };
  return /^\d{1,15}$/.test(at) ? { at: Number(at) } : undefined;
}
