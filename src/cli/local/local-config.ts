import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Known to everybody who has read this line, so it is only ever handed to the server on this machine. */
export const LOCAL_TOKEN = 'local-token';

/** Beside `wrangler.toml`, so that its paths mean the same; not kept by git. */
export const LOCAL_CONFIG_PATH = '.wrangler.local.toml';
const LOCAL_LIMIT_PER_MINUTE = 10_000;

/** The deployed configuration, but for limits that would get in the way of one developer on one address. */
export async function writeLocalConfig(): Promise<void> {
  const deployed = await readFile('wrangler.toml', 'utf8');
  const local = deployed.replaceAll(/(simple = \{ limit = )\d+/gu, `$1${LOCAL_LIMIT_PER_MINUTE}`);
  const config = `# Made from wrangler.toml by npm start.\n${local}`;
  if ((await readIfThere(LOCAL_CONFIG_PATH)) !== config) await writeFile(LOCAL_CONFIG_PATH, config); // Another start may watch it.
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
