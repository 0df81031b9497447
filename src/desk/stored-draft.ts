/** What was typed, kept in this tab alone until it is saved: a session that ends, or a machine that stalls, loses none of it. */
export interface StoredDraft {
  /** Of the article, when it was typed. */
  revision: number;
  sentences: string[];
  correction: string;
  /** What a form has carried off since: where the revision has grown, it was saved. */
  sent?: 'words' | 'correction';
}

const PREFIX = 'standfirst-desk ';

export function readDraft(slug: string): StoredDraft | undefined {
  try {
    const stored = sessionStorage.getItem(PREFIX + slug);
    return stored === null ? undefined : (JSON.parse(stored) as StoredDraft);
  } catch {
    return undefined; // Storage is switched off: the forms keep what was typed as they do without a script.
  }
}

export function keepDraft(slug: string, draft: StoredDraft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(PREFIX + slug);
    else sessionStorage.setItem(PREFIX + slug, JSON.stringify(draft));
  } catch {
    // As above.
  }
}

/** Whoever signs out leaves nothing behind. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
