import type { Known } from './liquid.ts';
import { UNKNOWN } from './spans.ts';

/** `{{< name … >}}`, `{{% name … %}}`; with `/*` and `*​/` inside they are shown as they stand. */
const SHORTCODE = /\{\{([<%])(\/\*)?\s*(\/?)\s*([\w./-]*)([^{}]*?)(?:\*\/)?\s*[>%]\}\}/gu;
/** Shortcodes that point at a page: the words of the link stay, the link leads nowhere. */
const REFERENCES = new Set(['ref', 'relref']);

/**
 * Hugo's shortcodes in a text: programs of the site. Words between a pair stay, code becomes a fence, values that are
 * known are printed, and those that are not leave a mark instead of a gap.
 */
export function withoutShortcodes(markdown: string, known: Known): string {
  if (!markdown.includes('{{')) return markdown;
  return markdown
    .replace(/\[([^[\]]*)\]\(\{\{[<%]\s*(?:rel)?ref\b[^{}]*[>%]\}\}[^()]*\)/gu, '$1')
    .replace(
      SHORTCODE,
      (
        whole,
        bracket: string,
        shown: string | undefined,
        ends: string,
        name: string,
        rest: string,
        at: number,
      ) => {
        if (shown !== undefined) return `{{${bracket} ${ends}${name}${rest}${bracket === '<' ? '>' : '%'}}}`;
        if (name === 'highlight')
          return ends === '' ? `\n\`\`\`${rest.trim().split(/\s/u)[0] ?? ''}\n` : '\n```\n';
        if (name === 'param') return known(rest.trim().replaceAll('"', '')) ?? UNKNOWN;
        if (REFERENCES.has(name)) return '';
        return ends === '' && isInProse(markdown, at, at + whole.length) && !markdown.includes(`/${name}`)
          ? UNKNOWN
          : '';
      },
    );
}

/** Whether words stand on both sides in the same line: "counted {{< n >}} boats". */
function isInProse(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N},;:] ?$/u.test(text.slice(Math.max(0, start - 3), start)) &&
    /^ ?[\p{L}\p{N}]/u.test(text.slice(end, end + 3))
  );
}
