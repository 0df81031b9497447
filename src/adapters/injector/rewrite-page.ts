import { writePiece } from '../../core/injection/box-markup.ts';
import { PlaceFinder } from '../../core/injection/place-finder.ts';
import type { Insert } from './insert.ts';

const HTML = { html: true };

/**
 * Makes what puts boxes into one page as it streams through. Nothing but the pieces is added: every other byte is as it
 * came, in whatever encoding, since the rewriter only ever looks at tags. The page's type must name no encoding that the
 * rewriter does not know; without one, it looks at ASCII alone.
 *
 * Cost: each call of a handler is a turn of the event loop with the isolate's lock, about a sixteenth of streaming 100 KB
 * through a rewriter; so places are told in selectors that are met once (`quicken-places.ts`).
 *
 * @throws {TypeError} for a selector, set by hand, that HTMLRewriter does not know.
 */
export function createPageRewriter({ box, pieces, places }: Insert): HTMLRewriter {
  const finder = new PlaceFinder(places);
  const rewriter = new HTMLRewriter()
    .on('meta[name="standfirst"]', {
      element(tag) {
        if (tag.getAttribute('content')?.trim().toLowerCase() === 'off') finder.stop();
      },
    })
    .on('stand-first', {
      element(tag) {
        const found = finder.meetOwn(tag.getAttribute('position'), tag.hasAttribute('data-filled'));
        if (found !== undefined) tag.prepend(writePiece(box, found, true), HTML);
      },
    });
  for (const selector of finder.selectors) {
    rewriter.on(selector, {
      element(tag) {
        if (finder.isDone) return;
        const { before, inside, atEnd } = finder.meet(selector);
        for (const found of before) tag.before(pieces[found], HTML);
        for (const found of inside) tag.prepend(pieces[found], HTML);
        if (atEnd !== undefined) {
          const { tagName } = tag;
          tag.onEndTag((end) => {
            // Where its own is missing, the end tag that closes an element around it comes here.
            if (end.name === tagName && atEnd()) end.before(pieces.below, HTML);
          });
        }
      },
    });
  }
  return rewriter;
}
