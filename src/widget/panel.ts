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
<<<<<<< HEAD
  element,
  internals,
  box,
  button,
  area,
  service,
  language,
  emit,
  markReady,
) => {
  const [loading, failed, offline, none, busy, retry, openPage] = FAULT_TEXTS[
    nearestLanguage(language, FAULT_TEXTS)
  ] as (typeof FAULT_TEXTS)[string];
  const article = findArticle(element.article);
  const status = draw('div', { class: 'unseen', role: 'status' });
  const bar = draw('div', { part: 'toolbar' });
  const out = draw('div', { part: 'summary' });
  const foot = draw('div', { part: 'footer' });
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting || release());
  let shown = '';
  let marks: (HTMLElement | undefined)[] = [];
  let hush = () => {};
  let endJump = () => {};
  let timer = 0;

  const has = (feature: string) =>
    (element.features || 'length jump copy listen').split(' ').includes(feature);
  const url = () => element.url || choosePageUrl();
  const pageUrl = () => `${service}/s?url=${encodeURIComponent(url())}`;
  const release = () => {
    observer.disconnect();
    out.style.minBlockSize = '';
  };
  const say = (text: string) => {
    status.textContent = '';
    setTimeout(() => {
      status.textContent = text;
    }, STATUS_DELAY_MS);
  };
  const setState = (state: WidgetState) => {
    element.state = state;
    box.setAttribute('part', `box ${state}`);
    try {
      internals.states.clear();
      internals.states.add(state);
    } catch {
      // Chromium before 125 knows only states that begin with two hyphens; the part tells the same.
    }
  };
  const address = () =>
    `${service}/v1/summary?${new URLSearchParams({ url: url(), length: element.length || 'short', include: 'labels', labels: language })}`;

  const rest = () => {
    clearTimeout(timer);
    hush();
    endJump();
    release();
    if (element.state !== 'ready' && element.state !== 'short') shown = '';
  };

  const ask = (anew?: boolean) => {
    const wanted = address();
    if (wanted === shown && !anew) return;
    rest();
    shown = wanted;
    const startedAt = performance.now();
    setState('loading');
    say(loading);
    area.setAttribute('aria-busy', 'true');
    foot.hidden = false;
    bar.hidden = !has('length') && !has('listen');
    out.replaceChildren(drawSkeleton(article, element.length));
    const settle = (finish: (ms: number) => void) => {
      if (wanted !== shown) return;
      area.removeAttribute('aria-busy');
      finish(Math.round(performance.now() - startedAt));
    };
    requestSummary(wanted, anew).then(
      (summary) => settle((ms) => showSummary(summary, ms)),
      (fault) => settle(() => showFault(fault)),
    );
  };

  const showSummary = (summary: Summary, ms: number) => {
    const text = (key: string) => `${summary.labels?.[key] ?? key}`;
    const { sentences } = summary;
    const isShort = summary.warnings.includes('already-short');
    if (ms > FREE_SHIFT_MS) {
      out.style.minBlockSize = `${out.offsetHeight}px`;
      observer.observe(foot); // What stands below is what would move: once it is out of sight, nothing does.
    }
    const items = drawPoints(summary, text);
    out.lang = summary.language;
    out.replaceChildren(
      isShort ? draw('p', {}, text('alreadyShort')) : '',
      draw('ul', { part: 'list' }, ...items),
    );
    drawBar(summary, text, items, isShort);
    drawFoot(summary, text);
    element.points = sentences;
    setState(isShort ? 'short' : 'ready');
    say(text('ready'));
    markReady();
    emit('load', { n: sentences.length, missing: marks.filter((mark) => !mark).length, ms });
  };

  /** Each sentence, and the mark of its paragraph where the page holds it. */
  const drawPoints = ({ sentences }: Summary, text: (key: string) => string) => {
    const nodes = textNodes(article);
    const folded = fold(nodes.map(({ data }) => data).join(''));
    let from = 0;
    marks = sentences.map((point, index) => {
      const place = has('jump') && point.paragraph ? findQuote(folded, point.text, from) : undefined;
      if (!place) return undefined;
      from = place[1];
      const number = `${point.paragraph?.toLocaleString(language)}`;
      const mark = draw(
        'button',
        {
          part: 'source',
          'aria-label': text('showSource').replace('{n}', number),
          click: () => {
            endJump();
            endJump = jumpTo(makeRange(nodes, ...place), article, box, mark, text('back'), () =>
              emit('back'),
            );
            emit('jump', { n: index + 1 });
          },
        },
        `${text('paragraphMark')} ${number}`,
      );
      return mark;
    });
    return sentences.map((point, index) =>
      draw('li', { part: 'point', dir: 'auto' }, draw('span', {}, point.text), marks[index] ?? ''),
    );
  };

  const drawBar = (
    { sentences, language: spoken }: Summary,
    text: (key: string) => string,
    items: readonly Element[],
    isShort: boolean,
  ) => {
    const lengths = ['short', 'medium', 'long'].map((length) =>
      draw(
        'label',
        {},
        draw('input', {
          type: 'radio',
          name: 'length',
          checked: length === (element.length || 'short'),
          change: () => {
            element.length = length;
            emit('length', { len: length });
          },
        }),
        draw('span', {}, text(length)),
      ),
    );
    if (has('length') && !isShort) {
      if (!bar.firstChild)
        bar.append(
          draw(
            'fieldset',
            { part: 'control' },
            draw('legend', { class: 'unseen' }, text('length')),
            ...lengths,
          ),
        );
    }
    if (has('listen') && window.speechSynthesis) {
      const [listen, silence] = drawListen(
        items,
        sentences.map((point) => point.text),
        spoken,
        text,
        emit,
      );
      hush = silence;
      bar.querySelector('[part=control]:is(button)')?.remove();
      bar.append(listen);
    }
  };

  const drawFoot = ({ sentences, label, article: subject }: Summary, text: (key: string) => string) => {
    const content = [...sentences.map((point) => `• ${point.text}`), subject?.url ?? url()].join('\n');
    const copied = () => {
      say(text('copied'));
      emit('copy');
    };
    foot.replaceChildren(
      draw('span', { class: 'soft note' }, draw('slot', { name: 'note' }, label.text)),
      draw('slot', { name: 'how' }, draw('a', { href: `${pageUrl()}#how`, part: 'link' }, text('how'))),
      draw(
        'div',
        {},
        has('copy') && navigator.clipboard ? drawCopy(content, text('copy'), 'copy', copied) : '',
        has('share') ? drawShare(pageUrl(), text, say, emit) : '',
        ...(has('feedback') ? drawFeedback(text, say, emit) : []),
      ),
    );
  };

  const showFault = (fault: Partial<Response>) => {
    const { status: code = 500, headers } = fault;
    const seconds = Number(headers?.get('retry-after')) || RETRY_AFTER_DEFAULT_SECONDS;
    const again = () => element.open && ask(true);
    const [state, said]: [WidgetState, string] = !navigator.onLine
      ? ['offline', offline]
      : code === 429
        ? ['limited', busy.replace('{seconds}', `${seconds}`)]
        : code < 500
          ? ['none', none]
          : ['error', failed];
    out.replaceChildren(draw('p', {}, said));
    if (state === 'error')
      (out.firstChild as Element).append(
        draw('button', { part: 'control', click: again }, retry),
        draw('a', { href: pageUrl(), part: 'link' }, openPage),
      );
    if (state === 'limited') timer = setTimeout(again, seconds * 1000);
    if (state === 'offline') addEventListener('online', again, { once: true });
    bar.hidden = foot.hidden = true;
    say(said);
    setState(state);
    emit('error', { code: state });
  };

  (box.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);
  area.append(bar, out, foot);
  box.append(status);
  box.addEventListener('keydown', ({ key }) => {
=======
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
>>>>>>> main
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
  requestSummary(address, anew).then(
    (summary) => isAwaited() && showSummary(view, summary, Date.now() - startedAt),
    (fault) => isAwaited() && showFault(view, fault, (again) => ask(view, again)),
  );
}
