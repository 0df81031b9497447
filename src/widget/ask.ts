import type { Summary } from '../core/summary/summary.ts';
import { css } from './ask.css';
import type { AskTools } from './ask-tools.ts';
import type { OpenBox } from './open-box.ts';
import type { Tools } from './tools.ts';

const DEADLINE_MS = 20_000;

/**
 * Entry of the file that a box with the feature `ask` loads: a field, and below it sentences of the article that answer.
 * Nothing is sent before the reader asks, and never a word is shown that the article does not hold.
 */
export function drawAsk(box: OpenBox, tools: AskTools, panelTools: Tools): void {
  const [draw, makeSheet, drawControl, , , articleUrl] = tools;
  const [question, ask] = textsOf(box);
  const field = draw('input', {
    part: 'question',
    required: true,
    maxlength: '200', // What `query` of the service takes; a script may put in more.
    dir: 'auto',
  });
  const answer = draw('div', { part: 'answer' });
  const [show, send] = answerIn(answer, box, tools, panelTools);
  let askedUrl: string;
  const submit = (event: Event) => {
    event.preventDefault();
    field.value = field.value.trim().slice(0, 200);
    // Nothing but spaces: the browser says, in the reader's language, that something is missing.
    if (!form.reportValidity()) return;
    askedUrl = articleUrl(box);
    send(askedUrl, field.value);
  };
  const form = draw(
    'form',
    { submit },
    draw('label', {}, question, field),
    drawControl(() => {}, ask),
  );
  // Where a page changes without loading, the answer was about another article.
  box.addEventListener('standfirst-open', () => {
    if (articleUrl(box) !== askedUrl) {
      form.reset();
      show();
    }
  });
  (box.shadowRoot as ShadowRoot).adoptedStyleSheets.push(makeSheet(css));
  box.footLine.before(form, answer);
}

function textsOf({ textLanguage }: OpenBox): (typeof ASK_TEXTS)[string] {
  return ASK_TEXTS[ONLY_LANGUAGE ?? textLanguage] as (typeof ASK_TEXTS)[string];
}

/** What shows things in the place of the answer, and what asks the service and shows what it says. */
function answerIn(
  answer: HTMLElement,
  box: OpenBox,
  [draw, , , say, emit, , pageUrl]: AskTools,
  [, drawPoints, faultTexts, readWait]: Tools,
): [show: (...content: (Node | string)[]) => void, send: (url: string, query: string) => void] {
  const [, , notSaid, failed, closed] = textsOf(box);
  /** The question that is out; an answer to another comes too late. */
  let asking: object | undefined;
  /** Whoever waits for another answer waits no longer. */
  const show = (...content: (Node | string)[]) => {
    asking = undefined;
    answer.ariaBusy = 'false';
    answer.replaceChildren(...content);
  };
  const tell = (text: string, ...ways: Node[]) => {
    show(draw('p', {}, text, ...ways));
    say(box, text);
  };
  const showAnswer = (summary: Summary) => {
    const { sentences, warnings, language } = summary;
    const n = warnings.includes('no-answer') ? 0 : sentences.length;
    emit(box, 'ask', { n });
    if (!n) {
      tell(notSaid);
      return;
    }
    show(draw('ul', { part: 'list', lang: language }, ...drawPoints(box, summary, [])));
    say(box, sentences.map(({ text }) => text).join(' '));
  };
  const showFault = (fault: Partial<Response>, again: () => void) => {
    const [, , offline, , , retry, openPage] = faultTexts(box);
    const isClosed = /40[134]|410/.test(`${fault.status}`);
    const refusal = isClosed ? closed : failed;
    const said = fault.status === 429 ? readWait(box, fault)[1] : refusal;
    tell(
      navigator.onLine ? said : offline,
      isClosed
        ? draw('a', { href: pageUrl(box), part: 'link' }, openPage)
        : draw('button', { part: 'link', click: again }, retry),
    );
  };
  const send = (url: string, query: string) => {
    show('…');
    const own = {};
    const isAwaited = () => asking === own;
    asking = own;
    answer.ariaBusy = 'true';
    box.endings.push(() => isAwaited() && show());
    const address = `${box.serviceUrl}/v1/summary?${new URLSearchParams({ url, length: 'short', query })}`;
    fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(DEADLINE_MS) })
      .then(async (response) => {
        if (!response.ok) throw response;
        const summary = await response.json();
        if (isAwaited()) showAnswer(summary);
      })
      .catch((fault) => isAwaited() && showFault(fault, () => send(url, query)));
  };
  return [show, send];
}
