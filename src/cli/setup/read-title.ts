import { parse } from 'smol-toml';
import * as z from 'zod/mini';
import { describeError } from '../describe-error.ts';
import type { TomlPath } from './edit-toml.ts';
import { SetupFault } from './setup-fault.ts';

const routeSchema = z.union([
  z.string(),
  z.looseObject({ pattern: z.string(), custom_domain: z.optional(z.boolean()) }),
]);

const deploymentSchema = z.object({
  name: z.optional(z.string()),
  routes: z.optional(z.array(routeSchema)),
  vars: z._default(z.record(z.string(), z.unknown()), {}),
  kv_namespaces: z._default(z.array(z.object({ binding: z.string(), id: z.optional(z.string()) })), []),
});

const configSchema = z.extend(deploymentSchema, {
  name: z.string(),
  account_id: z.optional(z.string()),
  env: z._default(z.record(z.string(), deploymentSchema), {}),
});

/** What setup has to know of one title in `wrangler.toml`. */
export interface Title {
  /** Name of the Worker. */
  worker: string;
  accountId: string | undefined;
  namespaceId: string | undefined;
  namespaceIdPath: TomlPath;
  settings: Record<string, unknown>;
  /** Names of hosts that are routed to it as a whole. */
  customDomains: string[];
  hasRoutes: boolean;
  /** Where its own entries stand. */
  path: readonly string[];
}

/** Undefined where the file does not have that title. @throws {SetupFault} where it is malformed. */
export function readTitle(toml: string, env: string | undefined): Title | undefined {
  const config = readConfig(toml);
  const own = env === undefined ? config : config.env[env];
  if (own === undefined) return undefined;
  const path = env === undefined ? [] : ['env', env];
  const index = own.kv_namespaces.findIndex(({ binding }) => binding === 'ARTICLES');
  const routes = own.routes ?? [];
  return {
    worker: own.name ?? `${config.name}-${env}`,
    accountId: config.account_id,
    namespaceId: own.kv_namespaces[index]?.id,
    namespaceIdPath: [...path, 'kv_namespaces', Math.max(index, 0), 'id'],
    settings: own.vars,
    customDomains: routes.flatMap((route) =>
      typeof route === 'object' && route.custom_domain === true ? [route.pattern] : [],
    ),
    hasRoutes: routes.length > 0,
    path,
  };
}

function readConfig(toml: string): z.infer<typeof configSchema> {
  try {
    return configSchema.parse(parse(toml));
  } catch (error) {
    const why = error instanceof z.core.$ZodError ? z.prettifyError(error) : describeError(error);
    throw new SetupFault(
      `wrangler.toml is malformed: ${why.trim()}`,
      'Mend that, or bring the file back as it was: git checkout wrangler.toml',
    );
  }
}
