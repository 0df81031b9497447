import { medianOf } from '../figures/quantiles.ts';
import type { BenchCase } from './cases.ts';
import type { Measurement } from './load.ts';

export interface Result {
  benchCase: BenchCase;
  rounds: Measurement[];
}

interface Row {
  name: string;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  cpuUs: number;
  /** Against the bare KV Worker of the same round. */
  requestsRatio: number;
  verdict: string;
}

const BASE = 'bare KV Worker';

function rowsOf(results: readonly Result[]): Row[] {
  const median = (rounds: readonly Measurement[], member: keyof Measurement) =>
    medianOf(rounds.map((measurement) => measurement[member]));
  return results.map(({ benchCase, rounds }) => ({
    name: benchCase.name,
    requestsPerSecond: median(rounds, 'requestsPerSecond'),
    p50Ms: median(rounds, 'p50Ms'),
    p99Ms: median(rounds, 'p99Ms'),
    cpuUs: median(rounds, 'cpuUsPerRequest'),
    requestsRatio: ratioOf(results, benchCase.name, BASE, 'requestsPerSecond'),
    verdict: judge(results, benchCase),
  }));
}

/** Median over the rounds of the ratio within a round. */
function ratioOf(
  results: readonly Result[],
  name: string,
  against: string,
  member: keyof Measurement,
): number {
  const roundsOf = (wanted: string) =>
    results.find(({ benchCase }) => benchCase.name === wanted)?.rounds.map((round) => round[member]) ?? [];
  const base = roundsOf(against);
  return medianOf(roundsOf(name).map((value, round) => value / (base[round] ?? Number.NaN)));
}

function judge(results: readonly Result[], { name, target }: BenchCase): string {
  if (target === undefined) return '';
  const member = target.measure === 'cpu' ? 'cpuUsPerRequest' : 'requestsPerSecond';
  const ratio = ratioOf(results, name, target.against, member);
  const isMet = ratio >= (target.atLeast ?? 0) && ratio <= (target.atMost ?? Number.POSITIVE_INFINITY);
  const bound = target.atLeast === undefined ? `<= ${target.atMost}` : `>= ${target.atLeast}`;
  const unit = target.measure === 'cpu' ? 'CPU' : 'requests/s';
  return `${ratio.toFixed(2)} x ${target.against} in ${unit}, target ${bound}: ${isMet ? 'met' : 'MISSED'}`;
}

const COLUMNS = ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/request', `of ${BASE}`, 'target'] as const;

function cellsOf(row: Row): string[] {
  return [
    row.name,
    row.requestsPerSecond.toFixed(0),
    row.p50Ms.toFixed(2),
    row.p99Ms.toFixed(1),
    row.cpuUs.toFixed(0),
    row.requestsRatio.toFixed(2),
    row.verdict,
  ];
}

export function formatTable(results: readonly Result[]): string {
  const lines = [[...COLUMNS], ...rowsOf(results).map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === COLUMNS.length - 1;
  return lines
    .map((cells) =>
      cells
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A page of its own with one bar a case: how close each comes to the bare Worker. */
export function renderReport(results: readonly Result[], machine: string, added: string): string {
  const rows = rowsOf(results);
  const head = COLUMNS.map((column) => `<th>${column}</th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${cellsOf(row)
          .map((cell) => `<td>${escapeHtml(cell)}</td>`)
          .join('')}</tr>`,
    )
    .join('\n');
  return `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>HTTP benchmark</title>
<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:64rem}td,th{padding:.25rem .75rem;text-align:start;border-bottom:1px solid #ccc}td{font-variant-numeric:tabular-nums}</style>
<h1>HTTP benchmark</h1><p>${escapeHtml(machine)}. Medians. KV is a map in the same process: these are no latencies of Cloudflare.</p>
${chart(rows)}
<table><tr>${head}</tr>
${body}
</table><p>${escapeHtml(added)}</p></html>
`;
}

const BAR_HEIGHT = 26;
const LABEL_WIDTH = 160;
const FULL_WIDTH = 480;

function chart(rows: readonly Row[]): string {
  const most = Math.max(1, ...rows.map(({ requestsRatio }) => requestsRatio));
  const width = (ratio: number) => ((ratio / most) * FULL_WIDTH).toFixed(1);
  const bars = rows.map(({ name, requestsRatio }, index) => {
    const y = index * BAR_HEIGHT;
    const end = LABEL_WIDTH + Number(width(requestsRatio));
    return `<text x="${LABEL_WIDTH - 8}" y="${y + 17}" text-anchor="end">${escapeHtml(name)}</text><rect x="${LABEL_WIDTH}" y="${y + 4}" width="${width(requestsRatio)}" height="18" fill="#004c65"/><text x="${end + 6}" y="${y + 17}">${requestsRatio.toFixed(2)}</text>`;
  });
  const line = LABEL_WIDTH + Number(width(1));
  const height = rows.length * BAR_HEIGHT;
  return `<svg viewBox="0 0 ${LABEL_WIDTH + FULL_WIDTH + 60} ${height}" font-size="14" role="img" aria-label="Requests per second against the bare KV Worker">${bars.join('')}<line x1="${line}" x2="${line}" y1="0" y2="${height}" stroke="#b00" stroke-dasharray="4"/></svg>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
