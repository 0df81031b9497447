/** One accepted bearer token; only its digest is known to us. */
export interface ApiToken {
  name: string;
  /** SHA-256 of the token, 64 hex digits. */
  digest: string;
  scopes: readonly Scope[];
}

export const SCOPES = ['read', 'write', 'edit', 'ingest'] as const;
export type Scope = (typeof SCOPES)[number];
