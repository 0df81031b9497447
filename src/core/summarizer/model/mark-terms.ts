import type { Article } from '../article/read-article.ts';
import { listTerms } from '../terms/scan-terms.ts';
import type { TermMarks } from './term-features.ts';

/** Terms of a headline or a question that the article uses; undefined when there are none. */
export function markTerms({ table, arena }: Article, source: string | undefined): TermMarks | undefined {
  if (source === undefined) return undefined;
  const marks = arena.uint8(table.size);
  let found = false;
  const list = listTerms(source);
  for (let at = 0; at < list.length; at += 1) {
    const term = table.find(list.hashAt(at));
    if (term < 0) continue;
    marks[term] = 1;
    found = true;
  }
  return found ? marks : undefined;
}
