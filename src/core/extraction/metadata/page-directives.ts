import type { PageDocument } from '../page/parse-page.ts';
import { MetaTags } from './meta-tags.ts';

/** What a page asks of those who read it by machine. */
export interface PageDirectives {
  /** Why no summary may be made of it; undefined where one may. */
  optedOut: 'standfirst-off' | 'noai' | 'noarchive' | 'nosnippet' | undefined;
}

const FORBIDDING = ['noai', 'noarchive', 'nosnippet'] as const;

/**
 * Reads `<meta name="standfirst" content="off|all">` and the robots directives, of the page and of its
 * `X-Robots-Tag`. `standfirst: all` is the publisher's word to us and overrides what was said to everybody.
 *
 * @param robotsHeader - The `X-Robots-Tag` field, lines joined by commas; empty if there was none.
 */
export function readDirectives(page: PageDocument, robotsHeader = ''): PageDirectives {
  const meta = new MetaTags(page);
  const own = (meta.first('standfirst') ?? '').trim().toLowerCase();
  if (own === 'off') return { optedOut: 'standfirst-off' };
  return own === 'all'
    ? { optedOut: undefined }
    : findRefusal([...meta.all('robots'), ...ownGroup(robotsHeader)]);
}

/** Of text that has no elements to say anything. */
export function readHeaderDirectives(robotsHeader: string): PageDirectives {
  return findRefusal(ownGroup(robotsHeader));
}

function findRefusal(lists: readonly string[]): PageDirectives {
  const said = lists.flatMap((list) => list.toLowerCase().split(/[\s,]+/));
  const isForbidden = (word: string) =>
    said.includes(word) || (word === 'nosnippet' && said.includes('max-snippet:0'));
  return { optedOut: FORBIDDING.find(isForbidden) };
}

/** `X-Robots-Tag: otherbot: noai` is not said to us. */
function ownGroup(robotsHeader: string): string[] {
  let addressee = '';
  return robotsHeader.split(',').flatMap((part) => {
    const colon = part.indexOf(':');
    const name = part.slice(0, Math.max(0, colon)).trim();
    const isAddressed =
      /^[\w-]+$/.test(name) &&
      !/^(?:max-snippet|max-image-preview|max-video-preview|unavailable_after)$/i.test(name);
    if (isAddressed) addressee = name.toLowerCase();
    const rule = isAddressed ? part.slice(colon + 1) : part;
    return addressee === '' || addressee === 'standfirst' ? [rule.trim()] : [];
  });
}
