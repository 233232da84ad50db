/** What makes a round another, of what happens in a partnership. */
export const ROUNDS = /^(scan|member|partner|partnership)\./;
