import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** How an editor judges a sentence, from the one-sentence summary to what must not be printed. */
const MARKS = ['gist', 'key', 'ok', 'weak', 'never'] as const;

const judgedArticleSchema = z.object({
  id: z.string(),
  language: z.string(),
  genre: z.string(),
  title: z.string(),
  description: z.nullable(z.string()),
  text: z.string(),
  untidy: z._default(z.boolean(), false),
  /** In reading order, together the whole text. `needs`: earlier sentences that have to be shown as well. */
  sentences: z.array(
    z.object({
      text: z.string(),
      mark: z.enum(MARKS),
      needs: z.array(z.int()),
      why: z.optional(z.string()),
    }),
  ),
  /** What a reader types, and the sentences that answer it; none where the article does not say. */
  questions: z.array(z.object({ query: z.string(), answers: z.array(z.int()) })),
});

interface Span {
  start: number;
  end: number;
}

/** An article in which every sentence was judged, and where its sentences stand. */
export interface JudgedArticle extends z.infer<typeof judgedArticleSchema> {
  spans: readonly Span[];
}

export type JudgedSentence = JudgedArticle['sentences'][number];
export type Question = JudgedArticle['questions'][number];

function locate(text: string, sentences: readonly { text: string }[]): Span[] {
  let at = 0;
  return sentences.map((sentence) => {
    const start = text.indexOf(sentence.text, at);
    if (start < 0) throw new Error(`The text does not hold, in this order: ${sentence.text}`);
    at = start + sentence.text.length;
    return { start, end: at };
  });
}

function readFile(file: string): JudgedArticle[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const article = judgedArticleSchema.parse(JSON.parse(line));
      return { ...article, spans: locate(article.text, article.sentences) };
    });
}

/** Reads judged articles from a file, or from every `.jsonl` file of a folder in the order of their names. */
export function readJudged(path: string): JudgedArticle[] {
  if (!existsSync(path)) throw new Error(`No judged articles at ${path}`);
  if (path.endsWith('.jsonl')) return readFile(path);
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFile(join(path, name)));
}

/**
 * The judged sentences that a stretch of the text shows: those it covers by half, else the one it shares most with.
 * Splitters need not agree.
 */
export function shownIn({ spans }: Pick<JudgedArticle, 'spans'>, start: number, end: number): number[] {
  const shared = spans.map((span) => Math.min(end, span.end) - Math.max(start, span.start));
  const halves = spans.flatMap((span, index) =>
    (shared[index] as number) * 2 >= span.end - span.start ? [index] : [],
  );
  if (halves.length > 0) return halves;
  const most = Math.max(...shared);
  return most > 0 ? [shared.indexOf(most)] : [];
}
