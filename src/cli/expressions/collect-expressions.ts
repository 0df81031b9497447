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

interface Script {
  literals: { source: string; flags: string }[];
  /** How often it says `RegExp(`. */
  builtCount: number;
}

function readScript(script: string): Script {
  const literals: Script['literals'] = [];
  let builtCount = 0;
  let last: unknown;
  parse(script, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken: (token) => {
      const { type } = token;
      const { value } = token as { value?: unknown }; // Its type leaves it out.
      if (type.label === 'regexp') {
        const { pattern, flags } = value as { pattern: string; flags: string };
        literals.push({ source: pattern, flags });
      }
      if (last === 'RegExp' && type.label === '(') builtCount += 1;
      last = value;
    },
  });
  return { literals, builtCount };
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
