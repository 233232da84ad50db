import { Followed } from '../../realtime/followed.svelte';
import { loadWay, type Way } from './load';

/** What a phase asks for is done in other rooms, so what happens there counts too. */
const CONCERNING =
  /^(phase|partnership|partner|member|ambition|individual_ambition|view|value|card|role|assignment|scan|improvement|success)\./;

/** Where a partnership is on its way, read anew when something happens that may be evidence. */
export function followedWay(partnership: string): Followed<Way> {
  return new Followed(() => loadWay(partnership), CONCERNING);
}
