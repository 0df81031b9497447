import { meantName } from '../../content/body/meant-name.ts';
import type { PageElement } from '../page/page-tree.ts';
import { foldedText, holdsPicture, isInFigure, proseLength, textLength } from '../page/text-measure.ts';
import { dropPointers } from './drop-pointers.ts';
import { isAside, isCaption, isDetail, isPictureFrame, isStoryBody, namesOf } from './page-signs.ts';

/** A named body is the story when it holds at least this part of the prose that was found. */
const BODY_MIN_SHARE = 0.6;
/** What is named as an aside is one only up to this part of the story: a page may well call its story `related-news`. */
const ASIDE_MAX_SHARE = 0.3;
/** So short an aside goes beside a short story as well. */
const SHORT_ASIDE_LENGTH = 200;
const DETAIL_MAX_LENGTH = 200;
const CAPTION_MAX_LENGTH = 700;

/**
 * Takes out of a found article what stands around and between its paragraphs, and puts captions where they belong.
 *
 * @param article - Changed in place; class names and ids are still there.
 * @param title - Of the article: a heading that says it again goes.
 * @returns The element that holds the article now.
 */
export function trimArticle(article: PageElement, title: string): PageElement {
  const story = narrow(article);
  markCaptions(story);
  setNotesAside(story);
  dropAsides(story);
  dropTitle(story, title);
  dropPointers(story);
  return story;
}

/**
 * The element that a publishing system names as the body, if it holds most of the prose. Where several parts are named
 * so, the story is in all of them and nothing is taken away.
 */
function narrow(article: PageElement): PageElement {
  const prose = proseLength(article);
  let story = article;
  for (;;) {
    const [body, second] = outermostBodies(story);
    if (body === undefined || second !== undefined) return story;
    if (proseLength(body) < Math.max(1, prose * BODY_MIN_SHARE)) return story;
    story = body;
  }
}

function outermostBodies(story: PageElement): PageElement[] {
  const bodies: PageElement[] = [];
  const visit = (parent: PageElement): void => {
    for (const element of parent.children) {
      const isBody = element.localName !== 'p' && isStoryBody(element, namesOf(element));
      if (isBody && proseLength(element) > 0) bodies.push(element);
      else visit(element);
    }
  };
  visit(story);
  return bodies;
}

/** Whatever is written under pictures becomes a caption: it stays in the article and is no prose. */
function markCaptions(story: PageElement): void {
  for (const element of story.findAll(() => true)) {
    if (element.parentNode === null || isInFigure(element, story)) continue;
    if (element.localName === 'figcaption') wrapCaption(element);
    const names = namesOf(element);
    if (names === '' || element.localName === 'figcaption') continue;
    const isFrame = isPictureFrame(names) && holdsPicture(element) && !holdsProse(element);
    if (!(isFrame || isCaption(names)) || textLength(element) > CAPTION_MAX_LENGTH) continue;
    if (isFrame || element.children.length > 0) rename(element, 'figure');
    else wrapCaption(element);
  }
}

/** So much in one paragraph beside a picture is the story's. */
const FRAMED_PROSE_MIN_LENGTH = 150;

/** Text beside a picture, not below it: it has a heading, or a paragraph of several sentences. */
function holdsProse(frame: PageElement): boolean {
  return (
    frame.find((element) => /^h[1-6]$/.test(element.localName) || isProseParagraph(element)) !== undefined
  );
}

function isProseParagraph(element: PageElement): boolean {
  if (element.localName !== 'p' || isCaption(namesOf(element))) return false;
  const text = foldedText(element);
  return text.length >= FRAMED_PROSE_MIN_LENGTH && /[.!?。] ?\p{Lu}/u.test(text);
}

/** Lists of notes are kept beside the text. */
function setNotesAside(story: PageElement): void {
  for (const element of story.findAll(({ attributes }) => attributes.length > 0))
    if (meantName(element.localName, element.attributes) === 'aside') rename(element, 'aside');
}

function rename(element: PageElement, localName: string): void {
  element.localName = localName;
  element.tagName = localName.toUpperCase();
}

function wrapCaption(element: PageElement): void {
  rename(element, 'figcaption');
  const figure = element.cloneNode();
  figure.attributes = [];
  rename(figure, 'figure');
  element.parentNode?.replaceChild(figure, element);
  figure.appendChild(element);
}

/** Letters, ways elsewhere, biographies, comments; lines about who and when. */
function dropAsides(story: PageElement): void {
  const whole = textLength(story);
  const visit = (parent: PageElement): void => {
    for (const element of parent.children) {
      if (isDropped(element, whole)) element.remove();
      else if (element.localName !== 'figure') visit(element);
    }
  };
  visit(story);
}

function isDropped(element: PageElement, whole: number): boolean {
  const asideMaxLength = Math.max(whole * ASIDE_MAX_SHARE, Math.min(SHORT_ASIDE_LENGTH, whole / 2));
  if (element.localName === 'nav' || element.localName === 'footer')
    return textLength(element) <= asideMaxLength;
  const names = namesOf(element);
  if (names === '') return false;
  if (isAside(names)) return textLength(element) <= asideMaxLength;
  return isDetail(names) && textLength(element) <= DETAIL_MAX_LENGTH;
}

function dropTitle(story: PageElement, title: string): void {
  const wanted = comparable(title);
  if (wanted === '') return;
  for (const element of story.findAll(({ localName }) => /^h[1-3]$/.test(localName))) {
    if (comparable(element.textContent) === wanted) element.remove();
  }
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
