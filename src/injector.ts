import { logWarning } from './adapters/console-log.ts';
import { createInsertSource, type InsertSource } from './adapters/injector/insert-source.ts';
import { passPage } from './adapters/injector/pass-page.ts';
import { ASSETS_PATH } from './core/injection/box-markup.ts';
import { parseTarget, splitTargets, TARGET_FORM, type Target } from './core/injection/targets.ts';

/** Bindings of `wrangler.injector.toml`. */
interface InjectorEnv {
  /** Pages that get boxes (docs/injection.md). */
  INJECT?: string;
  /** The service's Worker; a binding may be forgotten. */
  SERVICE?: Fetcher;
}

/**
 * The Worker on the publisher's own route. It is a Worker of its own, small, with a cache and an outage of its own: the
 * service stands behind it, and a page never waits for it. It must not have the flag `global_fetch_strictly_public`, with
 * which a request to the origin would come back to this route.
 */
export default {
  fetch(request, env, context) {
    context.passThroughOnException();
    const { targets, inserts, faults } = open(env);
    if (asksForHealth(request)) return answerHealth(faults);
    return passPage(request, {
      targets,
      inserts,
      fetchOrigin: (passed) => fetch(passed),
      defer: (work) => context.waitUntil(work),
      onFailure: (error) => logWarning('injection-failed', error),
    });
  },
} satisfies ExportedHandler<InjectorEnv>;

interface Opened {
  targets: Target[];
  inserts: InsertSource;
  /** As the service tells its own at `/health`. */
  faults: { setting: string; detail: string }[];
}

let opened: Opened | undefined;

/** Wired once an isolate: bindings do not change while it lives. */
function open(env: InjectorEnv): Opened {
  opened ??= wire(env);
  return opened;
}

function wire({ INJECT = '', SERVICE }: InjectorEnv): Opened {
  const { targets, faults } = readTargets(INJECT);
  if (SERVICE === undefined) faults.push({ setting: 'SERVICE', detail: 'is not bound' });
  const inserts = createInsertSource({
    send: (request) => SERVICE?.fetch(request) ?? Promise.reject(new Error('SERVICE is not bound')),
    serviceOrigin: 'https://standfirst.internal',
    now: Date.now,
    onFailure: (error) => logWarning('injection-failed', error),
  });
  return { targets, inserts, faults };
}

/** A malformed entry counts as not there. */
function readTargets(inject: string): Pick<Opened, 'targets' | 'faults'> {
  const targets: Target[] = [];
  const faults: Opened['faults'] = [];
  for (const entry of splitTargets(inject)) {
    const target = parseTarget(entry);
    const detail = `"${entry.slice(0, 100)}" is not used: each entry is ${TARGET_FORM}`;
    if (target === undefined) faults.push({ setting: 'INJECT', detail });
    else targets.push(target);
  }
  if (targets.length === 0) faults.push({ setting: 'INJECT', detail: 'names no page' });
  return { targets, faults };
}

/** Like everything of ours on the publisher's host, below the one path. */
const HEALTH_PATH = `${ASSETS_PATH}health`;

/** Every page of the site comes by here: its address is only parsed where it may be meant. */
function asksForHealth({ url }: Request): boolean {
  return url.includes(HEALTH_PATH) && new URL(url).pathname === HEALTH_PATH;
}

function answerHealth(faults: Opened['faults']): Response {
  const isWell = faults.length === 0;
  return Response.json(
    { status: isWell ? 'ok' : 'misconfigured', faults },
    { status: isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
