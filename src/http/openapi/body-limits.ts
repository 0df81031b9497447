import {
  ARTICLE_JSON_MAX_BYTES,
  BODY_MAX_DEPTH,
  BODY_MAX_ELEMENTS,
  SENT_PAGE_MAX_BYTES,
  STORED_VALUE_MAX_BYTES,
} from '../../core/limits.ts';

/** What JSON Schema cannot say of a body, for descriptions. */
export const BODY_LIMITS = `At most ${inMebibytes(ARTICLE_JSON_MAX_BYTES)} in all; the text may be made of ${BODY_MAX_ELEMENTS} elements (paragraphs, links, cells), ${BODY_MAX_DEPTH} inside one another.`;
export const STORED_LIMIT = `An article that would take more than ${STORED_VALUE_MAX_BYTES} bytes as stored is refused.`;
export const RAW_PAGE_LIMIT = `At most ${inMebibytes(SENT_PAGE_MAX_BYTES)}.`;

function inMebibytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MiB`;
}
