import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../../../src/core/errors.ts';
import { readPage } from '../../../src/core/extraction/read-page.ts';
import { type HostilePage, hostilePage } from './hostile-pages.ts';

/** Reads one page in a heap of its own, as `within-heap.ts` sets it up. */
const page = workerData as HostilePage;

function outcome(): string {
  try {
    const { text } = readPage({
      bytes: hostilePage(page),
      contentType: 'text/html; charset=utf-8',
      url: 'https://news.example/harbour/ferry',
      robots: '',
    });
    return `${text.length} characters`;
  } catch (error) {
    if (error instanceof DomainError) return error.fault.kind;
    throw error;
  }
}

parentPort?.postMessage(outcome());
