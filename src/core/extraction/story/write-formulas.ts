import { formulaText, texText } from '../../content/body/formula.ts';
import type { PageHint } from '../../content/body/page-hints.ts';
import { parseHtml } from '../../content/html/html-tree.ts';
import { PageElement, PageText } from '../page/page-tree.ts';
import { toMarkup } from '../page/parsed-element.ts';
import { foldedText, textLength } from '../page/text-measure.ts';

/** What KaTeX, MathJax and MediaWiki put around a formula: its drawn twin, menus, a hidden copy. */
const WRAPPER = /^(?:span|nobr|p|mjx-.{1,30})$/;
const WRAPPER_NAME = /katex|mathjax|mjx|mwe-math|\bmath\b/i;
/** A wrapper holds a formula two or three times, and no sentence beside it. */
const TWINS_MAX_LENGTH = 40;

/**
 * Puts a readable form in the place of every formula, before anybody takes parts of it for menus or hidden text: MathML
 * with what surrounds it, and the TeX of scripts where nothing is drawn yet.
 */
export function writeFormulas(body: PageElement): void {
  for (const math of body.findAll(({ localName }) => localName === 'math')) {
    const [parsed] = parseHtml(`<math>${toMarkup(math)}</math>`).childNodes;
    const text =
      (parsed === undefined ? '' : formulaText(parsed)) || texText(math.getAttribute('alttext') ?? '');
    const whole = outermost(math);
    if (text !== '') whole.parentNode?.replaceChild(writtenOut(text), whole);
  }
  for (const script of body.findAll(isTex)) {
    const isDrawn = /mathjax/i.test(script.previousElementSibling?.className ?? '');
    const text = isDrawn ? '' : texText(script.textContent);
    if (text !== '') script.parentNode?.replaceChild(writtenOut(text), script);
  }
}

/** The page says it otherwise: no words of a link go across. */
function writtenOut(text: string): PageElement {
  const span = new PageElement('span', [{ name: 'data-standfirst', value: 'apart' satisfies PageHint }]);
  span.appendChild(new PageText(text));
  return span;
}

function outermost(math: PageElement): PageElement {
  const maxLength = 3 * textLength(math) + TWINS_MAX_LENGTH;
  let whole = math;
  for (let parent = math.parentNode; parent !== null; parent = parent.parentNode) {
    const isWrapper =
      WRAPPER.test(parent.localName) &&
      (parent.localName.startsWith('mjx-') || WRAPPER_NAME.test(parent.className.slice(0, 500)));
    if (!isWrapper || foldedText(parent).length > maxLength) return whole;
    whole = parent;
  }
  return whole;
}

function isTex(element: PageElement): boolean {
  return element.localName === 'script' && /^math\/tex\b/i.test(element.getAttribute('type') ?? '');
}
