import type { FetchPolicy } from '../core/fetching/fetch-policy.ts';
import { shownWriting } from '../core/generation/generation-settings.ts';
import type { Gate } from '../flows/gate-ports.ts';
import type { FeedMemory } from '../flows/ingestion/ports.ts';
import type { PageReadDependencies } from '../flows/ingestion/read-page-article.ts';
import type { InjectionDependencies } from '../flows/injection/read-injection.ts';
import type {
  AccessKeys,
  Archive,
  CallerName,
  Clock,
  Desk,
  Limiter,
  Measures,
  StaticData,
  Upkeep,
} from '../flows/ports.ts';
import type { SummaryView } from '../flows/summarize-article.ts';
import type { Answer } from './answer.ts';
import type { SettingFault, Settings } from './settings.ts';

/** What the door hands in: ports and settings, nothing of the platform. */
export interface Dependencies extends PageReadDependencies, InjectionDependencies {
  settings: Settings;
  settingFaults: readonly SettingFault[];
  /** The catalogue as backup and upkeep see it. */
  archive: Archive;
  upkeep: Upkeep;
  desk: Desk;
  /** Holds editors' own sentences against the article; undefined where no generator is bound. */
  gate: Gate | undefined;
  measures: Measures;
  staticData: StaticData;
  accessKeys: AccessKeys;
  summariesLimiter: Limiter;
  extractionsLimiter: Limiter;
  feedMemory: FeedMemory;
  now: Clock;
  /** Name of this deployment: part of every validator, since a release may render the same data otherwise. */
  build: string;
  log: (entry: LogEntry) => void;
}

/** One line a request, but for events that are counted: no query, address, user agent, body or token. */
export interface LogEntry {
  method: string;
  route: string;
  status: number;
  durationMs: number;
  requestId: string;
  /** What went wrong inside, where the answer is a 5xx. */
  error?: unknown;
}

/** What is found out once a request. */
export interface Variables {
  /** Filled in by `authenticate`. */
  caller: Caller | undefined;
  /** Filled in by `sendsToken`. */
  sendsToken: boolean | undefined;
}

/** A request as its answer sees it: Hono's context, or the one of `reader-context.ts`. */
export interface Context {
  readonly req: {
    readonly method: string;
    readonly url: string;
    /** Of the address, without the query. */
    readonly path: string;
    readonly raw: Request;
    header(name: string): string | undefined;
    /** Of the resource's path. */
    param(name: string): string | undefined;
    query(name: string): string | undefined;
    query(): Record<string, string>;
  };
  get<Name extends keyof Variables>(name: Name): Variables[Name];
  set<Name extends keyof Variables>(name: Name, value: Variables[Name]): void;
}

export type Caller = { kind: 'anonymous' } | { kind: 'token'; name: string; scopes: readonly string[] };
export type Handler = (dependencies: Dependencies, context: Context) => Promise<Answer> | Answer;

/** Whether there may be parameters. Most ask without, and are answered before a schema is loaded. */
export function hasQuery({ req }: Context): boolean {
  return req.url.includes('?');
}

/** The parameters by their names; undefined where one is repeated. */
export function plainParameters({ req }: Context): Map<string, string> | undefined {
  const start = req.url.indexOf('?');
  const given = start === -1 ? [] : [...new URLSearchParams(req.url.slice(start))];
  const parameters = new Map(given);
  return parameters.size === given.length ? parameters : undefined;
}

/** Absolute links start here. While `PUBLIC_ORIGIN` is not set the request's own origin has to do. */
export function originOf(context: Context, settings: Settings): string {
  return settings.publicOrigin ?? new URL(context.req.url).origin;
}

/** How summaries are shown for this request. */
export function viewOf(context: Context, settings: Settings): SummaryView {
  const generated = shownWriting(settings.generator, settings.generated);
  return { origin: originOf(context, settings), generated };
}

/** Whom the limiters count: the address as Cloudflare saw it, never a header that a client can set there. */
export function callerAddress(context: Context): CallerName {
  return () => context.req.header('CF-Connecting-IP') ?? 'unknown';
}

/** Which pages may be fetched for this request: those of the sites, never our own host under any of its names. */
export function fetchPolicyOf(context: Context, { sites, publicOrigin }: Settings): FetchPolicy {
  const origins = [new URL(context.req.url).origin, ...(publicOrigin === undefined ? [] : [publicOrigin])];
  return { sites, ownHosts: origins.map((origin) => new URL(origin).hostname) };
}
