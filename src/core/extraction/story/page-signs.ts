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

/** Text that only screen readers get, or nobody: "Skip to content", labels of icons. */
const UNSEEN_NAME =
  /\b(?:sr-only|visually-?hidden|visuallyhidden|screen-?reader(?:-text)?|element-invisible|off-?screen|assistive-text|a11y-hidden|u-hidden|is-hidden|print-only|noprint)\b/;

const UNSEEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0\s*(?:;|!|$)|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)|(?:left|right|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?|clip-path\s*:\s*inset\(\s*(?:50|100)%)/;
const NO_WIDTH = /(?:^|;)\s*(?:max-)?width\s*:\s*[01](?:px)?\s*(?:;|!|$)/;
const NO_HEIGHT = /(?:^|;)\s*(?:max-)?height\s*:\s*[01](?:px)?\s*(?:;|!|$)/;
const CLIPPED = /(?:^|;)\s*overflow\s*:\s*hidden/;

/** Whether a visitor does not see the element, as far as the markup itself says. */
export function isUnseen(element: PageElement, names: string): boolean {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (element.getAttribute('aria-hidden') === 'true' && !names.includes('fallback-image')) return true;
  if (UNSEEN_NAME.test(names)) return true;
  const style = element.getAttribute('style')?.slice(0, NAMES_MAX_LENGTH).toLowerCase() ?? '';
  if (style === '') return false;
  return UNSEEN_STYLE.test(style) || (CLIPPED.test(style) && (NO_WIDTH.test(style) || NO_HEIGHT.test(style)));
}

/** Consent banners, by the names of the common tools and by the words that home-made ones use. */
const CONSENT =
  /onetrust|didomi|qc-cmp|cookiebot|cybotcookie|usercentrics|cmplz|borlabs|truste[-_]|sp_message|iubenda|evidon|cookie-?law|(?:cookie|consent|gdpr|ccpa)s?[-_ ]?(?:banner|bar|notice|consent|dialog|popup|pop-up|modal|overlay|message|wall|warning|info|disclaimer|alert|layer|box|prompt|container)|(?:eu|accept|allow)[-_]cookies?/;

/** Offers of letters and subscriptions, and what stands before a wall. */
const OFFER =
  /news-?letter|sign-?up|subscribe|subscription-(?:box|offer|promo)|mailchimp|mc_embed|mailing-?list|paywall-(?:message|prompt|banner|offer|cta|barrier|modal)|regwall|reg-wall|piano-(?:offer|inline|container)|login-?(?:wall|prompt|box|form)|call-to-action|\bcta-/;

/** Ways to other stories. */
const ELSEWHERE =
  /related|recommended|recirc|read-?(?:more|next|also)|more-?(?:stories|news|from|articles|like)|also-?(?:like|read)|you-?may-?like|trending|most-?(?:read|popular|viewed)|popular-?(?:posts|stories|articles)|outbrain|taboola|teads|promo(?:box|-box|ted)|suggested|next-?(?:article|post|story)|prev(?:ious)?-?(?:article|post|story)|post-?navigation|nav-links|breadcrumb|topnav|subnav|\brail__|carousel|jump-?links?/;

/** Who wrote it, where to follow, what others said. */
const SURROUNDINGS =
  /author-?(?:bio|box|info|details|card|description)|about-?(?:the-)?author|\bbio\b|-bio\b|post-author|share-?(?:bar|buttons|tools|links|this)|sharedaddy|social-?(?:share|links|icons|media|bar|follow)|addtoany|addthis|\bcomments?\b|comment-?(?:list|form|section|count)|disqus|respond\b|post-?tags|entry-tags|tag-?list|tags-links|article-?tags|copyright|print-?header|wpcnt|\bad-(?:container|slot|unit|wrapper)|advert|sponsor(?:ed)?-|robots-nocontent|jp-relatedposts/;

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
  /caption|cutline|(?:photo|image|picture|media|img)-?_?_?(?:credit|desc|text|legend|copyright|source|info)/;
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
