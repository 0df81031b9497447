import { isFurniture } from '../../content/body/furniture.ts';
import type { PageHint } from '../../content/body/page-hints.ts';
import { isWithin } from '../metadata/headings.ts';
import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { foldedText, proseLength, textLength } from '../page/text-measure.ts';
import { dropSubjectNames, isConsent, isStoryBody, isUnseen, namesOf } from './page-signs.ts';
import { wakePicture } from './wake-picture.ts';
import { writeFormulas } from './write-formulas.ts';

/** Elements that hold no words of a story, whatever is in them. */
const WORDLESS = new Set(
  `script style svg template link button select textarea input datalist dialog canvas object embed applet noindex nav
  amp-ad amp-embed amp-sticky-ad amp-auto-ads amp-sidebar amp-consent amp-user-notification amp-analytics amp-next-page
  amp-social-share`.split(/\s+/),
);
const WORDLESS_ROLES = new Set([
  'navigation',
  'dialog',
  'alertdialog',
  'alert',
  'search',
  'menu',
  'menubar',
  'tooltip',
]);

/** Nothing that holds more of a page's words than this is waiting, or a consent banner, whatever it is called. */
const WAITING_MAX_SHARE = 0.7;
const CONSENT_MAX_SHARE = 0.3;
/** In paragraphs and lists. */
const STORY_MIN_LENGTH = 400;
/** Parts that wait for an entrance one by one are the story when together they hold as much. */
const ENTRANCES_MIN_SHARE = 0.3;
/** A page in its wrapper is hidden until its style sheet is there. */
const HIDDEN_MAX_SHARE = 0.8;
/** So much prose behind a button is a fold of the story. */
const FOLD_MIN_LENGTH = 60;
/** Each look at a share reads all words within. */
const SHARES_MAX_COUNT = 24;

/**
 * Takes out of a page what no visitor reads as part of a story: scripts, forms' fields, navigation, consent banners,
 * cards and blocks of the usual plugins, text that is hidden, and text that the publisher keeps from being quoted
 * (`data-nosnippet`).
 *
 * Metadata in the head stays. Two passes over the page.
 */
export function cleanPage(page: PageDocument): void {
  const folds = findFolds(page);
  writeFormulas(page.body);
  removeWithin(page.body, isWordless);
  new Cleaner(page, folds).clean();
  for (const element of page.body.findAll(({ localName }) => localName === 'p' || localName === 'img')) {
    if (element.localName === 'img') wakePicture(element);
    else inheritNames(element);
  }
}

function removeWithin(root: PageElement, isOut: (element: PageElement) => boolean): void {
  const doomed: PageElement[] = [];
  const visit = (parent: PageElement): void => {
    for (const element of parent.children) {
      if (isOut(element)) doomed.push(element);
      else visit(element);
    }
  };
  visit(root);
  for (const element of doomed) takeOut(element);
}

const BOXES = new Set(['button', 'canvas', 'embed', 'input', 'object', 'select', 'svg', 'textarea']);

/** Where a button or a drawing stood within words, a browser's search of the page still ends. */
function takeOut(element: PageElement): void {
  const isBox = BOXES.has(element.localName) || element.getAttribute('data-standfirst') === 'apart';
  if (!isBox || !/\S/.test(textBefore(element))) {
    element.remove();
    return;
  }
  element.removeChildren();
  standApart(element);
}

function textBefore({ previousSibling }: PageElement): string {
  return previousSibling?.nodeName === '#text' ? previousSibling.textContent : '';
}

function standApart(element: PageElement): void {
  element.localName = 'span';
  element.tagName = 'SPAN';
  element.attributes = [];
  element.setAttribute('data-standfirst', 'apart' satisfies PageHint);
}

function isWordless(element: PageElement): boolean {
  const { localName } = element;
  if (localName === 'amp-img') element.localName = 'img';
  if (localName === 'button' && isWithinWords(element)) return !keepWords(element, foldedText(element));
  if (WORDLESS.has(localName) || element.hasAttribute('data-nosnippet')) return true;
  if (WORDLESS_ROLES.has(element.getAttribute('role') ?? '')) return true;
  return element.getAttribute('aria-modal') === 'true' || isFurniture(element.attributes);
}

/** A term that explains itself when pressed, or the question of a fold: not a button that stands by itself. */
function isWithinWords(button: PageElement): boolean {
  const { parentNode, nextSibling } = button;
  if (parentNode === null) return false;
  if (/^(?:h[1-6]|dt)$/.test(parentNode.localName)) return foldedText(parentNode) === foldedText(button);
  return nextSibling?.nodeName === '#text' && /[\p{L}\p{N}.,;:!?]/u.test(nextSibling.textContent);
}

/** @returns Whether there are any: a single number is the mark of a note, a single letter (i) its sign. */
function keepWords(element: PageElement, words: string): boolean {
  standApart(element);
  element.textContent = words;
  return !/^(?:\P{L}{0,3}|\p{Script=Latin})$/u.test(words);
}

/** What buttons of the story open (WAI-ARIA, disclosure pattern): it is there to be read. */
function findFolds(page: PageDocument): ReadonlySet<string> {
  const buttons = page.body.findAll(
    (element) => element.hasAttribute('aria-controls') && !element.hasAttribute('aria-haspopup'),
  );
  const own = buttons.filter((button) => !isWithin(button, /^(?:nav|header|footer|aside|form)$/));
  return new Set(own.flatMap((button) => (button.getAttribute('aria-controls') ?? '').split(/\s+/)));
}

/** Takes out what is unseen and what asks for consent, but never what holds the words of the page. */
class Cleaner {
  readonly #body: PageElement;
  readonly #folds: ReadonlySet<string>;
  readonly #length: number;
  readonly #waiting: PageElement[] = [];
  #looks = 0;

  constructor({ body }: PageDocument, folds: ReadonlySet<string>) {
    this.#body = body;
    this.#folds = folds;
    this.#length = Math.max(1, textLength(body));
  }

  clean(): void {
    removeWithin(this.#body, (element) => this.#isOut(element));
    let waiting = 0;
    for (const element of this.#waiting) waiting += textLength(element);
    const isStory = waiting / this.#length >= ENTRANCES_MIN_SHARE;
    for (const element of this.#waiting) {
      if (!isStory) element.remove();
      else {
        show(element);
        removeWithin(element, (inner) => isUnseen(inner, namesOf(inner)) === 'hidden');
      }
    }
  }

  #isOut(element: PageElement): boolean {
    dropSubjectNames(element);
    const names = namesOf(element);
    if (names !== '' && isConsent(names)) {
      // Of a page without words the banner is most of what it says.
      const isStory = proseLength(element) >= STORY_MIN_LENGTH;
      return !(isStory && this.#holdsMore(element, CONSENT_MAX_SHARE));
    }
    const unseen = isUnseen(element, names);
    if (unseen === undefined) return false;
    if (this.#folds.has(element.id) && proseLength(element) >= FOLD_MIN_LENGTH) return !show(element);
    if (unseen === 'hidden') return !this.#holdsMore(element, HIDDEN_MAX_SHARE);
    if (this.#holdsMore(element, WAITING_MAX_SHARE)) return false;
    if (!isEntrance(element)) return true;
    this.#waiting.push(element);
    return false;
  }

  #holdsMore(element: PageElement, share: number): boolean {
    this.#looks += 1;
    if (this.#looks > SHARES_MAX_COUNT || textLength(element) / this.#length <= share) return false;
    return show(element);
  }
}

/** Transparent, not marked as something for machines alone. */
function isEntrance(element: PageElement): boolean {
  return (
    /opacity\s{0,5}:/i.test(element.getAttribute('style') ?? '') &&
    element.getAttribute('aria-hidden') !== 'true'
  );
}

/** Takes off whatever hides an element, and the names that others would drop it for. */
function show(element: PageElement): true {
  element.attributes = element.attributes.filter(
    ({ name }) => !/^(?:hidden|aria-hidden|style|class|id)$/.test(name),
  );
  return true;
}

/**
 * Readability puts a lone paragraph in the place of the element around it; what that was called goes with it, since
 * the paragraph of a newsletter box looks like any other.
 */
function inheritNames(paragraph: PageElement): void {
  const { parentNode } = paragraph;
  if (parentNode === null || parentNode.children.length > 1 || parentNode.localName !== 'div') return;
  const names = namesOf(parentNode);
  if (names !== '' && !isStoryBody(parentNode, names))
    paragraph.className = `${paragraph.className}${names}`.trim();
}
