import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { decisionSchema } from '../src/core/summary/review.ts';

const FOLDER = new URL('../samples/', import.meta.url);
const FRONT_MATTER = /^---\n(?<yaml>[\s\S]+?)\n---\n(?<body>[\s\S]+)$/;
const SHORT_NOTICE = 'water-off-in-quay-street-on-thursday-night';

const frontMatterSchema = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  slug: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(200)),
  byline: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  publishedAt: z.iso.datetime(),
  language: z.enum(['en', 'de', 'es']),
  tags: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.minLength(1), z.maxLength(20)),
  desk: z.optional(decisionSchema()),
  decidedBefore: z.optional(z.string()),
});

const fileNames = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

function readSample(fileName: string) {
  const { yaml = '', body = '' } =
    FRONT_MATTER.exec(readFileSync(new URL(fileName, FOLDER), 'utf8'))?.groups ?? {};
  return { ...frontMatterSchema.parse(parse(yaml)), body };
}

/** Words as a reader counts them: runs that hold a letter or a digit, so no bare list or table marks. */
const countWords = (markdown: string) =>
  markdown.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;

describe.each(fileNames)('sample %s', (fileName) => {
  const sample = readSample(fileName);

  it('is named after its slug', () => {
    expect(fileName).toBe(`${sample.slug}.md`);
  });

  it('has the length of its kind', () => {
    const [least, most] = sample.slug === SHORT_NOTICE ? [60, 110] : [400, 1500];
    expect(countWords(sample.body)).toBeGreaterThanOrEqual(least);
    expect(countWords(sample.body)).toBeLessThanOrEqual(most);
  });

  it('was published in the weeks that the samples cover', () => {
    expect(sample.publishedAt >= '2026-10-28' && sample.publishedAt < '2026-11-23').toBe(true);
  });

  it('begins with a paragraph, since its title stands in the front matter', () => {
    expect(sample.body.trimStart()).toMatch(/^\p{Lu}/u);
    expect(sample.body).not.toMatch(/^# /m);
  });

  it('uses typographic quotes', () => {
    expect(sample.body).not.toMatch(/["']/);
  });
});

describe('the samples together', () => {
  const samples = fileNames.map(readSample);
  const bodies = samples.map((sample) => sample.body).join('\n');

  it('are eight, each with its own slug, title and time', () => {
    expect(samples).toHaveLength(8);
    for (const member of ['slug', 'title', 'publishedAt'] as const) {
      expect(new Set(samples.map((sample) => sample[member])).size).toBe(samples.length);
    }
  });

  it('have another order by date than by file name', () => {
    const byDate = samples.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt));
    expect(byDate.map((sample) => sample.slug)).not.toEqual(samples.map((sample) => sample.slug).toSorted());
  });

  it('are written in English, German and Spanish', () => {
    expect([...new Set(samples.map((sample) => sample.language))].sort()).toEqual(['de', 'en', 'es']);
  });

  it.each([
    ['a heading', /^## \S/m],
    ['a list', /^- \S/m],
    ['a blockquote', /^> \S/m],
    ['a table', /^\| -{3}/m],
  ])('show %s', (_, pattern) => {
    expect(bodies).toMatch(pattern);
  });
});
