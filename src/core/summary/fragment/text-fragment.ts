import type { Seams } from '../../content/body/seams.ts';
import { listCandidates, type NamedSentence } from './candidates.ts';
import { type Directive, encodeDirective } from './directive.ts';
import { findDirective, foldPage, placeOf } from './folded-page.ts';

/** What is known of the page that a text stands on. */
export interface PageWords {
  /** Where the text was put together from pieces of the page. */
  seams: Seams;
  /** Words of the page that are no part of the text: a browser may meet them first. */
  elsewhere: readonly string[];
}

const BARE_PAGE: PageWords = { seams: { breaks: [], joints: [] }, elsewhere: [] };

/**
 * Text fragments (WICG scroll-to-text-fragment): `#:~:text=[prefix-,]start[,end][,-suffix]`.
 *
 * A browser takes the first match in the document, compares base letters only, wants matches to begin and end at word
 * boundaries, and each part to stand in one run of inline text: Chromium ends a run at `br`, ruby, a float, an
 * inline-block, a button. So the words of a directive never go across a seam of the page, and it is only given out
 * after the same search over all that is known of the page has found exactly our sentence.
 *
 * Prepares a text once; the finder then answers for any sentence in it.
 *
 * @param text - Paragraphs joined by blank lines.
 * @returns The directive (`text=…`), or undefined where no directive selects this sentence alone. Cost: linear in the
 *   text for each candidate; the first nearly always does.
 */
export function createFragmentFinder(
  text: string,
  language: string,
  { seams, elsewhere }: PageWords = BARE_PAGE,
): (offset: number, length: number) => string | undefined {
  const around = elsewhere.length === 0 ? '' : `${elsewhere.join('\n')}\n`;
  const page = foldPage(around + text, language);
  const place = (offset: number) => placeOf(page, around.length + offset);
  const isWordBoundary = (offset: number) => page.isWordBoundary(around.length + offset);
  const lineEnds = [...text.matchAll(/\n+/gu)].flatMap(({ index, 0: { length } }) => [index, index + length]);
  const inOrder = (cuts: number[]) => cuts.sort((a, b) => a - b);
  const ways = [inOrder([...lineEnds, ...seams.breaks, ...seams.joints])];
  // A joint breaks a run only where the page's style says so: better than no link.
  if (seams.joints.length > 0) ways.push(inOrder([...lineEnds, ...seams.breaks]));
  const selects = (directive: Directive, offset: number, end: number) => {
    const found = findDirective(page, directive);
    return found !== undefined && found.start === place(offset) && found.end === place(end);
  };
  return (offset, length) => {
    const end = offset + length;
    for (const cuts of ways) {
      const sentence: NamedSentence = { text, offset, end, cuts, breaks: seams.breaks, isWordBoundary };
      const directive = sparingDotless(listCandidates(sentence), language).find((one) =>
        selects(one, offset, end),
      );
      if (directive !== undefined) return encodeDirective(directive);
    }
    return undefined;
  };
}

const DOTLESS_LANGUAGES = new Set(['tr', 'az']);

/** In capitals by the page's style, ı is searched as I, which no search takes for ı: names without one come first. */
function sparingDotless(directives: Directive[], language: string): Directive[] {
  if (!DOTLESS_LANGUAGES.has(language)) return directives;
  const holdsOne = ({ prefix = '', start, end = '', suffix = '' }: Directive) =>
    Number(/ı/u.test(prefix + start + end + suffix));
  return directives.sort((a, b) => holdsOne(a) - holdsOne(b));
}
