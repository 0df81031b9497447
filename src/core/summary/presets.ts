export const SUMMARY_TYPES = ['key-points', 'tldr', 'teaser'] as const;
export const SUMMARY_LENGTHS = ['short', 'medium', 'long'] as const;
export const SUMMARY_FORMATS = ['json', 'plain-text', 'markdown', 'html'] as const;

/** What an answer holds beside the summary where it is asked for. */
export const SUMMARY_EXTRAS = ['ranking', 'keywords', 'stats', 'labels'] as const;

/** Sentences per preset. A teaser takes them from the first third of the text. */
export const PRESET_SENTENCES = {
  'key-points': { short: 3, medium: 5, long: 7 },
  tldr: { short: 1, medium: 2, long: 3 },
  teaser: { short: 1, medium: 2, long: 3 },
} as const satisfies Record<(typeof SUMMARY_TYPES)[number], Record<(typeof SUMMARY_LENGTHS)[number], number>>;
