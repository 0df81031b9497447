import type { HtmlElement, HtmlFragment, HtmlNode } from '../html/html-tree.ts';

/** Words of "The post … appeared first on …" beside its two links, in any language. */
const WORDS_MAX_LENGTH = 60;

/**
 * Takes off the line that feeds end a post with: "The post [title] appeared first on [site].", in whatever language it is
 * written: two links, the second to the front page of the first one's site, and few other words.
 */
export function dropClosingLines(fragment: HtmlFragment): void {
  const nodes = fragment.childNodes;
  for (let last = nodes.length - 1; last >= 0; last -= 1) {
    const node = nodes[last];
    if (node === undefined) return;
    if (node.nodeName === '#comment' || ('value' in node && node.value.trim() === '')) continue;
    if (!('tagName' in node) || node.tagName !== 'p' || !isClosingLine(node)) return;
    nodes.splice(last, 1);
  }
}

function isClosingLine(paragraph: HtmlElement): boolean {
  const links = paragraph.childNodes.filter(
    (node): node is HtmlElement => 'tagName' in node && node.tagName === 'a',
  );
  const [post, site, third] = links.map(addressOf);
  if (post == null || site == null || third !== undefined) return false;
  const others = paragraph.childNodes
    .filter((node) => 'value' in node)
    .map((node) => ('value' in node ? node.value : ''));
  const length = others.join('').trim().length;
  return (
    length > 0 &&
    length <= WORDS_MAX_LENGTH &&
    post.host === site.host &&
    site.pathname === '/' &&
    post.pathname !== '/' &&
    isWhole(paragraph.childNodes)
  );
}

function addressOf({ attrs }: HtmlElement): URL | null {
  return URL.parse(attrs.find(({ name }) => name === 'href')?.value ?? '');
}

/** Nothing but links and words. */
function isWhole(nodes: readonly HtmlNode[]): boolean {
  return nodes.every((node) => !('tagName' in node) || node.tagName === 'a' || node.tagName === 'br');
}
