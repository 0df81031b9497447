import type { Article } from '../article/read-article.ts';
import { repeatsSource } from '../matching/match-source.ts';
import type { Announcements } from '../model/editor-features.ts';
import { markBoilerplate } from '../screening/boilerplate.ts';
import { markUnprintable } from '../screening/unprintable.ts';

/** Marks lines of the page, and lines that mislead by themselves. What repeats the headline stands: it hangs on nothing. */
export function markBarred(
  article: Article,
  { index, title }: Announcements,
  dangling: Uint8Array,
  takingUp: Uint8Array,
): Uint8Array {
  const marks = markUnprintable(article, takingUp);
  const boilerplate = markBoilerplate(article);
  for (let at = 0; at < marks.length; at += 1) {
    const repeats = title !== undefined && index !== undefined && repeatsSource(title, index, at);
    if (boilerplate[at] === 1 && !repeats) marks[at] = 1;
    if (repeats) dangling[at] = 0;
  }
  return marks;
}
