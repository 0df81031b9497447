import { ARTICLE_JSON_MAX_BYTES } from '../../core/limits.ts';
import { readTextBody } from '../body.ts';
import type { Context } from '../context.ts';

export type Form = URLSearchParams;

/** @throws {DomainError} as `readTextBody`. */
export async function readForm(context: Context): Promise<Form> {
  const { text } = await readTextBody(context, ['application/x-www-form-urlencoded'], ARTICLE_JSON_MAX_BYTES);
  return new URLSearchParams(text);
}
