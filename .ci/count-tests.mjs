// Names what failed and counts all tests, in the plain form that any reader of logs understands. A second report is of the
// files that failed in the first, run once more: what it says of a test counts, and what passed only there is named. Exits with
// 1 where a test failed in both.
import { readOutcomes } from './report.mjs';

const [first, second] = process.argv.slice(2);
const outcomes = readOutcomes(first);
if (outcomes.length === 0) {
  console.log('The checks before the tests failed; no test ran.');
  process.exit(1);
}

const outcomesAgain = second === undefined ? [] : readOutcomes(second);

/** A file that could not be run at all passes with all of its tests. */
function statusAgain({ file, name }) {
  const sameFile = outcomesAgain.filter((outcome) => outcome.file === file);
  const sameTest = sameFile.find((outcome) => outcome.name === name);
  if (sameTest !== undefined) return sameTest.status;
  return sameFile.length > 0 && sameFile.every(({ status }) => status !== 'failed') ? 'passed' : 'failed';
}

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const outcome of outcomes) {
  const failedBefore = outcome.status === 'failed';
  const status = failedBefore ? statusAgain(outcome) : outcome.status;
  counts[status] += 1;
  if (status === 'failed') console.log(`Failed: ${outcome.file} > ${outcome.name}`);
  else if (failedBefore)
    console.log(`Failed among the others, passed alone: ${outcome.file} > ${outcome.name}`);
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
