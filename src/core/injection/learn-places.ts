import { type ArticleOnPage, BETWEEN_MAX_LETTERS, findArticleOnPage } from './article-on-page.ts';
import { type Described, describePlaces, describeQuickly } from './describe-places.ts';
import { placeBoxes, type Spot, splicePieces } from './place-boxes.ts';
import { aboveCandidates, belowCandidates } from './place-candidates.ts';
import { OWN_PLACES, type Places } from './places.ts';
import { type Box, readTree } from './read-tree.ts';
import { scanPage } from './scan-page.ts';

/** Longer pages are read, but nothing is put into them. */
const PAGE_MAX_LENGTH = 2 * 1024 * 1024;
/** Parses of the page that finding its places may take. */
const PROOFS_MAX_COUNT = 8;

/**
 * Learns where the boxes of a page go: above the first line of its article and below the last.
 *
 * Each pair of places is proved before it is given out: with a box at each, a browser's parser still makes the same tree
 * of everything else, and the boxes stand in it where they should.
 *
 * @param source - The page, decoded.
 * @param html - The article as it was read off the page: paragraphs, headings, captions, lists.
 * @returns Undefined where no place is sure.
 *
 * Cost: two parses of the page; each doubt takes one more, {@link PROOFS_MAX_COUNT} at most.
 */
export function learnPlaces(source: string, html: string): Places | undefined {
  if (source.length > PAGE_MAX_LENGTH) return undefined;
  const page = scanPage(source);
  if (page === undefined) return undefined;
  if (page.tags.some(({ kind, name }) => kind === 'start' && name === 'stand-first')) return OWN_PLACES;
  const article = findArticleOnPage(page, html);
  return article && choosePlaces(source, article);
}

function choosePlaces(source: string, article: ArticleOnPage): Places | undefined {
  const belows = [...belowCandidates(article), undefined];
  const pairs = aboveCandidates(article).flatMap((above) => belows.map((below) => ({ above, below })));
  let proofs = 0;
  for (const { above, below } of pairs) {
    const described = describePlaces(article, above, below);
    if (described === undefined) continue;
    proofs += 1;
    if (proofs > PROOFS_MAX_COUNT) return undefined;
    if (isProved(source, article, described.places)) return quickestOf(source, article, described);
  }
  return undefined;
}

/** What takes fewer calls has to be proved too, unless it puts the boxes at the very same places. */
function quickestOf(source: string, article: ArticleOnPage, described: Described): Places {
  const { places } = described;
  const quick = describeQuickly(article, described);
  const spotsOf = (told: Places) => JSON.stringify(placeBoxes(article.tags, told));
  const isSame = spotsOf(quick) === spotsOf(places) || isProved(source, article, quick);
  return isSame ? quick : places;
}

const PROBE = '<div><stand-first><details><summary>x</summary></details></stand-first></div>';

/** The rules find each place once, and a parser that meets boxes there makes the same of all the rest. */
function isProved(source: string, article: ArticleOnPage, places: Places): boolean {
  const spots = placeBoxes(article.tags, places);
  if (spots.length !== (places.below === null ? 1 : 2)) return false;
  const page = scanPage(splicePieces(source, spots, { above: PROBE, below: PROBE }));
  if (page === undefined) return false;
  const { signature, boxes } = readTree(page.document);
  return (
    signature === article.signature && boxes.length === spots.length && standRight(article, spots, boxes)
  );
}

function standRight({ start, end }: ArticleOnPage, spots: readonly Spot[], boxes: readonly Box[]): boolean {
  return boxes.every(({ letters, isFit }, index) => {
    const distance = spots[index]?.piece === 'above' ? start - letters : letters - end;
    return isFit && distance >= 0 && distance <= BETWEEN_MAX_LETTERS;
  });
}
