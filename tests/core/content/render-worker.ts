import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../../../src/core/errors.ts';
import { ARTICLE_JSON_MAX_BYTES } from '../../../src/core/limits.ts';
import { renderRecord } from '../../../src/flows/render-record.ts';
import { authorText } from '../article/authored-article.ts';
import type { TinyUnit } from './hostile-bodies.ts';

/** Runs in a thread of its own: all that a PUT makes of a body as large as a request may be. */
function prepare({ kind, unit }: TinyUnit): string {
  const bodySource = unit.repeat(ARTICLE_JSON_MAX_BYTES / unit.length);
  const authored = authorText('hostile', { bodyKind: kind, bodySource, language: undefined });
  try {
    renderRecord(authored, { revision: 1, formerUrls: [], override: null, teaserOnly: false });
    return 'rendered';
  } catch (error) {
    if (error instanceof DomainError) return error.fault.kind;
    throw error;
  }
}

parentPort?.postMessage(prepare(workerData as TinyUnit));
