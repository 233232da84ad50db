/** What happens that makes the map another one: to what partners say, and to the partners and people themselves. */
export const CONCERNS = /^(contribution|member|partner|partnership)\./;

/** And what makes what people show of themselves another. */
export const PROFILES_CONCERN = /^(profile|member|partner|partnership)\./;
