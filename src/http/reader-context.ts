import type { Context, Variables } from './context.ts';

/** The request of a reader, as Hono would hand it on: without its code, which is as much as that of the answers. */
export class ReaderContext implements Context {
  readonly req: Context['req'];
  readonly #variables: Partial<Variables> = {};

  constructor(raw: Request, path: string, params: Readonly<Record<string, string>>) {
    this.req = new ReaderRequest(raw, path, params);
  }

  get<Name extends keyof Variables>(name: Name): Variables[Name] {
    return this.#variables[name] as Variables[Name];
  }

  set<Name extends keyof Variables>(name: Name, value: Variables[Name]): void {
    this.#variables[name] = value;
  }
}

class ReaderRequest {
  readonly raw: Request;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly #params: Readonly<Record<string, string>>;

  constructor(raw: Request, path: string, params: Readonly<Record<string, string>>) {
    this.raw = raw;
    this.method = raw.method;
    this.url = raw.url;
    this.path = path;
    this.#params = params;
  }

  header(name: string): string | undefined {
    return this.raw.headers.get(name) ?? undefined;
  }

  param(name: string): string | undefined {
    return this.#params[name];
  }

  query(name: string): string | undefined;
  query(): Record<string, string>;
  query(name?: string): string | undefined | Record<string, string> {
    const { searchParams } = new URL(this.url);
    if (name !== undefined) return searchParams.get(name) ?? undefined;
    // The first of those that are repeated.
    return Object.fromEntries([...searchParams].reverse());
  }
}
