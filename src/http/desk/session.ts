import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { DomainError } from '../../core/errors.ts';
import type { ApiToken } from '../api-token.ts';
import { hasScope } from '../auth.ts';
import type { Context } from '../context.ts';
import type { Settings } from '../settings.ts';

/** A working day. */
const SESSION_SECONDS = 12 * 60 * 60;

export interface Editor {
  name: string;
}

/**
 * A session is a signed cookie: whose token opened it, and until when. The key is kept with the catalogue, so that not
 * even the digests of `API_TOKENS` are enough to make one; a token that is taken out of them ends its sessions at once.
 */
export function openSession(context: Context, key: string, token: ApiToken, nowMs: number): string {
  const until = Math.floor(nowMs / 1000) + SESSION_SECONDS;
  const value = `${token.name}~${until}~${sign(key, token, until)}`;
  return cookie(context, value, SESSION_SECONDS);
}

export function closeSession(context: Context): string {
  return cookie(context, '', 0);
}

export function readSession(
  context: Context,
  key: string,
  { tokens }: Settings,
  nowMs: number,
): Editor | undefined {
  const [name, until, signature] = cookieValue(context)?.split('~') ?? [];
  const token = tokens.find((one) => one.name === name && hasScope(one, 'edit'));
  if (token === undefined || !(Number(until) * 1000 > nowMs)) return undefined;
  return signature === sign(key, token, Number(until)) ? { name: token.name } : undefined;
}

/** Equal strings of a signature that nobody can work out without the key: how long comparing takes tells nothing of it. */
function sign(key: string, { name, digest }: ApiToken, until: number): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`desk ${name} ${digest} ${until}`)));
}

/**
 * A change that a page of somebody else sends is refused. Every browser names the origin of a form.
 *
 * @throws {DomainError} `foreign-origin`.
 */
export function requireOwnOrigin({ req }: Context): void {
  if (req.header('Origin') !== new URL(req.url).origin) throw new DomainError({ kind: 'foreign-origin' });
}

/** `__Host-` keeps other hosts of the domain from setting it; a browser takes it over https alone. */
function cookieName({ req }: Context): string {
  const { protocol, hostname } = new URL(req.url);
  const isLocal = protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(hostname);
  return isLocal ? 'standfirst-desk' : '__Host-standfirst-desk';
}

function cookie(context: Context, value: string, seconds: number): string {
  const name = cookieName(context);
  const secure = name.startsWith('__Host-') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

function cookieValue(context: Context): string | undefined {
  const name = cookieName(context);
  const pairs = (context.req.header('Cookie') ?? '').split(/;\s*/u).map((pair) => pair.split('='));
  const named = pairs.filter(([key]) => key === name);
  return named.length === 1 ? named[0]?.[1] : undefined;
}
