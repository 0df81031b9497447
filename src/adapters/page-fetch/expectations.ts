import { PAGE_MEDIA } from '../../core/fetching/page-media.ts';
import { RAW_PAGE_MAX_BYTES } from '../../core/limits.ts';
import type { PageRequest } from '../../flows/ingestion/ports.ts';

/** What is asked for, what is taken, and how much of it. */
export interface Expectation {
  accept: string;
  mediaType: RegExp;
  /** After decoding: a few kilobytes of gzip can stand for gigabytes. */
  maxBytes: number;
  /** The beginning of more will do. */
  isCut?: boolean;
}

export const EXPECTATIONS: Readonly<Record<PageRequest['expects'], Expectation>> = {
  page: {
    accept: 'text/html, application/xhtml+xml, text/plain;q=0.5, text/markdown;q=0.5',
    mediaType: PAGE_MEDIA,
    maxBytes: RAW_PAGE_MAX_BYTES,
  },
  // RFC 9309, section 2.5: at least 500 KiB are parsed; what stands behind that is not.
  robots: { accept: 'text/plain, */*;q=0.1', mediaType: /./u, maxBytes: 512 * 1024, isCut: true },
  feed: {
    accept:
      'application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8',
    // Object stores serve files without knowing what they are: the bytes decide.
    mediaType:
      /^(?:application\/(?:(?:feed|[\w.]+)\+?json|(?:atom|rss|rdf)\+xml|xml|octet-stream)|binary\/octet-stream|text\/(?:xml|plain|html))$/u,
    maxBytes: RAW_PAGE_MAX_BYTES,
  },
};
