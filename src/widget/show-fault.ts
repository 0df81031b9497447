import { emit, type WidgetState } from './box-life.ts';
import { draw } from './draw.ts';
import { enterState, type OpenBox, pageUrl, say } from './open-box.ts';
import { isFinal } from './request-summary.ts';

const RETRY_AFTER_DEFAULT_SECONDS = 10;

/** Longer waits are told, but nobody is kept waiting for their end. */
const RETRY_ITSELF_MAX_SECONDS = 600;

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
  fault: Partial<Response>,
  openPanel: (box: OpenBox, anew: boolean) => void,
): void {
  const [, failed, offline, none, , retry, openPage] = faultTexts(box);
  const [seconds, wait] = readWait(box, fault);
  const [code, text]: [WidgetState, string] = !navigator.onLine
    ? ['offline', offline]
    : fault.status === 429
      ? ['limited', wait]
      : isFinal(fault)
        ? ['none', none]
        : ['error', failed];
  const again = () => openPanel(box, true);
  const message = draw('p', {}, text);
  box.pointArea.replaceChildren(message);
  box.toolBar.hidden = box.footLine.hidden = true;
  say(box, text);
  enterState(box, code);
  emit(box, 'error', { code });
  if (code === 'none') return;
  if (code !== 'offline')
    message.append(
      code === 'error' ? draw('button', { part: 'link', click: again }, retry) : '',
      draw('a', { href: pageUrl(box), part: 'link' }, openPage),
    );
  if (code === 'error') return;
  const timer = (code === 'limited' &&
    seconds <= RETRY_ITSELF_MAX_SECONDS &&
    setTimeout(again, seconds * 1000)) as number;
  addEventListener('online', again);
  box.endings.push(() => {
    clearTimeout(timer);
    removeEventListener('online', again);
  });
}

/**
 * How long the service wants to be left alone, and what is said of it: "60 sec", and "24 hr" where nobody will wait for it.
 *
 * @param fault - Its `Retry-After` holds seconds or a date (RFC 9110, 10.2.3).
 */
export function readWait(box: OpenBox, { headers }: Partial<Response>): [seconds: number, text: string] {
  const retryAfter = headers?.get('retry-after');
  const told = +(retryAfter as string) || (Date.parse(retryAfter as string) - Date.now()) / 1000;
  const seconds = told > 0 ? Math.ceil(told) : RETRY_AFTER_DEFAULT_SECONDS;
  const isLong = seconds > RETRY_ITSELF_MAX_SECONDS;
  const wait = Math.ceil(isLong ? seconds / 3600 : seconds).toLocaleString(box.textLanguage, {
    style: 'unit',
    unit: isLong ? 'hour' : 'second',
  });
  return [seconds, faultTexts(box)[4].replace('{wait}', wait).replace('..', '.')];
}
