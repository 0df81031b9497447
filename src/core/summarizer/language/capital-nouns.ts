/** Languages that write every noun with a capital: there it is no sign of a name. */
export const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);
