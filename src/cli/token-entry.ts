import { createHash, randomBytes } from 'node:crypto';
import { SCOPES } from '../http/api-token.ts';

/** 256 bits: not to be guessed, so its digest needs no salt and no slow hash. */
const TOKEN_BYTES = 32;
/** Lets scanners for leaked secrets know one when they see it. */
const PREFIX = 'standfirst_';

/**
 * Makes a token and its entry in `API_TOKENS`.
 *
 * @param scope - Scopes joined by `+` or commas; all when it is not given.
 * @throws {Error} when name or scope would not be read back.
 */
export function createToken(name: string, scope: string | undefined): { token: string; entry: string } {
  if (!/^[\w.-]+$/u.test(name))
    throw new Error('--name takes letters, digits, points, hyphens and underscores.');
  const scopes = scope?.split(/[+,]/u) ?? [];
  const unknown = scopes.find((wanted) => !SCOPES.some((known) => known === wanted));
  if (unknown !== undefined) throw new Error(`--scope knows ${SCOPES.join(', ')}; not "${unknown}".`);
  const token = PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
  const digest = createHash('sha256').update(token).digest('hex');
  const named = scopes.length === 0 ? '' : `:${[...new Set(scopes)].join('+')}`;
  return { token, entry: `${name}:${digest}${named}` };
}
