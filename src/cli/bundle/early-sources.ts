/** What runs between a text that was sent and its summary. */
const EARLY = [
  'src/core/content/render-text.ts',
  'src/core/summarizer/',
  'src/core/summary/',
  'src/flows/compose-ranked.ts',
  'src/flows/summarize-text.ts',
  'src/http/body.ts',
  'src/http/routes/text-summary.ts',
];
/** Of those folders, what is for others: questions, and links. */
const LATE = ['src/core/summarizer/question/', 'src/core/summary/fragment/'];

const isWithin = (source: string, paths: readonly string[]) => paths.some((path) => source.includes(path));

/** Whether the functions of a source file are compiled when its module is. */
export function isEarly(source: string): boolean {
  return isWithin(source, EARLY) && !isWithin(source, LATE);
}
