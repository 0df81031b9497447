import { replaceSpans } from './spans.ts';

/** What kramdown and Goldmark read as attributes, tables of contents and abbreviations, and readers never see. */
export function withoutAttributes(markdown: string): string {
  if (!markdown.includes('{') && !markdown.includes('*[')) return markdown;
  const kept: string[] = [];
  for (const line of markdown.split('\n')) {
    const inside = attributesAlone(line);
    // `{:toc}` makes the item before it a table of contents.
    if (inside !== undefined && /^toc\b/iu.test(inside) && isItem(kept.at(-1) ?? '')) kept.pop();
    kept.push(inside === undefined ? withoutAbbreviation(withoutHeadingId(withoutSpans(line))) : '');
  }
  return kept.join('\n');
}

/** What stands in `{: … }` where a line holds nothing else. */
function attributesAlone(line: string): string | undefined {
  const text = line.trim();
  const isAlone = text.startsWith('{:') && text.indexOf('}') === text.length - 1;
  return isAlone ? text.slice(2, -1).trim() : undefined;
}

const isItem = (line: string): boolean => /^\s*(?:[-*+]|\d+\.)\s/u.test(line);

/** `![hall](hall.jpg){: .left}` */
const withoutSpans = (line: string): string => replaceSpans(line, '{:', '}', () => '');

/** `## Roof {#roof}` */
function withoutHeadingId(line: string): string {
  const text = line.trimEnd();
  if (!/^#{1,6}\s/u.test(line) || !text.endsWith('}')) return line;
  const start = text.lastIndexOf('{#');
  return start === -1 ? line : text.slice(0, start).trimEnd();
}

/** `*[HTML]: Hyper Text` tells what to show over the word. */
const withoutAbbreviation = (line: string): string =>
  line.startsWith('*[') && line.includes(']:') ? '' : line;
