import { emit, type WidgetState } from './box-life.ts';
import { draw } from './draw.ts';
import { enterState, type OpenBox, pageUrl, say } from './open-box.ts';

const RETRY_AFTER_DEFAULT_SECONDS = 10;

/** What is said without an answer of the service, in the reader's language. */
export function faultTexts(box: OpenBox): (typeof FAULT_TEXTS)[string] {
  return FAULT_TEXTS[ONLY_LANGUAGE ?? box.textLanguage] as (typeof FAULT_TEXTS)[string];
}

/**
 * Says why there is no summary, and tries again where that can help. The box stays: it was pressed.
 *
 * @param fault - The refusing `Response`, or an error.
 */
export function showFault(
  box: OpenBox,
  { status = 500, headers }: Partial<Response>,
  openPanel: (box: OpenBox, anew: boolean) => void,
): void {
  const [, failed, offline, none, busy, retry, openPage] = faultTexts(box);
  const seconds = Number(headers?.get('retry-after')) || RETRY_AFTER_DEFAULT_SECONDS;
  const [code, text]: [WidgetState, string] = !navigator.onLine
    ? ['offline', offline]
    : status === 429
      ? ['limited', busy.replace('{seconds}', `${seconds}`)]
      : status < 500
        ? ['none', none]
        : ['error', failed];
  const again = () => openPanel(box, true);
  const message = draw('p', {}, text);
  box.pointArea.replaceChildren(message);
  box.toolBar.hidden = box.footLine.hidden = true;
  say(box, text);
  enterState(box, code);
  emit(box, 'error', { code });
  if (code === 'error') {
    message.append(
      draw('button', { part: 'link', click: again }, retry),
      draw('a', { href: pageUrl(box), part: 'link' }, openPage),
    );
  } else if (code !== 'none') {
    const timer = code === 'limited' ? setTimeout(again, seconds * 1000) : 0;
    addEventListener('online', again, { once: true });
    box.endings.push(() => {
      clearTimeout(timer);
      removeEventListener('online', again);
    });
  }
}
