import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { articleInputSchema, slugSchema } from '../../core/article/article.ts';
import { slugForPage } from '../../core/fetching/page-url.ts';
import { type ImportItem, type ImportSource, isOld } from './import-item.ts';

/** One PUT body a line, with its `slug` (not needed where there is a `url`). */
export function createNdjsonSource(file: string, since: string | undefined): ImportSource {
  return {
    total: () => undefined,
    async *items() {
      let line = 0;
      for await (const text of createInterface({
        input: createReadStream(file, 'utf8'),
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        line += 1;
        if (text.trim() === '') continue;
        const item = readLine(text, `line ${line}`);
        if (!isOld(item, since)) yield item;
      }
    },
  };
}

function readLine(text: string, name: string): ImportItem {
  try {
    const { slug, ...members } = JSON.parse(text) as Record<string, unknown>;
    const parsed = articleInputSchema.safeParse({ source: 'import', ...members });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return {
        kind: 'refused',
        name,
        reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
      };
    }
    const { url } = parsed.data;
    const known = slugSchema.safeParse(slug).data ?? (url == null ? undefined : slugForPage(url));
    if (known === undefined) return { kind: 'refused', name, reason: 'has neither a url nor a usable slug' };
    return { kind: 'article', slug: known, article: parsed.data };
  } catch {
    return { kind: 'refused', name, reason: 'is not a JSON object' };
  }
}
