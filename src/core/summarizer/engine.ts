/** Names what made a summary. The version grows whenever the same text may give another summary. */
export const ENGINE: { name: 'standfirst'; version: string } = { name: 'standfirst', version: '2.4.0' };
