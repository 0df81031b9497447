import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import { BODY_KINDS, type Bodies } from './body-kind.ts';

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

export const optionalBodies = lazily(() => ({
  html: z.optional(z.string()),
  markdown: z.optional(z.string()),
  text: z.optional(z.string()),
}));
