import { pageUrlSchema } from '../../fetching/page-url.ts';
import { URL_MAX_LENGTH } from '../../limits.ts';

/** An absolute address that may be stored, resolved against the page; undefined for anything else. */
export function webAddress(reference: string | null | undefined, baseUrl: string): string | undefined {
  if (reference === null || reference === undefined || reference.length > URL_MAX_LENGTH) return undefined;
  if (reference.trim() === '') return undefined;
  const url = URL.parse(reference.trim(), baseUrl);
  if (url === null || url.href.length > URL_MAX_LENGTH) return undefined;
  url.hash = '';
  return pageUrlSchema().safeParse(url.href).success ? url.href : undefined;
}
