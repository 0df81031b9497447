import { replaceSpans, UNKNOWN } from './spans.ts';

/** Blocks whose inside only the site can tell to be shown: what a condition hides must not come out. */
const LEFT_OUT = [
  'comment',
  'if',
  'unless',
  'case',
  'for',
  'tablerow',
  'capture',
  'javascript',
  'style',
  'schema',
];

interface Tag {
  name: string;
  rest: string;
  index: number;
  end: number;
}

/** `{% name … %}`, also with the hyphens that take white space away. */
function* tagsOf(markdown: string): Iterable<Tag> {
  let index = markdown.indexOf('{%');
  while (index !== -1) {
    const close = markdown.indexOf('%}', index + 2);
    if (close === -1) return;
    const inside = markdown
      .slice(index + 2, close)
      .replace(/^-|-$/gu, '')
      .trim();
    const name = /^\w+/u.exec(inside)?.[0] ?? '';
    yield { name, rest: inside.slice(name.length), index, end: close + 2 };
    index = markdown.indexOf('{%', close + 2);
  }
}

/** What a site says of itself and of the page, by the name that templates use: `site.title`, `page.author`. */
export type Known = (name: string) => string | undefined;

/** Liquid in a text (Jekyll, Eleventy): tags of programs go, code becomes a fence, what is known is printed. */
export function withoutLiquid(markdown: string, known: Known): string {
  if (!markdown.includes('{%') && !markdown.includes('{{')) return markdown;
  return printValues(resolveTags(markdown), known).replaceAll(RAW_OPEN, '{').replaceAll(RAW_CLOSE, '}');
}

/** Braces that `{% raw %}` lets stand, kept from what reads values afterwards. */
const RAW_OPEN = '\uE002';
const RAW_CLOSE = '\uE003';

function resolveTags(markdown: string): string {
  let out = '';
  let from = 0;
  let hiddenBy: string | undefined;
  let depth = 0;
  for (const { name, rest, index, end } of tagsOf(markdown)) {
    if (hiddenBy !== undefined) {
      if (name === hiddenBy) depth += 1;
      if (name === `end${hiddenBy}`) depth -= 1;
      if (depth > 0) continue;
      if (hiddenBy === 'raw') out += keepBraces(markdown.slice(from, index));
      hiddenBy = undefined;
      from = end;
      continue;
    }
    out += markdown.slice(from, index);
    from = end;
    if (name === 'raw' || LEFT_OUT.includes(name)) {
      hiddenBy = name;
      depth = 1;
    } else if (name === 'highlight') out += `\n\`\`\`${rest.trim().split(/\s/u)[0] ?? ''}\n`;
    else if (name === 'endhighlight') out += '\n```\n';
  }
  // A block that is never closed hides nothing: the rest of the text must not go with it.
  return out + markdown.slice(from);
}

const keepBraces = (text: string): string => text.replaceAll('{', RAW_OPEN).replaceAll('}', RAW_CLOSE);

function printValues(markdown: string, known: Known): string {
  return replaceSpans(markdown, '{{', '}}', (inside, isAlone) => {
    const [name = ''] = inside.split('|', 1).map((part) => part.trim());
    return known(name) ?? (isAlone || name === 'content' ? '' : UNKNOWN);
  });
}
