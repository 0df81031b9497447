/**
 * Every failure the product knows, as data. The HTTP border turns each into one RFC 9457 problem document
 * (`http/problem.ts`); a new arm does not compile until it has a status there.
 */
export interface FieldError {
  /** RFC 6901 pointer into the body, as a URI fragment; absent for a parameter. */
  pointer?: string;
  /** Name of the query or path parameter; absent for a body member. */
  parameter?: string;
  code: string;
  detail: string;
  minimum?: number;
  maximum?: number;
  allowedValues?: readonly (string | number | boolean | null)[];
}

export type Fault =
  | { kind: 'malformed-body'; detail: string }
  | { kind: 'invalid-body'; errors: readonly FieldError[] }
  | { kind: 'invalid-parameter'; errors: readonly FieldError[] }
  | { kind: 'body-too-large'; limitBytes: number }
  | { kind: 'article-too-large'; limitBytes: number; actualBytes: number }
  | { kind: 'nested-too-deeply'; limit: number; found: number }
  | { kind: 'too-many-elements'; limit: number }
  | { kind: 'unsupported-media-type'; accepted: readonly string[] }
  | { kind: 'unsupported-content-coding' }
  /** `isRefused`: a token was sent, and is none of ours. */
  | { kind: 'unauthorized'; isRefused: boolean }
  | { kind: 'insufficient-scope'; scope: string }
  | { kind: 'writes-not-configured' }
  /** A form that a page of another origin has sent. */
  | { kind: 'foreign-origin' }
  /** Cloudflare Access vouches for nobody here. */
  | { kind: 'access-refused' }
  | { kind: 'article-not-found' }
  | { kind: 'article-deleted' }
  | { kind: 'article-moved'; slug: string }
  | { kind: 'text-not-public' }
  | { kind: 'summary-disabled'; stored: boolean }
  | { kind: 'nothing-to-summarise'; stored: boolean }
  | { kind: 'override-not-found' }
  | { kind: 'entry-not-found' }
  | { kind: 'proposal-not-found' }
  | { kind: 'precondition-failed'; detail: string }
  /** `orLater`: a later `updatedAt` would do as well. */
  | { kind: 'precondition-required'; orLater: boolean }
  | { kind: 'older-than-stored'; storedUpdatedAt: string }
  | { kind: 'url-taken'; slug: string }
  | { kind: 'stronger-source'; slug: string; source: string }
  | { kind: 'page-not-found' }
  | { kind: 'site-not-registered'; host: string }
  | { kind: 'page-refused'; refusal: string }
  | { kind: 'page-opted-out'; by: string }
  | { kind: 'not-an-article' }
  | { kind: 'page-unavailable'; detail: string; retryAfterSeconds: number }
  | { kind: 'page-timeout'; retryAfterSeconds: number }
  | { kind: 'anonymous-post-off' }
  | { kind: 'token-required'; parameter: string }
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'store-unavailable'; retryAfterSeconds: number }
  | { kind: 'store-full' }
  | { kind: 'route-not-found' }
  | { kind: 'method-not-allowed'; allow: readonly string[] };

/** Carries a {@link Fault} up to the border that answers it. Its message is for logs, never for clients. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly fault: Fault;

  /** @param options - `cause`: what is behind it and worth a line in the log. */
  constructor(fault: Fault, options?: { cause: unknown }) {
    super(fault.kind, options);
    this.fault = fault;
  }
}
