/** What happens that makes it another one: to the lines, to the month in which the years begin, and to the partners. */
export const CONCERNS = /^(ledger|ledger_line|member|partner|partnership)\./;
