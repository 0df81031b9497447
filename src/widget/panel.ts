import { findArticle } from './article-element.ts';
import { rest } from './box-life.ts';
import { draw } from './draw.ts';
import type { addExtras } from './extras.ts';
import { loadMore } from './load-more.ts';
import { articleUrl, enterState, has, leaveOn, type OpenBox, say } from './open-box.ts';
import { panelSheet } from './panel-sheet.ts';
import { requestSummary } from './request-summary.ts';
import { faultTexts, showFault } from './show-fault.ts';
import { showSummary } from './show-summary.ts';
import { drawSkeleton } from './skeleton.ts';
import { TOOLS } from './tools.ts';

/** Asks for the summary that an open box wants, and shows it, or says why there is none. */
export function openPanel(box: OpenBox, anew?: boolean): void {
  if (!box.isConnected) return;
  if (!box.toolBar?.isConnected) drawPanel(box);
  box.articleElement = findArticle(box);
  const address = addressOf(box);
  if (box.awaitedAnswer && address === box.shownAddress && !anew) return;
  rest(box);
  enterState(box, 'loading');
  say(box, faultTexts(box)[0]);
  box.toolBar.querySelector('button')?.remove();
  box.toolBar.hidden = !has(box, 'length') && !has(box, 'listen');
  box.footLine.hidden = false;
  box.pointArea.replaceChildren(drawSkeleton(box));
  const startedAt = Date.now();
  const [answer, leave] = requestSummary(address, anew);
  const isAwaited = () => answer === box.awaitedAnswer;
  box.shownAddress = address;
  box.awaitedAnswer = answer;
  box.endings.push(
    () => {
      box.awaitedAnswer = undefined;
      leave();
    },
    watchAddress(box, address),
  );
  // What cannot be shown is as good as no answer.
  answer
    .then((summary) => isAwaited() && showSummary(box, summary, Date.now() - startedAt))
    .catch((fault) => isAwaited() && showFault(box, fault, openPanel));
}

/**
 * Where a page changes without loading, another article is another summary, closed as it begins. Its head tells when: it
 * gets its title and canonical address, some time after the browser's own address has changed.
 */
function watchAddress(box: OpenBox, address: string): () => void {
  const follow = () => {
    if (address !== addressOf(box)) box.open = false;
  };
  const { navigation } = window;
  const head = new MutationObserver(follow);
  head.observe(document.head, { attributes: true, childList: true, subtree: true });
  navigation?.addEventListener('navigatesuccess', follow);
  return () => {
    head.disconnect();
    navigation?.removeEventListener('navigatesuccess', follow);
  };
}

function drawPanel(box: OpenBox): void {
  box.toolBar = draw('div', { part: 'toolbar' });
  box.pointArea = draw('div', { part: 'summary' });
  box.footLine = draw('div', { part: 'footer' });
  box.statusLine = draw('div', { role: 'status' });
  box.awaitedAnswer = undefined;
  (box.shadowRoot as ShadowRoot).adoptedStyleSheets.push(panelSheet);
  box.discloseArea.replaceChildren(box.toolBar, box.pointArea, box.footLine);
  box.boxElement.append(box.statusLine);
  box.boxElement.addEventListener(
    'keydown',
    (event) =>
      box.open &&
      leaveOn(event, () => {
        box.open = false;
        box.rowButton.focus();
      }),
  );
  if (/share|feedback|ask/.test(box.features))
    loadMore<{ addExtras: typeof addExtras }>(box, (more) => more.addExtras(box, TOOLS));
}

function addressOf(box: OpenBox): string {
  const query = {
    url: articleUrl(box),
    length: box.length || 'short',
    include: 'labels',
    labels: box.textLanguage,
  };
  return `${box.serviceUrl}/v1/summary?${new URLSearchParams(query)}`;
}
