import { documentText } from '../../realtime/document_text';
import type { LiveBoard } from '../../realtime/live_board';

/**
 * What would be gone with a board and this browser's copy of it, as plain text: what was written and not saved, and
 * what others deleted under one's hands. Cards and passages that were moved only have no words of their own to show;
 * then it is all of the room.
 */
export function textToTake(live: Pick<LiveBoard, 'doc' | 'lost' | 'waiting' | 'unsavedText'>): string {
  const own = [live.unsavedText(), live.lost ? documentText(live.lost) : ''].filter((text) => text !== '');
  if (own.length > 0) return own.join('\n\n');
  return live.waiting > 0 ? documentText(live.doc) : '';
}
