/**
 * Media types that a page may have. Data, pictures and documents are none, though what looks like an article may stand
 * between their bytes.
 */
export const PAGE_MEDIA = /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)$/u;

/** Without parameters, in small letters; HTML where a server says nothing. */
export function mediaTypeOf(contentType: string | null): string {
  return (contentType ?? 'text/html').split(';')[0]?.trim().toLowerCase() ?? '';
}
