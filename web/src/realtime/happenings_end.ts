/** What to do when the server, or the network, has ended the connection that tells what happens. */
export type Next = 'again' | 'anew' | 'sign-in' | 'stop';

export function whatNext(code: number): Next {
  if (code === 4401) return 'sign-in';
  // What came after the cursor is forgotten, or the cursor is not known.
  if (code === 4410) return 'anew';
  // Not a member, no such partnership, or not understood: the same again would end the same way.
  if (code >= 4400 && code < 4500) return 'stop';
  return 'again';
}
