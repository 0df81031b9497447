/** Reads what vitest's JSON reporter wrote. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ file: string, name: string, status: 'passed' | 'failed' | 'skipped' }} Outcome */

/**
 * Every test of a report, and each file that could not be run at all as one failed test.
 *
 * @param {string} path of the report; an empty file stands for a run that ended before its first test
 * @returns {Outcome[]}
 */
export function readOutcomes(path) {
  const text = readFileSync(path, 'utf8');
  if (text === '') return [];
  return JSON.parse(text).testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const outcomes = assertionResults.map((test) => ({
      file,
      name: test.fullName,
      status: statusOf(test.status),
    }));
    const brokeOutside = status === 'failed' && !outcomes.some((outcome) => outcome.status === 'failed');
    return brokeOutside ? [...outcomes, { file, name: '(the file itself)', status: 'failed' }] : outcomes;
  });
}

function statusOf(status) {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}
