import type { Known } from './liquid.ts';
import { replaceSpans, UNKNOWN } from './spans.ts';

/** The two kinds of brackets: of the second, what is between is Markdown. */
const BRACKETS = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
] as const;

/**
 * Hugo's shortcodes in a text: programs of the site. Words between a pair stay, code becomes a fence, values that are
 * known are printed, and those that are not leave a mark instead of a gap.
 */
export function withoutShortcodes(markdown: string, known: Known): string {
  if (!markdown.includes('{{')) return markdown;
  const closed = new Set(
    Array.from(markdown.matchAll(/\{\{[<%] {0,3}\/ {0,3}([\w-]+)/gu), ([, name = '']) => name),
  );
  return BRACKETS.reduce((text, [open, close]) => {
    const linked = replaceReferences(text, open, close);
    return replaceSpans(linked, open, close, (inside, _, at, end) => {
      const shown = shownAsCode(inside);
      if (shown !== undefined) return `${open}${shown}${close}`;
      return (
        printShortcode(inside.trim(), known) ??
        (isPair(inside, closed) || !isInProse(linked, at, end) ? '' : UNKNOWN)
      );
    });
  }, markdown);
}

// A shortcode in a comment is shown as it stands: docs show how to write one.
function shownAsCode(inside: string): string | undefined {
  return inside.startsWith('/*') && inside.endsWith('*/') ? inside.slice(2, -2) : undefined;
}

/** What a shortcode prints where that is known; undefined where only the site knows. */
function printShortcode(inside: string, known: Known): string | undefined {
  const [name = '', first = ''] = inside.split(/\s+/u, 2);
  if (name === 'highlight') return `\n\`\`\`${first}\n`;
  if (name === '/highlight' || inside === '/ highlight') return '\n```\n';
  if (name === 'param') return known(first.replaceAll('"', '')) ?? UNKNOWN;
  return name === 'ref' || name === 'relref' || name.startsWith('/') ? '' : undefined;
}

const isPair = (inside: string, closed: ReadonlySet<string>): boolean =>
  closed.has(inside.trim().split(/\s/u, 1)[0] ?? '');

/** `[the roof]({{< ref "roof.md" >}})`: the words of the link stay, the link would lead nowhere. */
function replaceReferences(text: string, open: string, close: string): string {
  return text
    .split(`](${open}`)
    .map((part, index, parts) => {
      const end = index === 0 ? -1 : part.indexOf(close);
      const rest = end === -1 ? part : part.slice(part.indexOf(')', end) + 1 || part.length);
      const start = index === parts.length - 1 ? -1 : rest.lastIndexOf('[');
      return start === -1 ? rest : rest.slice(0, start) + rest.slice(start + 1);
    })
    .join('');
}

/** Whether words stand on both sides in the same line: "counted {{< n >}} boats". */
function isInProse(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N},;:] ?$/u.test(text.slice(Math.max(0, start - 3), start)) &&
    /^ ?[\p{L}\p{N}]/u.test(text.slice(end, end + 3))
  );
}
