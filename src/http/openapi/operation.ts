import type * as z from 'zod/mini';
import type { Scope } from '../api-token.ts';
import type { PROBLEMS } from '../problem.ts';
import type { Method } from '../resource.ts';
import type { ComponentName } from './components.ts';

export const TAGS = {
  articles: 'Articles of the publication.',
  summaries: 'Summaries of stored articles and of text that is sent.',
  desk: 'What editors see and decide.',
  measures: 'What readers do with the box, counted.',
  pages: 'What readers see: pages, texts and feeds.',
  service: 'The contract itself and the state of the service.',
} as const;

/** One example of a request body. Each is sent in a test and must succeed. */
export interface Example {
  summary: string;
  value: unknown;
}

export interface Content {
  /** A component, or any text of the media type. */
  schema: ComponentName | 'text';
  examples?: Readonly<Record<string, Example>>;
}

export interface Success {
  description: string;
  content?: Readonly<Record<string, Content>>;
  /** Names of headers that matter here; `X-Request-Id` and the cache row come with every answer. */
  headers?: readonly HeaderName[];
}

export const HEADER_NOTES = {
  ETag: 'Strong validator. Send it back in `If-None-Match`, or in `If-Match` to change what you have read.',
  Link: 'Related addresses (RFC 8288): canonical, prev, next, describedby, alternate.',
  Location: 'Where to go.',
  'Content-Language': 'Language of the text.',
  'RateLimit-Policy': 'How many anonymous calls an address may make in which time.',
} as const;
export type HeaderName = keyof typeof HEADER_NOTES;

/** What one method of one path does, in the terms of the document. */
export interface Operation {
  id: string;
  tag: keyof typeof TAGS;
  summary: string;
  description: string;
  /** The token's scope; `read` is optional: it shows drafts. */
  scope?: Scope;
  /** Also for reading. */
  needsToken?: true;
  /** A token of any scope lifts the limits of anonymous callers. */
  knowsToken?: true;
  /** Schema of the query; the one that validates it. */
  query?: z.ZodMiniObject;
  /** What each parameter of the query means here. */
  notes?: Readonly<Record<string, string>>;
  /** Examples of parameters by name. Each is sent in a test and must succeed. */
  examples?: Readonly<Record<string, string>>;
  /** Validators and conditions that it heeds. */
  conditions?: readonly ('If-Match' | 'If-None-Match')[];
  body?: Readonly<Record<string, Content>>;
  success: Readonly<Record<number, Success>>;
  /** Redirects, by status. */
  redirects?: Readonly<Record<number, string>>;
  problems: readonly (keyof typeof PROBLEMS)[];
}

/** Operations by the path as the document writes it. */
export type PathOperations = Readonly<
  Record<string, { route: string; operations: { [method in Method]?: Operation } }>
>;
