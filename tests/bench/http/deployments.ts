import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKER_FILE } from '../../../src/cli/bundle/bundle-worker.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WORKERS = fileURLToPath(new URL('workers/', import.meta.url));
const WORKER_FOLDER = dirname(WORKER_FILE);

export const TOKEN = 'bench-token';

/** Bundles the service as it is deployed. Gives its modules as `service` in the folder. */
export function bundleService(folder: string): void {
  execFileSync('npm', ['run', '--silent', 'build:worker'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  cpSync(WORKER_FOLDER, join(folder, 'service'), { recursive: true });
}

/** Bundles a Worker of this benchmark that imports something. Gives `<name>.js` in the folder. */
export function bundleWorker(folder: string, name: string): void {
  const config = join(folder, `${name}.toml`);
  writeFileSync(
    config,
    `name = "${name}"\nmain = "${join(WORKERS, `${name}.ts`)}"\ncompatibility_date = "${COMPATIBILITY_DATE}"\n`,
  );
  bundle(folder, name, config, `${name}.js`);
}

function bundle(folder: string, name: string, config: string, output: string): void {
  const outdir = join(folder, `${name}-bundle`);
  execFileSync('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', outdir, '--config', config], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  });
  copyFileSync(join(outdir, output), join(folder, `${name}.js`));
}

/** Writes a Worker that imports nothing as JavaScript into the folder. */
export function stripTypes(folder: string, name: string): void {
  const source = readFileSync(join(WORKERS, `${name}.ts`), 'utf8');
  writeFileSync(join(folder, `${name}.js`), stripTypeScriptTypes(source));
}

const COMPATIBILITY_DATE = '2026-11-17';
const LIMITERS = ['SUMMARIES_LIMITER', 'EXTRACTIONS_LIMITER', 'LOOKUPS_LIMITER', 'FALLBACKS_LIMITER'];

/** Workers beside which the service stands: its limiter and its assets. */
export const COMPANIONS = ['absent-assets', 'limiter'] as const;
export const LIMITER_EXTENSION =
  '(modules = [(name = "bench:limiter", esModule = embed "limiter.js", internal = true)])';

/**
 * The service of {@link bundleService} as `const service`: what a deployment would find in `wrangler.toml`, in workerd's own words.
 *
 * @param sites - Whose pages are fetched, from the service `origin`; nobody's where it is left out.
 * @param storage - Where objects keep what they hold.
 */
export function describeService(sites?: string, storage = 'localDisk = "disk"'): string {
  const digest = createHash('sha256').update(TOKEN).digest('hex');
  const limiters = LIMITERS.map(
    (name) => `(name = "${name}", wrapped = (moduleName = "bench:limiter")),`,
  ).join('\n    ');
  return `const service :Workerd.Worker = (
  compatibilityDate = "${COMPATIBILITY_DATE}",
  compatibilityFlags = ["global_fetch_strictly_public", "no_nodejs_compat"],
  modules = [${describeModules()}],
  bindings = [
    (name = "ARTICLES", kvNamespace = "kv"),
    (name = "CATALOGUE", durableObjectNamespace = "Catalogue"),
    (name = "MEASURES", durableObjectNamespace = "Measures"),
    (name = "ASSETS", service = "absent-assets"),
    (name = "VERSION", json = "{\\"id\\":\\"00000000-0000-4000-8000-000000000000\\",\\"tag\\":\\"\\",\\"timestamp\\":\\"\\"}"),
    (name = "PUBLIC_ORIGIN", text = "https://news.example"),
    (name = "PUBLICATION_NAME", text = "The Bench"),
    (name = "API_TOKENS", text = "bench:${digest}"),
    ${sites === undefined ? '' : `(name = "SITES", text = "${sites}"),`}
    (name = "SITE_CRAWLERS", durableObjectNamespace = "SiteCrawler"),
    ${limiters}
  ],
  ${sites === undefined ? '' : 'globalOutbound = "origin",'}
  durableObjectNamespaces = [
    (className = "SiteCrawler", uniqueKey = "bench-crawlers", enableSql = true),
    (className = "Catalogue", uniqueKey = "bench-catalogue", enableSql = true),
    (className = "Measures", uniqueKey = "bench-measures", enableSql = true),
  ],
  durableObjectStorage = (${storage}),
);
`;
}

/** workerd begins with the first. */
function describeModules(): string {
  const first = basename(WORKER_FILE);
  const others = readdirSync(WORKER_FOLDER).filter((name) => name.endsWith('.mjs'));
  return [first, ...others]
    .map((name) => `(name = "${name}", esModule = embed "service/${name}")`)
    .join(', ');
}

/** A Worker of this benchmark in workerd's own words. */
export function describeWorker(name: string, binding = ''): string {
  return `(compatibilityDate = "${COMPATIBILITY_DATE}", modules = [(name = "${name}.js", esModule = embed "${name}.js")], bindings = [${binding}])`;
}
