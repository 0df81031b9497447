import type { Report } from './check.ts';

const SIGNS = { well: 'ok  ', faulty: 'BAD ', skipped: '-   ' } as const;

/** One line a check, with what to do where it failed, and a count. */
export function describeReports(reports: readonly Report[]): string {
  const lines = reports.map(({ id, outcome, seen, wanted, todo }) => {
    const line = `${SIGNS[outcome]} ${id.padEnd(18)} ${wanted}: ${seen}`;
    return outcome === 'faulty' ? `${line}\n     ${' '.repeat(18)} -> ${todo}` : line;
  });
  const count = (outcome: Report['outcome']) => reports.filter((report) => report.outcome === outcome).length;
  return `${lines.join('\n')}\n\n${count('well')} well, ${count('faulty')} faulty, ${count('skipped')} not looked at`;
}
