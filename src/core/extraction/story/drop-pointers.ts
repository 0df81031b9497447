import type { PageElement } from '../page/page-tree.ts';
import { foldedText, holdsPicture, holdsWords, isInFigure, linkShare } from '../page/text-measure.ts';

/**
 * Lines that only lead elsewhere. Matched against whole short blocks, so a sentence of the story that happens to start
 * with these words stays as long as it is not a link.
 */
const POINTER =
  /^\W{0,3}(?:related(?: (?:post|article|story|content|coverage|links?|video))?s?\b|read (?:more|next|also|the full)|see (?:also|more)|more(?: (?:from|on|great|stories|news|about))?\b|don[’']t miss|you (?:may|might) (?:also )?(?:like|be interested|want)|also (?:read|see)|recommended|watch(?: (?:more|now))?\b|click here|sign up|subscribe|get the (?:latest|best|news)|follow (?:us|@)|join (?:us|our|the)|lire aussi|à lire|voir aussi|mehr zum thema|lesen sie auch|siehe auch|lea también|leia (?:também|mais)|te puede interesar|leggi anche|lees ook|läs (?:också|även|mer)|les også|читайте также|baca juga)/i;
const NOTICE =
  /^\W{0,3}(?:advert(?:isement)?s?|anzeige|werbung|publicit[éà]|pubblicità|publicidade?|реклама|iklan|reklam[ae]?|sponsored(?: content)?|skip to (?:main )?content|continue reading(?: below)?|story continues below.{0,20}|article continues (?:below|after).{0,20}|this slideshow requires javascript|loading(?: content)?|image \d+ of \/? ?\d+|\d+ of \d+|comments?|post comments?.{0,5}|leave a (?:comment|reply)|share(?: this)?(?: article| story| post)?|print|email|tweet|copy link|source: [^.]{0,40}|getty images?|all rights reserved.{0,40})[\s.…:(+)]*$/i;
const POINTER_MAX_LENGTH = 300;
const LINKED = 0.75;
/** Shorter links of their own are buttons or footnotes more often than headlines. */
const LINK_MIN_LENGTH = 12;
/** The front page of a site: its logo, "Home". */
const FRONT_PAGE = /^(?:https?:\/\/[^/?#\s]+\/?|\/)$/i;

/** Takes out the lines of a story that only lead elsewhere, with the lists that they announce. */
export function dropPointers(story: PageElement): void {
  for (const element of story.findAll(isLine)) {
    if (element.parentNode === null || isInFigure(element, story)) continue;
    const text = foldedText(element);
    if (text === '' || text.length > POINTER_MAX_LENGTH) continue;
    if (NOTICE.test(text)) element.remove();
    else if (POINTER.test(text) && (isHeading(element) || isLabel(text))) dropSection(element);
    else if (leadsElsewhere(element, text)) element.remove();
  }
}

function isLine(element: PageElement): boolean {
  return /^(?:p|div|span|h[1-6]|strong|b|em|center)$/.test(element.localName) && isOwnLine(element);
}

function isOwnLine(element: PageElement): boolean {
  if (!holdsWords(element)) return false;
  return (
    /^(?:p|div|h[1-6]|center)$/.test(element.localName) ||
    (element.parentNode !== null && foldedText(element.parentNode) === '')
  );
}

/** A line of its own that is nothing but a link, or names itself a way elsewhere and has one. */
function leadsElsewhere(element: PageElement, text: string): boolean {
  if (isHeading(element)) return false;
  const share = linkShare(element);
  if (share >= LINKED && (text.length >= LINK_MIN_LENGTH || leadsToFrontPage(element)))
    return element.parentNode?.localName !== 'li' && !holdsPicture(element);
  return share > 0.3 && POINTER.test(text);
}

function leadsToFrontPage(element: PageElement): boolean {
  const link = element.find(({ localName }) => localName === 'a');
  return FRONT_PAGE.test(link?.getAttribute('href')?.trim() ?? '');
}

function isHeading({ localName }: PageElement): boolean {
  return /^h[1-6]$/.test(localName);
}

/** "You may also like:" announces what follows. */
function isLabel(text: string): boolean {
  return text.length <= 60 && (/[:…]$/.test(text) || !/[.!?]$/.test(text));
}

/** The announcement goes with the lists and linked lines right after it. */
function dropSection(label: PageElement): void {
  let next = label.nextElementSibling;
  while (next !== null && isElsewhere(next)) {
    const after = next.nextElementSibling;
    next.remove();
    next = after;
  }
  label.remove();
}

function isElsewhere(element: PageElement): boolean {
  const isList = /^(?:ul|ol)$/.test(element.localName);
  return (isList || holdsWords(element) || element.localName === 'div') && linkShare(element) >= LINKED;
}
