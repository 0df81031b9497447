import type { Wrangler } from './wrangler.ts';

/** What somebody asks of setup; what is undefined stays as it is. */
export interface Wishes {
  /** Name of another title in `wrangler.toml`; undefined means the first one. */
  env: string | undefined;
  /** Name of the Worker. */
  worker: string | undefined;
  /** Where the service shall stand; undefined means the address that Cloudflare gives it. */
  origin: string | undefined;
  /** Settings by their names, such as `SITES`. */
  settings: Readonly<Record<string, string>>;
  /** Take over a Worker of that name which somebody else's checkout has deployed. */
  mayAdopt: boolean;
}

/** What a step has done, or would do. */
export interface Step {
  name: string;
  did: string;
  /** How to take it back; null where nothing has changed. */
  undo: string | null;
}

export interface Setup {
  wrangler: Wrangler;
  /** `wrangler.toml`. */
  config: { read(): Promise<string>; write(toml: string): Promise<void> };
  /** Only looks, and says what it would do. */
  isDry: boolean;
  say(step: Step): void;
  /** Shows a secret, once. */
  reveal(name: string, secret: string): void;
}

/** Flags that say which title is meant; an empty name is wrangler's way to say the first one. */
export function titleFlags(env: string | undefined): [string] {
  return [`--env=${env ?? ''}`];
}

/** The same for people, in a line to copy. */
export function titleFlag(env: string | undefined): string {
  return env === undefined ? '' : ` --env ${env}`;
}
