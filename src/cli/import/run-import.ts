import type { ImportItem, ImportSource, ListedItem } from './import-item.ts';
import { digestArticle, type Journal } from './journal.ts';
import { countOf, emptyTally, type Progress, type Tally } from './progress.ts';
import type { UploadOutcome } from './upload.ts';

export interface ImportRun {
  source: ImportSource;
  journal: Journal;
  /** Absent in a dry run. */
  upload:
    | ((slug: string, article: Extract<ImportItem, { kind: 'article' }>['article']) => Promise<UploadOutcome>)
    | undefined;
  concurrency: number;
  limit: number;
  progress: Progress;
  /** Ends the run after what is under way. */
  signal: AbortSignal;
}

export interface ImportOutcome {
  tally: Tally;
  /** What ended the run before its end. */
  failure: unknown;
}

/** Brings in everything a source has. What was sent before and is the same is not sent again. */
export async function runImport(run: ImportRun): Promise<ImportOutcome> {
  const tally = emptyTally();
  const underWay = new Set<Promise<void>>();
  let failure: unknown;
  try {
    for await (const item of run.source.items()) {
      if (run.signal.aborted || failure !== undefined || countOf(tally) + underWay.size >= run.limit) break;
      const work = takeItem(run, item, tally)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => {
          underWay.delete(work);
          run.progress.show(tally, run.source.total());
        });
      underWay.add(work);
      if (underWay.size >= run.concurrency) await Promise.race(underWay);
    }
  } catch (error) {
    failure ??= error; // The source itself.
  }
  await Promise.all(underWay);
  run.progress.end();
  return { tally, failure };
}

const ADDRESSES_SHOWN = 10;

async function takeItem({ journal, upload }: ImportRun, listed: ListedItem, tally: Tally): Promise<void> {
  const item = listed.kind === 'listed' ? await listed.read() : listed;
  if (item.kind === 'refused' || item.kind === 'left-out') {
    tally[item.kind === 'refused' ? 'refused' : 'leftOut'].push({ name: item.name, reason: item.reason });
    return;
  }
  for (const note of item.notes ?? []) tally.notes.push({ name: item.name ?? item.slug, reason: note });
  const digest = digestArticle(item.article);
  if (journal.digestOf(item.slug) === digest) {
    tally.skipped += 1;
    return;
  }
  if (upload === undefined) {
    tally.created += 1;
    const { url, publishedAt } = item.article;
    if (tally.addresses.length < ADDRESSES_SHOWN)
      tally.addresses.push(`${publishedAt?.slice(0, 10) ?? 'no date'}  ${url ?? `/articles/${item.slug}`}`);
    return;
  }
  const result = await upload(item.slug, item.article);
  if (result.outcome === 'refused') {
    tally.refused.push({ name: item.slug, reason: result.reason });
    return;
  }
  tally[result.outcome] += 1;
  await journal.note(item.slug, digest);
}
