import library from './core_quadrants.json';
import { drives, qualities, type Quality } from './roles';
import { inOwnLanguage, type Words } from './words';

/** What stands around a core quality: too much of it, the opposite of that, and too much of that again. */
export const CORNERS = ['pitfall', 'challenge', 'allergy'] as const;
export type Corner = (typeof CORNERS)[number];

/** That the library only opens a conversation. */
export const quadrantNotice: Words = library.notice;
/** What each corner is. */
export const cornerMeaning: Readonly<Record<Corner, Words>> = library.model;

const quadrants: Readonly<Record<string, Readonly<Record<Corner, Words>> | undefined>> = library.quadrants;

/** What the library says in a corner of a quality; null of a quality that it does not know. */
export function libraryCorner(quality: string, corner: Corner): string | null {
  const words = Object.hasOwn(quadrants, quality) ? quadrants[quality] : undefined;
  return words ? inOwnLanguage(words[corner]) : null;
}

/** What somebody calls a quality: the name in the library by its id, or their own words as they are. */
export function qualityWords(quality: string): string {
  const known = qualities.find(({ id }) => id === quality);
  return known ? inOwnLanguage(known.name) : quality;
}

/** The quality of the library that is called so, in either language, whatever the capitals. */
export function libraryQuality(name: string): Quality | null {
  return named(qualities, name);
}

export function driveWords(drive: string): string {
  const known = drives.find(({ id }) => id === drive);
  return known ? inOwnLanguage(known.name) : drive;
}

export function libraryDrive(name: string): (typeof drives)[number] | null {
  return named(drives, name);
}

function named<Item extends { name: Words }>(library: readonly Item[], name: string): Item | null {
  const sought = name.trim().toLowerCase();
  return library.find(({ name: { nl, en } }) => [nl, en].some((one) => one.toLowerCase() === sought)) ?? null;
}
