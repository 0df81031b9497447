// Prints the files that hold a failed test of a report, a line each.
import { readOutcomes } from './report.mjs';

const failed = readOutcomes(process.argv[2]).filter(({ status }) => status === 'failed');
for (const file of new Set(failed.map(({ file }) => file))) console.log(file);
