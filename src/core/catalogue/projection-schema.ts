import * as z from 'zod/mini';
import { articleSchema } from '../article/article.ts';
import { lazily } from '../lazily.ts';
import { digestSchema } from '../summary/digest.ts';
import { generatedSchema } from '../summary/proposal.ts';
import { correctionSchema } from '../summary/review.ts';

/** The lines of a read copy (`projection.ts`), for copies that another release wrote. */

const versionShape = lazily(() => ({
  schema: z.int(),
  catalogue: z.string(),
  slug: z.string(),
  revision: z.int(),
  projection: z.int(),
}));

/** What is known before any other line is read. */
export const headSchema = lazily(() =>
  z.discriminatedUnion('state', [
    z.object({
      ...versionShape(),
      state: z.literal('article'),
      title: z.string(),
      url: z.nullable(z.string()),
      access: z.enum(['full', 'summary']),
      language: z.string(),
      publishedAt: z.string(),
      updatedAt: z.string(),
      summaryEnabled: z.boolean(),
      teaserOnly: z.boolean(),
      previous: z.nullable(z.string()),
      next: z.nullable(z.string()),
      /** An editor has approved the sentences as they are; left out where none has. */
      reviewed: z.optional(z.boolean()),
      /** Left out where there is none. */
      correction: z.optional(correctionSchema()),
      /** Length of the article's line. */
      articleBytes: z.int(),
    }),
    z.object({ ...versionShape(), state: z.literal('deleted') }),
    z.object({ ...versionShape(), state: z.literal('moved'), to: z.string() }),
  ]),
);
export type ProjectionHead = z.infer<ReturnType<typeof headSchema>>;
export type ArticleHead = Extract<ProjectionHead, { state: 'article' }>;

/** @throws {z.ZodError} where a line is none that this release understands. */
export function checkLines(lines: { article(): unknown; digest(): unknown; generated(): unknown }): void {
  articleSchema().parse(lines.article());
  digestSchema().parse(lines.digest());
  z.nullable(generatedSchema()).parse(lines.generated());
}
