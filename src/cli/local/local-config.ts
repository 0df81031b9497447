import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Known to everybody who has read this line, so it is only ever handed to the server on this machine. */
export const LOCAL_TOKEN = 'local-token';

/** Beside `wrangler.toml`, so that its paths mean the same; not kept by git. */
export const LOCAL_CONFIG_PATH = '.wrangler.local.toml';
/** The same with a queue to the generator, which stands in a file of its own. */
const GENERATING_CONFIG_PATH = '.wrangler.local.generating.toml';
const GENERATOR_CONFIG_PATH = '.wrangler.local.generator.toml';

const isGenerating = () => (process.env.GENERATOR ?? '') !== '';

/** Configurations of the Workers that run on this machine, the service first. */
export function localConfigPaths(): string[] {
  return isGenerating() ? [GENERATING_CONFIG_PATH, GENERATOR_CONFIG_PATH] : [LOCAL_CONFIG_PATH];
}
const LOCAL_LIMIT_PER_MINUTE = 10_000;

/** The deployed configuration, but for limits that would get in the way of one developer on one address. */
export async function writeLocalConfig(): Promise<void> {
  const deployed = await readFile('wrangler.toml', 'utf8');
  const local = deployed.replaceAll(/(simple = \{ limit = )\d+/gu, `$1${LOCAL_LIMIT_PER_MINUTE}`);
  await writeIfNew(LOCAL_CONFIG_PATH, `${MADE}${local}`);
  if (!isGenerating()) return;
  await writeIfNew(GENERATING_CONFIG_PATH, `${MADE}${local}${TO_GENERATOR}`);
  await writeGeneratorConfig();
}

const MADE = '# Made by npm start from the file of the same name.\n';
/** What docs/generated.md has a deployment add: the queue, and the gate for editors' sentences. */
const TO_GENERATOR = `
[[queues.producers]]
queue = "standfirst-generation"
binding = "GENERATION"

[[services]]
binding = "GATE"
service = "standfirst-generator"
`;
const FROM_SERVICE = `
[[queues.consumers]]
queue = "standfirst-generation"
max_batch_size = 2
max_batch_timeout = 1
`;

/** The key stands in a file that git does not keep and others on this machine cannot read. */
async function writeGeneratorConfig(): Promise<void> {
  const deployed = await readFile('wrangler.generator.toml', 'utf8');
  const key = process.env.GENERATOR_KEY ?? '';
  const secret = key === '' ? '' : `\n[vars]\nGENERATOR_KEY = ${JSON.stringify(key)}\n`;
  await writeIfNew(GENERATOR_CONFIG_PATH, `${MADE}${deployed}${FROM_SERVICE}${secret}`);
}

/** Another start may watch it. */
async function writeIfNew(path: string, config: string): Promise<void> {
  if ((await readIfThere(path)) !== config) await writeFile(path, config, { mode: 0o600 });
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined; // The first start on this machine.
  }
}

const SETTINGS = [
  'PUBLICATION_NAME',
  'SITES',
  'FEEDS',
  'FEED_IDS_SINCE',
  'REFRESH_HOURS',
  'TIME_ZONE',
  'PUBLICATION_LANGUAGE',
  'BOX_THEME',
  'ANONYMOUS_POST',
  'FETCH_SECRET',
  'GENERATOR',
  'GENERATED',
  'GENERATION_LIMIT',
] as const;

/** Settings of the local server: what the environment gives, our own origin, and the local token. */
export function localVariables(
  environment: NodeJS.ProcessEnv,
  origin: string,
): [name: string, value: string][] {
  const given = SETTINGS.flatMap((name): [string, string][] => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  const digest = createHash('sha256').update(LOCAL_TOKEN).digest('hex');
  const tokens = [environment.API_TOKENS, `local:${digest}`].filter(Boolean).join(',');
  return [...given, ['PUBLIC_ORIGIN', environment.PUBLIC_ORIGIN ?? origin], ['API_TOKENS', tokens]];
}
