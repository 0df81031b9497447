import { findArticle } from './article-element.ts';
import { draw, makeSheet } from './draw.ts';
import { css } from './panel.css';
import type { OpenPanel } from './panel-contract.ts';
import { articleUrl, enterState, has, type PanelView, say } from './panel-view.ts';
import { requestSummary } from './request-summary.ts';
import { faultTexts, showFault } from './show-fault.ts';
import { showSummary } from './show-summary.ts';
import { drawSkeleton } from './skeleton.ts';

const sheet = makeSheet(css);

/** What a box discloses: the summary, its tools, and what is said when there is none. */
export const openPanel: OpenPanel = (
  hostElement,
  hostInternals,
  boxElement,
  button,
  discloseArea,
  serviceUrl,
  textLanguage,
  emitEvent,
  markReady,
) => {
  const view: PanelView = {
    hostElement,
    hostInternals,
    boxElement,
    discloseArea,
    toolBar: draw('div', { part: 'toolbar' }),
    pointArea: draw('div', { part: 'summary' }),
    footLine: draw('div', { part: 'footer' }),
    statusLine: draw('div', { class: 'unseen', role: 'status' }),
    articleElement: findArticle(hostElement),
    serviceUrl,
    textLanguage,
    emitEvent,
    markReady,
    shownAddress: '',
    sourceMarks: [],
    endings: [],
  };
  (boxElement.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);
  discloseArea.append(view.toolBar, view.pointArea, view.footLine);
  boxElement.append(view.statusLine);
  boxElement.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    hostElement.open = false;
    button.focus();
  });
  // Where a page changes without loading, another article is another summary, closed as it begins.
  window.navigation?.addEventListener('navigatesuccess', () => {
    if (view.shownAddress !== addressOf(view)) hostElement.open = false;
  });
  return {
    ask: (anew) => ask(view, anew),
    rest: () => rest(view),
    jump: (n) => view.sourceMarks[n - 1]?.click(),
  };
};

function addressOf(view: PanelView): string {
  const { hostElement, serviceUrl, textLanguage } = view;
  const query = {
    url: articleUrl(view),
    length: hostElement.length || 'short',
    include: 'labels',
    labels: textLanguage,
  };
  return `${serviceUrl}/v1/summary?${new URLSearchParams(query)}`;
}

function rest(view: PanelView): void {
  for (const end of view.endings.splice(0)) end();
  if (!/ready|short/.test(view.hostElement.state)) view.shownAddress = '';
}

function ask(view: PanelView, anew?: boolean): void {
  const { hostElement, discloseArea, toolBar, pointArea, footLine, articleElement } = view;
  const address = addressOf(view);
  if (address === view.shownAddress && !anew) return;
  rest(view);
  view.shownAddress = address;
  enterState(view, 'loading');
  say(view, faultTexts(view)[0]);
  discloseArea.setAttribute('aria-busy', 'true');
  toolBar.hidden = !has(view, 'length') && !has(view, 'listen');
  footLine.hidden = false;
  pointArea.replaceChildren(drawSkeleton(articleElement, hostElement.length));
  const startedAt = Date.now();
  const isAwaited = () =>
    address === view.shownAddress && discloseArea.removeAttribute('aria-busy') === undefined;
  // What cannot be shown is as good as no answer.
  requestSummary(address, anew)
    .then((summary) => isAwaited() && showSummary(view, summary, Date.now() - startedAt))
    .catch((fault) => isAwaited() && showFault(view, fault, (again) => ask(view, again)));
}
