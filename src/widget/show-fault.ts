import { draw } from './draw.ts';
import type { WidgetState } from './panel-contract.ts';
import { enterState, type PanelView, pageUrl, say } from './panel-view.ts';

const RETRY_AFTER_DEFAULT_SECONDS = 10;

/** What is said without an answer of the service, in the reader's language. */
export function faultTexts({ textLanguage }: PanelView): (typeof FAULT_TEXTS)[string] {
  return FAULT_TEXTS[textLanguage] as (typeof FAULT_TEXTS)[string];
}

/**
 * Says why there is no summary, and tries again where that can help. The box stays: it was pressed.
 *
 * @param fault - The refusing `Response`, or an error.
 */
export function showFault(
  view: PanelView,
  { status = 500, headers }: Partial<Response>,
  ask: (anew: boolean) => void,
): void {
  const [, failed, offline, none, busy, retry, openPage] = faultTexts(view);
  const seconds = Number(headers?.get('retry-after')) || RETRY_AFTER_DEFAULT_SECONDS;
  const [code, text]: [WidgetState, string] = !navigator.onLine
    ? ['offline', offline]
    : status === 429
      ? ['limited', busy.replace('{seconds}', `${seconds}`)]
      : status < 500
        ? ['none', none]
        : ['error', failed];
  const again = () => ask(true);
  const message = draw('p', {}, text);
  view.pointArea.replaceChildren(message);
  view.toolBar.hidden = view.footLine.hidden = true;
  say(view, text);
  enterState(view, code);
  view.emitEvent('error', { code });
  if (code === 'error') {
    message.append(
      draw('button', { part: 'link', click: again }, retry),
      draw('a', { href: pageUrl(view), part: 'link' }, openPage),
    );
  } else if (code !== 'none') {
    const timer = code === 'limited' ? setTimeout(again, seconds * 1000) : 0;
    addEventListener('online', again, { once: true });
    view.endings.push(() => {
      clearTimeout(timer);
      removeEventListener('online', again);
    });
  }
}
