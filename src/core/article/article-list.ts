import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import {
  CURSOR_MAX_LENGTH,
  LIST_DEFAULT_COUNT,
  LIST_MAX_COUNT,
  QUERY_MAX_LENGTH,
  TAG_MAX_LENGTH,
} from '../limits.ts';
import { languageSchema, slugSchema } from './article.ts';
import { textField } from './text-field.ts';

/**
 * A place in the list, newest first by (publishedAt, slug). It names an article that was shown, not a number of
 * articles, so pages stay right while articles come and go (keyset pagination).
 */
const positionSchema = lazily(() => z.tuple([z.int(), slugSchema(), z.enum(['after', 'before'])]));

export interface ListPosition {
  /** Milliseconds since the epoch. */
  publishedAt: number;
  slug: string;
  /** `after` goes on to older articles, `before` back to newer ones. */
  direction: 'after' | 'before';
}

export function encodeCursor({ publishedAt, slug, direction }: ListPosition): string {
  const json = JSON.stringify([publishedAt, slug, direction]);
  return [...new TextEncoder().encode(json)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function decodeCursor(cursor: string): ListPosition | undefined {
  const pairs = cursor.match(/^(?:[0-9a-f]{2})+$/u) === null ? [] : (cursor.match(/../gu) ?? []);
  const json = String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16)));
  try {
    const [publishedAt, slug, direction] = positionSchema().parse(JSON.parse(json));
    return { publishedAt, slug, direction };
  } catch {
    return undefined; // Not a cursor of ours: the schema below says so.
  }
}

export const cursorSchema = lazily(() =>
  z.pipe(
    z.string().check(z.maxLength(CURSOR_MAX_LENGTH)),
    z.transform((cursor, context) => {
      const position = decodeCursor(cursor);
      if (position !== undefined) return position;
      context.issues.push({
        code: 'custom',
        params: { code: 'invalid-cursor' },
        message: 'must be a cursor from an earlier answer',
        input: cursor,
      });
      return z.NEVER;
    }),
  ),
);

/** One page of the list. */
const listQuerySchema = lazily(() =>
  z.strictObject({
    limit: z._default(z.int().check(z.minimum(1), z.maximum(LIST_MAX_COUNT)), LIST_DEFAULT_COUNT),
    cursor: z.optional(cursorSchema()),
    tag: z.optional(textField(TAG_MAX_LENGTH)),
    language: z.optional(languageSchema()),
  }),
);
export type ListQuery = z.infer<ReturnType<typeof listQuerySchema>>;

/** The best are found at once, so there is nothing to go on to. */
export const searchField = lazily(() => z.optional(textField(QUERY_MAX_LENGTH)));

export function refuseSearchWithCursor(
  context: z.core.ParsePayload<{ cursor?: unknown; search?: unknown }>,
): void {
  if (context.value.cursor === undefined || context.value.search === undefined) return;
  context.issues.push({
    code: 'custom',
    params: { code: 'exclusive' },
    path: ['cursor'],
    message: 'a search has one page: ask for more of it with limit',
    input: context.value.cursor,
  });
}

/** Parameters of `GET /v1/articles`. */
export const listParametersSchema = lazily(() =>
  z.extend(listQuerySchema(), { search: searchField() }).check(refuseSearchWithCursor),
);
export type ListParameters = z.infer<ReturnType<typeof listParametersSchema>>;
