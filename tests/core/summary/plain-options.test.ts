import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainOptions } from '../../../src/core/summary/plain-options.ts';
import { summaryOptionsSchema } from '../../../src/core/summary/summary-options.ts';

/** As the schema reads a query: lists are comma-separated. */
function readBySchema(parameters: ReadonlyMap<string, string>): unknown {
  const values = [...parameters].map(([name, text]) => [
    name,
    name === 'include' ? text.split(',').filter((part) => part !== '') : text,
  ]);
  const parsed = summaryOptionsSchema().safeParse(Object.fromEntries(values));
  return parsed.success ? parsed.data : undefined;
}

const parameter = fc.oneof(
  fc.tuple(fc.constant('type'), fc.constantFrom('key-points', 'tldr', 'teaser', 'tl;dr', '')),
  fc.tuple(fc.constant('length'), fc.constantFrom('short', 'medium', 'long', 'huge', '')),
  fc.tuple(
    fc.constant('include'),
    fc.constantFrom('labels', 'stats,labels', 'stats,,stats', 'ranking,keywords', 'all', ''),
  ),
  fc.tuple(fc.constant('labels'), fc.constantFrom('de', 'PT-br', 'iw', 'x', 'not a tag', 'a'.repeat(40), '')),
  fc.tuple(fc.constant('format'), fc.constantFrom('json', 'html', 'markdown', 'xml')),
  fc.tuple(fc.constantFrom('source', 'order', 'query', 'other'), fc.constantFrom('extractive', 'rank', '')),
);

describe('options as boxes write them', () => {
  it('are what the schema makes of them, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(parameter, { maxLength: 5 }), (given) => {
        const parameters = new Map(given);
        const options = readPlainOptions(parameters);
        fc.pre(options !== undefined);
        expect(JSON.stringify(options)).toBe(JSON.stringify(readBySchema(parameters)));
      }),
    );
  });

  it.each([
    '',
    'length=short&include=labels&labels=en',
    'type=tldr&length=medium&include=stats,labels&labels=pt-BR&format=html',
  ])('of "%s" need no schema', (query) => {
    expect(readPlainOptions(new Map(new URLSearchParams(query)))).toBeDefined();
  });

  it.each([
    'query=who',
    'sentences=4',
    'length=',
    'labels=x',
    'include=all',
    'source=extractive',
    'lenght=short',
  ])('are left to the schema where they are "%s"', (query) => {
    expect(readPlainOptions(new Map(new URLSearchParams(query)))).toBeUndefined();
  });
});
