/** What happens that makes the map another one: to what partners say, and to the partners and people themselves. */
export const CONCERNS = /^(contribution|member|partner|partnership)\./;
