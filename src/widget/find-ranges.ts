import type { Summary } from '../core/summary/summary.ts';
import { findArticle } from './article-element.ts';
import type { Finders } from './find-quote.ts';
import type { OpenBox } from './open-box.ts';

type Sentence = Summary['sentences'][number];
/** First and last character in the folded text of the article. */
type Place = readonly [first: number, last: number];

/**
 * Where a sentence stands in the page, or all that holds up one that a model wrote. Looked for anew: the page may have
 * been translated or drawn again since.
 *
 * @returns The first of them first; none where the page does not hold it any more.
 */
export function findRanges(
  box: OpenBox,
  sentences: readonly Sentence[],
  index: number,
  [fold, textNodes, locate]: Finders,
): Range[] {
  box.articleElement = findArticle(box);
  const nodes = textNodes(box.articleElement);
  const { url, support } = sentences[index] as Sentence;
  const address = `${url}`;
  const places = support
    ? address.includes('#p')
      ? locate(nodes, support.map(textOfParagraph))
      : placesOf(address, fold(nodes.map(({ data }) => data).join('')), fold)
    : [locate(nodes, sentences)[index]];
  return places.flatMap((place) => (place ? makeRange(nodes, place, fold) : []));
}

/** What the `text=` directives of an address name (WICG scroll-to-text-fragment): a browser marks the same. */
function placesOf(url: string, folded: string, fold: Finders[0]): (Place | undefined)[] {
  return (url.match(/text=[^&]+/g) ?? []).map((directive) => {
    const parts = /=(?:([^,]*)-,)?([^,]*)(?:,([^-,][^,]*))?(?:,-(.*))?/.exec(directive) as string[];
    const [, prefix = '', start = '', end = '', suffix = ''] = parts.map((part = '') =>
      fold(decodeURIComponent(part)),
    );
    const from = folded.indexOf(prefix + start + (end ? '' : suffix));
    const first = from + prefix.length;
    const closing = folded.indexOf(end + suffix, first + start.length);
    return from < 0 || closing < 0
      ? undefined
      : [first, (end ? closing + end.length : first + start.length) - 1];
  });
}

/** Marks off what stands between two offsets of the folded text. */
function makeRange(nodes: readonly Text[], [first, last]: Place, fold: Finders[0]): Range {
  const range = new Range();
  let index = 0;
  for (const node of nodes) {
    for (let offset = 0; offset < node.length; offset++) {
      if (!fold(node.data.charAt(offset))) continue;
      if (index === first) range.setStart(node, offset);
      if (index++ === last) range.setEnd(node, offset + 1);
    }
  }
  return range;
}

/** On our own pages each paragraph has its number for a name, and an address ends in it. */
function textOfParagraph({ paragraph }: { paragraph: number }): { text: string } {
  return { text: document.getElementById(`p${paragraph}`)?.textContent ?? '' };
}
