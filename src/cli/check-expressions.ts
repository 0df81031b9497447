import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { check } from 'recheck';
import recheck from 'recheck/package.json' with { type: 'json' };
import { collectExpressions, type FoundExpression } from './expressions/collect-expressions.ts';
import { pumpExamples } from './expressions/pump-examples.ts';
import { UNDECIDED } from './expressions/undecided-expressions.ts';

/**
 * `npm run expressions`: proves that every regular expression of `src/` takes linear time on every text.
 *
 * recheck's automaton decides most of them. Where it cannot (lookaheads, back references) or does not in time, the
 * expression needs texts that match it in `undecided-expressions.ts`, and these are pumped; recheck's own fuzzer
 * finds other things at each run. Verdicts are kept by expression and release of recheck.
 */
const SOURCES = resolve(import.meta.dirname, '..');
const VERDICTS_FILE = resolve(SOURCES, '../node_modules/.cache/standfirst/expressions.json');
/** Only to end one that never would: on a busy machine the slowest take longer than a minute. */
const DECISION_MS = 300_000;
const AUTOMATON = {
  checker: 'automaton',
  timeout: DECISION_MS,
  maxPatternSize: 10_000,
  maxRepeatCount: 10_000,
  maxNFASize: 1_000_000,
} as const;

/** An empty fault is none. */
type Verdicts = Record<string, string>;

async function judge(expression: FoundExpression): Promise<string> {
  const { source, flags } = expression;
  const examples = examplesOf(expression);
  if (examples.length > 0) {
    const slow = pumpExamples(expression, examples);
    return slow === undefined ? '' : `takes more than linear time on ${slow}`;
  }
  const result = await check(source, flags, AUTOMATON);
  if (result.status === 'safe') return '';
  return result.status === 'vulnerable'
    ? `takes ${result.complexity.summary} time, for example on ${result.attack.pattern}`
    : `is undecided (${result.error.kind}): rewrite it, or give texts that match it in undecided-expressions.ts`;
}

function nameOf({ source, flags }: FoundExpression): string {
  return `/${source}/${flags}`;
}

/** Verdicts change with the release of recheck and with the examples. */
function keyOf(expression: FoundExpression): string {
  return [recheck.version, nameOf(expression), ...examplesOf(expression)].join('\n');
}

function examplesOf(expression: FoundExpression): readonly string[] {
  return UNDECIDED.find(({ begins }) => nameOf(expression).startsWith(begins))?.examples ?? [];
}

async function readVerdicts(): Promise<Verdicts> {
  const text = await readFile(VERDICTS_FILE, 'utf8').catch(() => '{}'); // The first run has none.
  return JSON.parse(text) as Verdicts;
}

async function judgeAll(expressions: readonly FoundExpression[], known: Verdicts): Promise<Verdicts> {
  const verdicts: Verdicts = {};
  const waiting = [...expressions];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      verdicts[keyOf(next)] = known[keyOf(next)] ?? (await judge(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return verdicts;
}

const expressions = await collectExpressions(SOURCES);
const verdicts = await judgeAll(expressions, await readVerdicts());
const faults = expressions.flatMap((expression) => {
  const fault = verdicts[keyOf(expression)];
  return fault === '' ? [] : [`${expression.files.join(', ')}: ${nameOf(expression)} ${fault}`];
});
for (const { begins } of UNDECIDED)
  if (!expressions.some((expression) => nameOf(expression).startsWith(begins)))
    faults.push(`undecided-expressions.ts: no expression begins with ${begins}`);
await mkdir(dirname(VERDICTS_FILE), { recursive: true });
const proven = Object.entries(verdicts).filter(([, fault]) => fault === '');
await writeFile(VERDICTS_FILE, JSON.stringify(Object.fromEntries(proven)));
for (const fault of faults) console.error(fault);
console.log(
  `Expressions: ${expressions.length}, ${UNDECIDED.length} of them by growth, ${faults.length} at fault`,
);
if (faults.length > 0) process.exitCode = 1;
process.exit(); // recheck's own process would live on.
