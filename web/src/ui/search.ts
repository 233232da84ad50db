/** Whether a text holds every word one searches for; nothing is searched for in no words. */
export function hasEveryWord(text: string, search: string): boolean {
  const within = plain(text);
  return plain(search)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => within.includes(word));
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
