/** What `wrangler.toml` has to bind. */
const REQUIRED = [
  'ARTICLES',
  'CATALOGUE',
  'SITE_CRAWLERS',
  'MEASURES',
  'SUMMARIES_LIMITER',
  'EXTRACTIONS_LIMITER',
  'LOOKUPS_LIMITER',
  'FALLBACKS_LIMITER',
  'VERSION',
] as const satisfies readonly (keyof Env)[];

/**
 * Bindings that a deployment has forgotten, for `/health`: wrangler only warns, and `[env.<title>]` inherits none. What
 * is missing counts as an outage of it, so that the rest goes on: without a limiter nobody is limited, without the store
 * answers are 503.
 */
export function missingBindings(env: Partial<Env>): { setting: string; detail: string }[] {
  return REQUIRED.filter((name) => env[name] === undefined).map((setting) => ({
    setting,
    detail: 'is not bound; copy its lines of wrangler.toml, since [env.…] inherits no binding',
  }));
}

/** Without its binding each isolate counts as a release of its own: no validator then outlives what it stands for. */
export function buildOf({ VERSION }: Partial<Env>): string {
  return (VERSION?.id ?? crypto.randomUUID()).slice(0, 8);
}
