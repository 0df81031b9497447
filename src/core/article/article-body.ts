import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';

/** What an author may send an article's words as. */
export const BODY_KINDS = ['html', 'markdown', 'text'] as const;

/** Refuses a body with none or several of `html`, `markdown`, `text`. */
export function exactlyOneBody(context: z.core.ParsePayload<Bodies>): void {
  const given = BODY_KINDS.filter((kind) => context.value[kind] !== undefined);
  if (given.length === 1) return;
  context.issues.push({
    code: 'custom',
    params: { code: given.length === 0 ? 'missing' : 'exclusive', allowedValues: BODY_KINDS },
    message: 'send exactly one of html, markdown, text',
    input: context.value,
    path: given.length === 0 ? [] : [given[1] ?? ''],
  });
}

type Bodies = { readonly [kind in (typeof BODY_KINDS)[number]]?: string | undefined };

/** The one body that {@link exactlyOneBody} has found. */
export function bodyOf(input: Bodies): { kind: (typeof BODY_KINDS)[number]; source: string } {
  for (const kind of BODY_KINDS) {
    const source = input[kind];
    if (source !== undefined) return { kind, source };
  }
  throw new Error('an article without a body was let in');
}

export const optionalBodies = lazily(() => ({
  html: z.optional(z.string()),
  markdown: z.optional(z.string()),
  text: z.optional(z.string()),
}));
