/** What runs between a request and a stored summary, or the summary of a text that was sent. */
const EARLY = [
  'node_modules/hono/dist/',
  'src/adapters/kv-copies.ts',
  'src/adapters/console-log.ts',
  'src/core/article/article.ts',
  'src/core/catalogue/etag.ts',
  'src/core/content/render-text.ts',
  'src/core/labels/labels.ts',
  'src/core/summarizer/',
  'src/core/summary/',
  'src/flows/rank-and-compose.ts',
  'src/flows/read-article.ts',
  'src/flows/summarize-article.ts',
  'src/flows/summarize-text.ts',
  'src/http/',
  'src/worker.ts',
];
/** Of those folders, what is for others: pages for people, and questions. */
const LATE = [
  'src/core/summarizer/question/',
  'src/core/summary/fragment/',
  'src/http/archive/',
  'src/http/desk/',
  'src/http/embed/',
  'src/http/openapi/',
  'src/http/routes/',
];

const isWithin = (source: string, paths: readonly string[]) => paths.some((path) => source.includes(path));

/** Whether the functions of a source file are compiled when its module is. */
export function isEarly(source: string): boolean {
  return isWithin(source, EARLY) && !isWithin(source, LATE);
}
