import type { PageElement } from '../page/page-tree.ts';

/**
 * What class names, ids and styles of real pages say about an element. Each pattern is tried on one string that is
 * `class id`, so that a page of thousands of elements costs thousands of short matches. None has nested repetition.
 */

/** Classes that tell styles one by one go to some hundreds of characters. */
const NAMES_MAX_LENGTH = 2_000;

/** Names of an element as pages give them, lower-case: its classes and its id. */
export function namesOf(element: PageElement): string {
  let names = '';
  for (const { name, value } of element.attributes)
    if (name === 'class' || name === 'id') names += ` ${value}`;
  return names.slice(0, NAMES_MAX_LENGTH).toLowerCase();
}

/**
 * Takes off names that are the story's own words and say nothing of the page: the id of a heading, or of a section that a
 * generator named after its heading, and the tags and categories that WordPress writes into the classes of an article.
 */
export function dropSubjectNames(element: PageElement): void {
  const { id, className } = element;
  if (id !== '' && isNamedByHeading(element, id)) element.removeAttribute('id');
  if (className !== '' && isStory(element, className)) element.className = withoutSubjects(className);
}

function isStory({ localName }: PageElement, classes: string): boolean {
  return (
    /^(?:article|body|main)$/.test(localName) ||
    /(?:^|\s)(?:hentry|type-post|post)(?:\s|$)/.test(classes.slice(0, NAMES_MAX_LENGTH))
  );
}

function withoutSubjects(classes: string): string {
  return classes
    .slice(0, NAMES_MAX_LENGTH)
    .split(/\s+/)
    .filter((word) => !/^(?:tag|category|cat|topic|author|series|post_tag|keyword)-/i.test(word))
    .join(' ');
}

/** "related-work" over the heading "Related work"; "related-articles" is a list of other pages, whatever its heading. */
function isNamedByHeading(element: PageElement, id: string): boolean {
  if (isHeading(element)) return true;
  if (!/[-_ ]/.test(id) || id.length > NAMES_MAX_LENGTH) return false;
  const first = element.firstElementChild;
  const heading = [first, first?.firstElementChild, first?.nextElementSibling].find(
    (one) => one != null && isHeading(one),
  );
  if (heading == null || lettersOf(heading.textContent) !== lettersOf(id)) return false;
  return ![LISTS, OFFER, SURROUNDINGS, CONSENT].some(
    (expression) => expression.exec(id.toLowerCase())?.[0].length === id.length,
  );
}

function isHeading({ localName }: PageElement): boolean {
  return /^h[1-6]$/.test(localName);
}

function lettersOf(text: string): string {
  return text
    .slice(0, NAMES_MAX_LENGTH)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const LISTS =
  /(?:related|recommended|more|popular|latest|recent|similar|other|further|read|suggested|trending)[-_ ](?:articles?|posts?|stories|news|content|links?|reading|topics?|coverage|videos?|pages?|next|more)/;

/** Text that only screen readers get, or nobody: "Skip to content", labels of icons, boxes that float over a word pointed at. */
const UNSEEN_NAME =
  /\b(?:(?:tool-?tip|pop-?over|hover-?card)-?_{0,2}(?:text|content|inner|body)|rollover-[a-z]{1,20}-block|sr-only|visually-?hidden|visuallyhidden|screen-?reader(?:-text)?|element-invisible|off-?screen|assistive-text|a11y-hidden|u-hidden|is-hidden|print-only|noprint)\b/;

const UNSEEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)|(?:left|right|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?|clip-path\s*:\s*inset\(\s*(?:50|100)%)/;
const WAITING_STYLE = /(?:^|;)\s*(?:visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0{1,3})?\s*(?:;|!|$))/;
const NO_WIDTH = /(?:^|;)\s*(?:max-)?width\s*:\s*[01](?:px)?\s*(?:;|!|$)/;
const NO_HEIGHT = /(?:^|;)\s*(?:max-)?height\s*:\s*[01](?:px)?\s*(?:;|!|$)/;
const CLIPPED = /(?:^|;)\s*overflow\s*:\s*hidden/;

/** Scripts show what waits for an entrance, or for a dialog to be closed; what is hidden may be there for nobody. */
export type Unseen = 'waiting' | 'hidden' | undefined;

/** Whether a visitor does not see the element, as far as the markup itself says. */
export function isUnseen(element: PageElement, names: string): Unseen {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return 'hidden';
  if (element.getAttribute('aria-hidden') === 'true' && !names.includes('fallback-image')) return 'waiting';
  if (UNSEEN_NAME.test(names)) return 'waiting';
  const style = element.getAttribute('style')?.slice(0, NAMES_MAX_LENGTH).toLowerCase() ?? '';
  if (style === '') return undefined;
  if (UNSEEN_STYLE.test(style) || (CLIPPED.test(style) && (NO_WIDTH.test(style) || NO_HEIGHT.test(style))))
    return 'hidden';
  return WAITING_STYLE.test(style) ? 'waiting' : undefined;
}

/** Consent banners, by the names of the common tools and by the words that home-made ones use. */
const CONSENT =
  /onetrust|didomi|qc-cmp|cookiebot|cybotcookie|usercentrics|cmplz|borlabs|truste[-_]|sp_message|iubenda|evidon|cookie-?law|(?:cookie|consent|gdpr|ccpa)s?[-_ ]?(?:banner|bar|notice|consent|dialog|popup|pop-up|modal|overlay|message|wall|warning|info|disclaimer|alert|layer|box|prompt|container)|(?:eu|accept|allow)[-_]cookies?/;

/** Offers of letters and subscriptions, and what stands before a wall. */
const OFFER =
  /news-?letter|sign-?up(?!grad|date|on|per)|subscribe|subscription-(?:box|offer|promo)|mailchimp|mc_embed|mailing-?list|paywall-(?:message|prompt|banner|offer|cta|barrier|modal)|regwall|reg-wall|piano-(?:offer|inline|container)|login-?(?:wall|prompt|box|form)|call-to-action|\bcta-/;

/** Ways to other stories. */
const ELSEWHERE =
  /(?<![a-z])related|recommended|recirc|read-?(?:more|next|also)|more-?(?:stories|news|from|articles|like)|also-?(?:like|read)|you-?may-?like|trending|most-?(?:read|popular|viewed)|popular-?(?:posts|stories|articles)|outbrain|taboola|teads|promo(?:box|-box|ted)|suggested|next-?(?:article|post|story)|prev(?:ious)?-?(?:article|post|story)|post-?navigation|nav-links|breadcrumb|topnav|subnav|\brail__|carousel|jump-?links?/;

/** Who wrote it, where to follow, what others said. */
const SURROUNDINGS =
  /author-?(?:bio|box|info|details|card|description)|about-?(?:the-)?author|\bbio\b|-bio\b|post-author|share-?(?:bar|buttons|tools|links|this)|sharedaddy|social-?(?:share|links|icons|media|bar|follow)|addtoany|addthis|\bcomments?\b|comment-?(?:list|form|section|count)|disqus|\brespond\b|post-?tags|entry-tags|tag-?list|tags-links|article-?tags|\bcopyright|print-?header|wpcnt|\bad-(?:container|slot|unit|wrapper)|advert|sponsor(?:ed)?-|robots-nocontent|jp-relatedposts/;

const DETAIL =
  /by-?line|dateline|time-?stamp|post-?date|publish(?:ed)?-?(?:date|time|on)|entry-?date|date-?(?:published|time|modified)|(?:article|post|entry|content|story)(?:__|-)?(?:meta|info|label)|meta-?(?:info|data)|posted-?on|read(?:ing)?-?time|slide-?count|control-?(?:bar|panel)|captionlink/;

/** A part of the page that is never part of its story. */
export function isConsent(names: string): boolean {
  return CONSENT.test(names);
}

/** A part that does not belong to the story, provided that it is small beside it. */
export function isAside(names: string): boolean {
  return OFFER.test(names) || ELSEWHERE.test(names) || SURROUNDINGS.test(names);
}

/** A line about the story: who, when, how long. */
export function isDetail(names: string): boolean {
  return DETAIL.test(names);
}

const DISCUSSION = /comment|disqus|\brespond\b|repl(?:y|ies)\b|related|recommend|sponsor/;

/** What readers said below the story, or what leads away from it. */
export function isDiscussion(names: string): boolean {
  return names !== '' && DISCUSSION.test(names);
}

const CAPTION =
  /caption|cutline|(?:photo|image|picture|media|img)-?_?_?(?:credit|desc|legend|copyright|source|info)/;
const FRAME =
  /wp-caption\b|(?:inline|article|story|lead|hero|post|content|embed)[-_]?(?:image|photo|picture|figure)|image-?(?:embed|wrapper|container|block|full)|photo-?(?:embed|wrapper|container|block)|\bphoto\b|gallery|slideshow|media-?(?:block|embed|object)/;

export function isCaption(names: string): boolean {
  return CAPTION.test(names);
}

/** A frame around a picture and what is said of it. */
export function isPictureFrame(names: string): boolean {
  return FRAME.test(names);
}

/** Where publishing systems put the words of the story and nothing else. */
const BODY =
  /\b(?:article|story|post|entry|news|blog|content|single|page|td-post)[-_]{0,2}(?:body|content|text|copy|story|main-?content)(?![-\w])|\b(?:body-?copy|body-text|post-entry|field-{1,2}name-body)(?![-\w])/;

export function isStoryBody(element: PageElement, names: string): boolean {
  return /\barticlebody\b/i.test(element.getAttribute('itemprop') ?? '') || BODY.test(names);
}
