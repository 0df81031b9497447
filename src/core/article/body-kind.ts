/** What an author may send an article's words as. */
export const BODY_KINDS = ['html', 'markdown', 'text'] as const;

export type BodyKind = (typeof BODY_KINDS)[number];

/** The members of an input that has its words in one of them. */
export type Bodies = { readonly [kind in BodyKind]?: string | undefined };

/** The body of an input that was found to have just one. */
export function bodyOf(input: Bodies): { kind: BodyKind; source: string } {
  for (const kind of BODY_KINDS) {
    const source = input[kind];
    if (source !== undefined) return { kind, source };
  }
  throw new Error('an article without a body was let in');
}
