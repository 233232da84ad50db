import { m } from '../../paraglide/messages.js';
import type { BinItem } from './load';

const LONGEST = 60;

/** What was deleted, in a few words of its own. */
export function nameOf(item: BinItem): string {
  if (item.role) return item.role.title.trim() || m.boards_bin_untitled_role();
  if (item.value) return item.value.name.trim() || m.boards_bin_untitled_value();
  const text = (item.note?.text ?? item.passage?.text ?? '').trim().replace(/\s+/g, ' ');
  if (text.length <= LONGEST) return text || m.boards_bin_blank_card();
  return `${text.slice(0, LONGEST - 2).trimEnd()}…`;
}
