import { canonicalLanguage } from '../article/language-tag.ts';
import { LANGUAGE_MAX_LENGTH } from '../limits.ts';
import { SUMMARY_EXTRAS, SUMMARY_FORMATS, SUMMARY_LENGTHS, SUMMARY_TYPES } from './presets.ts';
import type { SummaryOptions } from './summary-options.ts';
import { DEFAULT_SUMMARY_OPTIONS } from './wanted.ts';

const READ = new Set(['type', 'length', 'include', 'labels', 'format']);

/**
 * Options as boxes and most others write them, without the schema: loading it takes a cold isolate longer than the rest of
 * the answer.
 *
 * @returns What `summaryOptionsSchema` makes of the parameters; undefined where that has to look itself.
 */
export function readPlainOptions(parameters: ReadonlyMap<string, string>): SummaryOptions | undefined {
  for (const name of parameters.keys()) if (!READ.has(name)) return undefined;
  const value = (name: string) => parameters.get(name);
  const type = oneOf(SUMMARY_TYPES, value('type') ?? DEFAULT_SUMMARY_OPTIONS.type);
  const length = oneOf(SUMMARY_LENGTHS, value('length'));
  const include = someOf(SUMMARY_EXTRAS, value('include') ?? '');
  const labels = readLanguage(value('labels'));
  const format = oneOf(SUMMARY_FORMATS, value('format') ?? DEFAULT_SUMMARY_OPTIONS.format);
  if (type === undefined || include === undefined || format === undefined) return undefined;
  if (parameters.has('length') && length === undefined) return undefined;
  if (parameters.has('labels') && labels === undefined) return undefined;
  return {
    type,
    ...(length === undefined ? {} : { length }),
    avoid: [],
    include,
    ...(labels === undefined ? {} : { labels }),
    format,
  };
}

function oneOf<T extends string>(known: readonly T[], text: string | undefined): T | undefined {
  return known.find((one) => one === text);
}

function someOf<T extends string>(known: readonly T[], text: string): T[] | undefined {
  const some: T[] = [];
  for (const part of text.split(',').filter((piece) => piece !== '')) {
    const one = oneOf(known, part);
    if (one === undefined) return undefined;
    some.push(one);
  }
  return some;
}

function readLanguage(tag: string | undefined): string | undefined {
  const isOfLength = tag !== undefined && tag.length >= 2 && tag.length <= LANGUAGE_MAX_LENGTH;
  return isOfLength ? canonicalLanguage(tag) : undefined;
}
