import { createHash } from 'node:crypto';

/** Tables that `[env.<title>]` does not inherit (wrangler, "environments"): each title needs its own. */
const NOT_INHERITED = new Set(
  'ai analytics_engine_datasets d1_databases durable_objects hyperdrive kv_namespaces queues r2_buckets ratelimits services vars vectorize version_metadata'.split(
    ' ',
  ),
);

/**
 * What another title needs in `wrangler.toml`: the bindings of the first one, settings that are not set yet, limits with
 * counters of their own, and no address but its own.
 */
export function writeTitleBlock(toml: string, title: string, worker: string): string {
  const copied: string[] = [];
  let table = '';
  for (const line of toml.split('\n')) {
    const header = /^\s*(\[\[?)([\w-]+)((?:\.[\w-]+)*\]\]?)/u.exec(line);
    if (header !== null) {
      const [, open = '', name = '', close = ''] = header;
      table = NOT_INHERITED.has(name) ? name : '';
      if (table !== '') copied.push('', `${open}env.${title}.${name}${close}`);
      continue;
    }
    const entry = table === '' ? undefined : copyEntry(line, table, worker);
    if (entry !== undefined) copied.push(entry);
  }
  const head = [
    `[env.${title}]`,
    `name = "${worker}"`,
    'routes = [] # Its own; without this line it would have those of the first title.',
  ];
  return `${[...head, ...copied].join('\n')}\n`;
}

function copyEntry(line: string, table: string, worker: string): string | undefined {
  const at = line.indexOf('=');
  const key = line.slice(0, Math.max(at, 0)).trim();
  const value = line.slice(at + 1).trim();
  if (!/^[\w-]+$/u.test(key) || (table === 'kv_namespaces' && key === 'id')) return undefined;
  if (table === 'vars') return `${key} = ""`;
  if (table === 'ratelimits' && key === 'namespace_id') return `${key} = "${counterOf(worker, value)}"`;
  return line.trim();
}

const COUNTERS_COUNT = 2_000_000_000;

/**
 * Counters belong to the account and are told apart by these numbers alone, so they are made from what is unique there
 * anyway, the name of the Worker.
 */
function counterOf(worker: string, of: string): number {
  const digest = createHash('sha256').update(`${worker} ${of}`).digest();
  return 1 + (digest.readUInt32BE(0) % COUNTERS_COUNT);
}
