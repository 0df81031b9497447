import { MEASURES, type MeasureRow } from '../core/measures/measure.ts';
import type { Answer } from './answer.ts';

/** RFC 4180. Days, slugs and our own words hold nothing that a program would take for a formula. */
export function toCsv(
  by: string,
  { from, to }: { from: string; to: string },
  rows: readonly MeasureRow[],
): Answer {
  const lines = rows.map((row) => [row.name, ...MEASURES.map((measure) => row[measure])]);
  return {
    status: 200,
    cache: 'private',
    contentType: 'text/csv; charset=utf-8',
    headers: { 'Content-Disposition': `attachment; filename="measures-${from}-${to}.csv"` },
    body: [[by, ...MEASURES], ...lines].map((cells) => `${cells.join(',')}\r\n`).join(''),
  };
}
