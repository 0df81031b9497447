/** The square of the longest takes seconds, a line of it no time. */
const SHORTEST_LENGTH = 4_000;
const LONGEST_LENGTH = 64_000;
const PUMPED_UNIT_MAX_LENGTH = 4;
/** What most expressions can't go on with. */
const ENDS = ['', '\0', '\n\0', 'x'];
/** Below it a time says nothing. */
const NOTICEABLE_MS = 10;
/** CPU time is counted in steps of up to 10 ms: over so many of them a step more or less says nothing. */
const STEADY_MS = 100;
/** Twice the text takes twice the time; four times is what is looked for. */
const GROWTH_MAX = 2.9;

/**
 * A growth test for an expression that no automaton decides: every part of up to four characters of texts that match is
 * repeated in its place, with and without an end that does not match, to 64,000 characters.
 *
 * @returns The text that takes more than linear time, as its parts; undefined where none does.
 * @throws where an example does not match.
 */
export function pumpExamples(
  { source, flags }: { source: string; flags: string },
  examples: readonly string[],
): string | undefined {
  const expression = new RegExp(source, flags.includes('g') || flags.includes('y') ? flags : `${flags}g`);
  for (const example of examples) {
    if (example.search(expression) === -1) throw new Error(`/${source}/${flags} does not match "${example}"`);
    for (const { before, unit, after } of partsOf(example)) {
      for (const end of ENDS) {
        const textOf = (length: number): string =>
          before + unit.repeat(Math.ceil(length / unit.length)) + after + end;
        if (growsTooFast(expression, textOf)) return JSON.stringify([before, unit, after + end]);
      }
    }
  }
  return undefined;
}

function* partsOf(example: string): Generator<{ before: string; unit: string; after: string }> {
  for (let start = 0; start < example.length; start += 1) {
    for (let length = 1; length <= PUMPED_UNIT_MAX_LENGTH && start + length <= example.length; length += 1) {
      const unit = example.slice(start, start + length);
      const after = example.slice(start + length);
      yield { before: example.slice(0, start), unit, after };
      yield { before: '', unit, after: '' };
    }
  }
}

/** The shortest text that takes a while tells; so what grows fast never takes long. */
function growsTooFast(expression: RegExp, textOf: (length: number) => string): boolean {
  for (let length = SHORTEST_LENGTH; length <= LONGEST_LENGTH; length *= 2) {
    const [text, twice] = [textOf(length), textOf(2 * length)];
    if (searchMs(expression, text) < NOTICEABLE_MS) continue;
    return [shortestMs, steadyMs].every(
      (time) => time(expression, twice) > GROWTH_MAX * time(expression, text),
    );
  }
  return false;
}

/** A first look: the first run compiles, and the shortest of three is the expression's own. */
function shortestMs(expression: RegExp, text: string): number {
  return Math.min(searchMs(expression, text), searchMs(expression, text), searchMs(expression, text));
}

function steadyMs(expression: RegExp, text: string): number {
  let spentMs = 0;
  let count = 0;
  for (; spentMs < STEADY_MS; count += 1) spentMs += searchMs(expression, text);
  return spentMs / count;
}

/** CPU time of this thread for all matches, as `replace` and `matchAll` look for them. */
function searchMs(expression: RegExp, text: string): number {
  const start = process.threadCpuUsage();
  expression.lastIndex = 0;
  text.replace(expression, '');
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
