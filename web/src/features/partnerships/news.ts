import type { Heard } from '../../realtime/happenings';

const CONCERNED = /^((partnership|partner|member|guest|conclusion|canvas)\.|phase\.moved$)/;

/** Whether something happened that the partnership itself, its partners, its people or its boards are told by. */
export function concernsPartnership(heard: Heard): boolean {
  return heard === 'missed' || CONCERNED.test(heard.type);
}
