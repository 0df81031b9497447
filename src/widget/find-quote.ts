/** White space and characters without width (Cf): a page may break, hyphenate or join a sentence as it likes. */
const INVISIBLE = /[\s\p{Cf}]/gu;

/** Characters by which the beginning and the end of a sentence are known where its middle differs. */
const EDGE_LENGTH = 24;

export function fold(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * Finds a sentence: exactly, else by its beginning and end, since the page may have been edited.
 *
 * @param folded - The page's text; so are the offsets that come back, the last one included.
 * @param from - Where to look first: points stand in reading order, so a repeated sentence is the next one.
 */
export function findQuote(
  folded: string,
  quote: string,
  from?: number,
): [first: number, last: number] | undefined {
  const sought = fold(quote);
  const seek = (part: string) => {
    const next = folded.indexOf(part, from);
    return next < 0 ? folded.indexOf(part) : next;
  };
  let first = seek(sought);
  let last = first + sought.length - 1;
  if (first < 0) {
    first = seek(sought.slice(0, EDGE_LENGTH));
    last = folded.indexOf(sought.slice(-EDGE_LENGTH), first) + (EDGE_LENGTH - 1);
  }
  return first < 0 || last < first || last - first > sought.length * 2 ? undefined : [first, last];
}

/** Text that is not the article's, or that nobody reads. */
const FOREIGN = 'stand-first,script,style,noscript';

/** The texts of an article as they stand in the page. */
export function textNodes(article: Element): Text[] {
  // Numbers of the DOM standard, section 6: show elements and text; accept text, reject what is foreign, skip the rest.
  const walker = document.createTreeWalker(article, 5, (node) =>
    'data' in node ? 1 : (node as Element).matches(FOREIGN) ? 2 : 3,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Where the sentences stand in the article, as it is now: the offsets of {@link findQuote}. */
export function locate(
  nodes: readonly Text[],
  sentences: readonly { text: string }[],
): (ReturnType<typeof findQuote> | undefined)[] {
  const folded = fold(nodes.map(({ data }) => data).join(''));
  let from = 0;
  return sentences.map(({ text }) => {
    const place = findQuote(folded, text, from);
    from = place?.[1] ?? from;
    return place;
  });
}

/** What the file that leads to a sentence takes from that of the points, so that no page loads it twice. */
export type Finders = readonly [fold: typeof fold, textNodes: typeof textNodes, locate: typeof locate];
