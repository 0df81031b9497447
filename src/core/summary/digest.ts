import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';

export const digestSentenceSchema = lazily(() =>
  z.object({
    text: z.string(),
    /** UTF-16 units into the article's text; null for a sentence that an editor wrote freely. */
    offset: z.nullable(z.int()),
    length: z.nullable(z.int()),
    rankScore: z.number(),
    paragraph: z.nullable(z.int()),
    /** `text=…` directive that selects this sentence and no other in the page's text, where there is one. */
    fragment: z.nullable(z.string()),
  }),
);
export type DigestSentence = z.infer<ReturnType<typeof digestSentenceSchema>>;

/**
 * What is worked out once, when an article changes, so that a read only picks: the choice for every number of
 * sentences, as indexes into `sentences`. Entry `n - 1` of `whole` and `opening` is the choice of n sentences; asking
 * for more than there are entries means the last.
 */
export const digestSchema = lazily(() =>
  z.object({
    engine: z.object({ name: z.string(), version: z.string() }),
    label: z.enum(['extracted', 'edited']),
    stale: z.boolean(),
    /** Sentences of the article, not of the digest. */
    sentenceCount: z.int(),
    /** UTF-16 units of the whole text. */
    textLength: z.int(),
    words: z.int(),
    readingTimeSeconds: z.int(),
    sentences: z.array(digestSentenceSchema()),
    whole: z.array(z.array(z.int())),
    opening: z.array(z.array(z.int())),
    /** What a ranking on the spot has to know besides the text. */
    pinned: z.array(z.int()),
    excluded: z.array(z.string()),
    /** What a link found on the spot has to know of the page; absent in copies of before. */
    page: z.optional(
      z.object({
        seams: z.object({ breaks: z.array(z.int()), joints: z.array(z.int()) }),
        elsewhere: z.array(z.string()),
      }),
    ),
  }),
);
export type Digest = z.infer<ReturnType<typeof digestSchema>>;

/** What a digest says of the text as a whole. */
export type TextFacts = Pick<Digest, 'engine' | 'label' | 'stale' | 'sentenceCount'>;

/** Its size, which has to be counted. */
export type TextSize = Pick<Digest, 'textLength' | 'words' | 'readingTimeSeconds'>;
