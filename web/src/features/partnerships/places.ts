import { m } from '../../paraglide/messages.js';
import { PEOPLE, SETTINGS } from '../../routes';

/** What a place of a partnership is called that is not a board. */
export function placeName(room: string): string | undefined {
  if (room === PEOPLE) return m.people_title();
  return room === SETTINGS ? m.settings_title() : undefined;
}
