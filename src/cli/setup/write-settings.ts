import { setTomlValue } from './edit-toml.ts';
import { readTitle, type Title } from './read-title.ts';
import { type Setup, titleFlag, type Wishes } from './setup.ts';
import { writeTitleBlock } from './title-block.ts';

/** Writes the block of a title that `wrangler.toml` does not have yet. */
export async function addTitle({ config, isDry, say }: Setup, wishes: Wishes): Promise<string> {
  const toml = await config.read();
  const { env } = wishes;
  if (env === undefined || readTitle(toml, env) !== undefined)
    return withWorker(toml, wishes, { config, isDry });
  const worker = wishes.worker ?? `${readTitle(toml, undefined)?.worker}-${env}`;
  const longer = `${toml.trimEnd()}\n\n${writeTitleBlock(toml, env, worker)}`;
  if (!isDry) await config.write(longer);
  say({
    name: 'title',
    did: `${isDry ? 'add' : 'added'} [env.${env}] to wrangler.toml, with every binding, as the Worker ${worker}`,
    undo: isDry ? null : `take the block [env.${env}] out of wrangler.toml`,
  });
  return longer;
}

async function withWorker(
  toml: string,
  { env, worker }: Wishes,
  { config, isDry }: Pick<Setup, 'config' | 'isDry'>,
): Promise<string> {
  const title = readTitle(toml, env);
  if (worker === undefined || title === undefined || title.worker === worker) return toml;
  const renamed = setTomlValue(toml, [...title.path, 'name'], worker);
  if (!isDry) await config.write(renamed);
  return renamed;
}

/** Writes settings, and a route of its own where the service shall stand on a host of the publisher's. */
export async function writeSettings(
  { config, isDry, say, wrangler }: Setup,
  { env, settings, origin }: Wishes,
  title: Title,
): Promise<void> {
  const wanted = { ...settings, ...(origin === undefined ? {} : { PUBLIC_ORIGIN: origin }) };
  const changed = Object.entries(wanted).filter(([name, value]) => title.settings[name] !== value);
  const domain = domainOf(origin, title);
  if (changed.length === 0 && domain === undefined)
    return say({ name: 'settings', did: 'are in wrangler.toml as they shall be', undo: null });
  const told = changed.map(([name, value]) => `${name} = "${value}"`);
  if (domain !== undefined) told.push(`the address ${domain}`);
  if (!isDry) {
    let toml = await config.read();
    for (const [name, value] of changed) toml = setTomlValue(toml, [...title.path, 'vars', name], value);
    if (domain !== undefined)
      toml = setTomlValue(toml, [...title.path, 'routes'], [{ pattern: domain, custom_domain: true }]);
    await config.write(toml);
    // Types of bindings are made from that file; `npm test` holds them against it.
    await wrangler.run(['types', '--include-runtime=false', '--strict-vars=false']);
  }
  const before = changed.map(([name]) => `${name} = "${String(title.settings[name] ?? '')}"`).join(', ');
  say({
    name: 'settings',
    did: `${isDry ? 'write' : 'wrote'} ${told.join(', ')} to wrangler.toml`,
    undo: isDry
      ? null
      : `set ${before || 'routes'} there as before, then npm run setup${env === undefined ? '' : ` --${titleFlag(env)}`}`,
  });
}

/** The host that has to be routed, where it is none of Cloudflare's own. */
function domainOf(origin: string | undefined, { customDomains, hasRoutes }: Title): string | undefined {
  if (origin === undefined) return undefined;
  const { hostname } = new URL(origin);
  const isGiven = hostname.endsWith('.workers.dev') || customDomains.includes(hostname) || hasRoutes;
  return isGiven ? undefined : hostname;
}
