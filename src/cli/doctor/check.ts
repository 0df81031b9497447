/** What a check has found out. `seen` and `wanted` in plain words; `todo` says what to change. */
export interface Finding {
  outcome: 'well' | 'faulty' | 'skipped';
  seen: string;
}

export interface Check {
  /** Name of it for programs; never changes. */
  id: string;
  /** What is promised. */
  wanted: string;
  /** What to do where it is not so. */
  todo: string;
  look: (patient: Patient) => Promise<Finding>;
}

/** What is examined: a running service, perhaps with a page of its publisher. */
export interface Patient {
  origin: string;
  /** On this machine, where no edge stands before the service. */
  isLocal: boolean;
  token: string | undefined;
  /** A page of the publisher's. */
  site: string | undefined;
  /** Whether something may be written, and removed again. */
  mayWrite: boolean;
  /** Answers are kept while the examination lasts, but for those that are asked `anew`. */
  ask: (address: string, init?: RequestInit & { anew?: boolean }) => Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed; undefined where it is no JSON. */
  json: unknown;
}

export interface Report {
  id: string;
  outcome: Finding['outcome'];
  seen: string;
  wanted: string;
  todo: string;
}

export function well(seen: string): Finding {
  return { outcome: 'well', seen };
}

export function faulty(seen: string): Finding {
  return { outcome: 'faulty', seen };
}

export function skipped(seen: string): Finding {
  return { outcome: 'skipped', seen };
}

/** Well where it holds. */
export function judge(holds: boolean, seen: string): Finding {
  return holds ? well(seen) : faulty(seen);
}

/** The member at a path of names and places in a list; undefined where there is none. */
export function memberOf(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
    value,
  );
}
