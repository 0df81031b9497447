import { WorkerEntrypoint } from 'cloudflare:workers';
import { logWarning } from './adapters/console-log.ts';
import { createInsertSource, type InsertSource } from './adapters/injector/insert-source.ts';
import { passPage } from './adapters/injector/pass-page.ts';
import { parseTarget, splitTargets, TARGET_FORM, type Target } from './core/injection/targets.ts';

/** Bindings of `wrangler.injector.toml`. */
interface InjectorEnv {
  /** Pages that get boxes (docs/injection.md). */
  INJECT?: string;
  /** The service's Worker. */
  SERVICE: Fetcher;
}

/**
 * The Worker on the publisher's own route. It is a Worker of its own, small, with a cache and an outage of its own: the
 * service stands behind it, and a page never waits for it. It must not have the flag `global_fetch_strictly_public`, with
 * which a request to the origin would come back to this route.
 */
export default class extends WorkerEntrypoint<InjectorEnv> {
  override fetch(request: Request): Promise<Response> {
    this.ctx.passThroughOnException();
    const { targets, inserts } = open(this.env);
    return passPage(request, {
      targets,
      inserts,
      fetchOrigin: (passed) => fetch(passed),
      defer: (work) => this.ctx.waitUntil(work),
      onFailure: (error) => logWarning('injection-failed', error),
    });
  }
}

let opened: { targets: Target[]; inserts: InsertSource } | undefined;

/** Wired once an isolate: bindings do not change while it lives. */
function open({ INJECT = '', SERVICE }: InjectorEnv): NonNullable<typeof opened> {
  opened ??= {
    targets: splitTargets(INJECT).flatMap((entry) => readTarget(entry)),
    inserts: createInsertSource({
      send: (request) => SERVICE.fetch(request),
      serviceOrigin: 'https://standfirst.internal',
      now: Date.now,
      onFailure: (error) => logWarning('injection-failed', error),
    }),
  };
  return opened;
}

function readTarget(entry: string): Target[] {
  const target = parseTarget(entry);
  if (target === undefined) {
    const fault = `INJECT: "${entry.slice(0, 100)}" is not used: each entry is ${TARGET_FORM}`;
    logWarning('setting-malformed', new Error(fault));
  }
  return target === undefined ? [] : [target];
}
