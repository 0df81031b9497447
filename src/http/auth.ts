import { DomainError } from '../core/errors.ts';
import { limitRate } from '../flows/limit-rate.ts';
import type { Limiter } from '../flows/ports.ts';
import type { ApiToken, Scope } from './api-token.ts';
import { type Caller, type Context, callerAddress } from './context.ts';
import type { Settings } from './settings.ts';

/**
 * Who is calling (RFC 6750). A token that is sent must be valid, also where none is needed: whoever sends one under
 * `/v1` relies on being known.
 *
 * @throws {DomainError} `unauthorized`.
 */
export async function authenticate(context: Context, { tokens }: Settings): Promise<Caller> {
  const known = context.get('caller');
  if (known !== undefined) return known;
  const caller = await identify(context.req.header('Authorization'), tokens);
  context.set('caller', caller);
  return caller;
}

/** Whether the request names a caller at all: most do not. */
export function sendsToken(context: Context): boolean {
  const known = context.get('sendsToken');
  if (known !== undefined) return known;
  const sends = context.req.header('Authorization') !== undefined;
  context.set('sendsToken', sends);
  return sends;
}

async function identify(authorization: string | undefined, tokens: readonly ApiToken[]): Promise<Caller> {
  if (authorization === undefined || tokens.length === 0) return { kind: 'anonymous' };
  const [, token] = /^Bearer +([\x21-\x7e]+) *$/iu.exec(authorization) ?? [];
  const match = token === undefined ? undefined : await findToken(token, tokens);
  if (match === undefined) throw new DomainError({ kind: 'unauthorized', isRefused: token !== undefined });
  return { kind: 'token', name: match.name, scopes: match.scopes };
}

/** Compares digests, all of them and each in constant time, so that time tells nothing about a near miss. */
export async function findToken(token: string, tokens: readonly ApiToken[]): Promise<ApiToken | undefined> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  let match: ApiToken | undefined;
  for (const candidate of tokens) {
    if (equalInConstantTime(digest, hexToBytes(candidate.digest))) match = candidate;
  }
  return match;
}

function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

function hexToBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}

/**
 * Lets only a token with this scope pass.
 *
 * @throws {DomainError} `writes-not-configured`, `unauthorized`, `insufficient-scope`.
 */
export async function requireScope(context: Context, settings: Settings, scope: Scope): Promise<TokenCaller> {
  if (settings.tokens.length === 0) throw new DomainError({ kind: 'writes-not-configured' });
  const caller = await authenticate(context, settings);
  if (caller.kind === 'anonymous') throw new DomainError({ kind: 'unauthorized', isRefused: false });
  if (!hasScope(caller, scope)) throw new DomainError({ kind: 'insufficient-scope', scope });
  return caller;
}

/**
 * Whether the truth may be shown, drafts included.
 *
 * @throws {DomainError} `unauthorized`, `insufficient-scope`.
 */
export async function mayReadTruth(context: Context, settings: Settings): Promise<boolean> {
  if (!sendsToken(context)) return false;
  const caller = await authenticate(context, settings);
  if (caller.kind === 'anonymous') return false;
  if (!hasScope(caller, 'read')) throw new DomainError({ kind: 'insufficient-scope', scope: 'read' });
  return true;
}

/**
 * Who sends something to be worked on, which changes nothing. Without a token only where the settings let them, and
 * counted.
 *
 * @throws {DomainError} `unauthorized`, `anonymous-post-off`, `rate-limited`.
 */
export async function admitPost(context: Context, settings: Settings, limiter: Limiter): Promise<Caller> {
  const caller = await authenticate(context, settings);
  if (caller.kind === 'anonymous') {
    if (!settings.anonymousPost) throw new DomainError({ kind: 'anonymous-post-off' });
    await limitRate(limiter, callerAddress(context));
  }
  return caller;
}

type TokenCaller = Extract<Caller, { kind: 'token' }>;

/** Scopes that hold others: whoever may change something may read it. */
const HOLDERS: Readonly<Record<Scope, readonly Scope[]>> = {
  read: ['read', 'write', 'edit'],
  write: ['write'],
  edit: ['edit', 'write'],
  ingest: ['ingest'],
};

export function hasScope({ scopes }: Pick<TokenCaller, 'scopes'>, scope: Scope): boolean {
  return HOLDERS[scope].some((holder) => scopes.includes(holder));
}
