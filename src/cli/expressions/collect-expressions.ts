import { glob, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { transform } from 'esbuild';

/** An expression with the files that it stands in. */
export interface FoundExpression {
  source: string;
  flags: string;
  files: string[];
}

/** What these build at run time is of words of our own texts, or what they are asked to judge. */
const WORKBENCHES = ['cli/expressions/', 'cli/evaluation/'];

/** Every regular expression below a folder: literals, and those that modules put together when they load. */
export async function collectExpressions(folder: string): Promise<FoundExpression[]> {
  const found = new Map<string, FoundExpression>();
  const note = (file: string, { source, flags }: { source: string; flags: string }): void => {
    const known = found.get(`/${source}/${flags}`);
    if (known === undefined) found.set(`/${source}/${flags}`, { source, flags, files: [file] });
    else if (!known.files.includes(file)) known.files.push(file);
  };
  for await (const file of glob('**/*.{ts,tsx}', { cwd: folder })) {
    if (file === LATE_FILE) continue;
    const { literals, builtCount } = readScript(await toScript(join(folder, file)));
    for (const literal of literals) note(file, literal);
    if (builtCount === 0 || WORKBENCHES.some((bench) => file.startsWith(bench))) continue;
    for (const built of await builtBy(join(folder, file), builtCount)) note(file, built);
  }
  return [...found.values()];
}

async function toScript(path: string): Promise<string> {
  const loader = path.endsWith('x') ? 'tsx' : 'ts';
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader,
    target: 'esnext',
    jsx: 'automatic',
  });
  return code;
}

const LATE = 'lateExpression';
/** Where it is made, what it is given is no literal. */
const LATE_FILE = 'core/summarizer/memory/late-expression.ts';

/** Two texts, a comma, a bracket and backticks. */
const LONGEST_LATE_CALL = 6;

interface Token {
  label: string;
  value: unknown;
}

interface Script {
  literals: { source: string; flags: string }[];
  /** How often it says `RegExp(`. */
  builtCount: number;
}

function readScript(script: string): Script {
  const literals: Script['literals'] = [];
  let builtCount = 0;
  const tokens: Token[] = [];
  parse(script, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken: (token) => {
      const { value } = token as { value?: unknown }; // Its type leaves it out.
      tokens.push({ label: token.type.label, value });
    },
  });
  tokens.forEach(({ label, value }, at) => {
    if (label === 'regexp') {
      const { pattern, flags } = value as { pattern: string; flags: string };
      literals.push({ source: pattern, flags });
    }
    const calls = label === '(' ? tokens[at - 1]?.value : undefined;
    if (calls === 'RegExp') builtCount += 1;
    if (calls === LATE) literals.push(readLate(tokens.slice(at + 1)));
  });
  return { literals, builtCount };
}

/** See `late-expression.ts`. @throws where source and flags are not written out: then nobody sees them. */
function readLate(call: readonly Token[]): Script['literals'][number] {
  // A text that holds quotes of both kinds is printed between backticks.
  const [source, comma, flags, end] = call.slice(0, LONGEST_LATE_CALL).filter(({ label }) => label !== '`');
  const isText = source?.label === 'string' || source?.label === 'template';
  if (!isText || comma?.label !== ',' || flags?.label !== 'string' || end?.label !== ')')
    throw new Error(`${LATE} takes two string literals, not ${String(source?.value ?? source?.label)}`);
  return { source: String(source.value), flags: String(flags.value) };
}

/**
 * What a module gives to `new RegExp` while it loads.
 *
 * @throws where it has more of them than it makes then: what is put together later is seen by nobody.
 */
async function builtBy(path: string, count: number): Promise<RegExp[]> {
  const built: RegExp[] = [];
  const { RegExp: Native } = globalThis;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, parameters: [string, string?]) {
      const expression = new target(...parameters);
      built.push(expression);
      return expression;
    },
  });
  try {
    // Under a name of its own, so that it loads anew.
    await import(`${pathToFileURL(resolve(path)).href}?expressions`);
  } finally {
    globalThis.RegExp = Native;
  }
  if (built.length < count)
    throw new Error(`${path}: an expression that is put together belongs at the top level of its module`);
  return built;
}
