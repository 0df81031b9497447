import { SLUG_MAX_LENGTH } from '../limits.ts';

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** `slugSchema` without its report, for the path of every request: no schema is loaded for it. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_MAX_LENGTH && SLUG.test(text);
}
