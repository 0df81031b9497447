const SETTING = 'standfirst-desk-keys';

/** WCAG 2.2, 2.1.4: keys without a modifier can be switched off, for who speaks to the machine. */
let usesSingleKeys = localStorage.getItem(SETTING) !== 'off';

/**
 * Keys press what stands in the page: whatever names its key in `aria-keyshortcuts`. Those below move the focus.
 *
 * @param page - Whose lines the help sheet shows.
 */
export function listenToKeys(page: 'review' | 'queue'): void {
  const sheet = document.querySelector<HTMLDialogElement>('#keys');
  if (sheet === null) return;
  prepareSheet(sheet, page);
  const stops = page === 'review' ? '#text input' : '.queue a';
  const actions: Record<string, () => void> = {
    '?': () => sheet.showModal(),
    j: () => moveFocus(stops, 1),
    k: () => moveFocus(stops, -1),
    x: takeFocused,
    e: () => document.querySelector<HTMLElement>('#chosen textarea')?.focus(),
  };
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = (event.target as Element).matches('textarea, input:not([type=checkbox])');
    if (isTyping || sheet.open || !usesSingleKeys) {
      if (isTyping && event.key === 'Escape') (event.target as HTMLElement).blur();
      return;
    }
    const key = nameOf(event);
    const act = actions[key] ?? pressed(key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

/** On a keyboard of another script the key counts that a Latin one has in that place. */
function nameOf({ key, code }: KeyboardEvent): string {
  if (/^[\x20-\x7e]+$/u.test(key)) return key.toLowerCase();
  return /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? key;
}

function pressed(key: string): (() => void) | undefined {
  const target = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
  if (target === null) return undefined;
  return target.matches('input, textarea') ? () => target.focus() : () => target.click();
}

function moveFocus(selector: string, by: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>(selector)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at === -1 ? 0 : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function takeFocused(): void {
  const { activeElement } = document;
  const box = activeElement?.matches('#text input')
    ? activeElement
    : activeElement?.closest('.queue li')?.querySelector('input');
  (box as HTMLElement | null | undefined)?.click();
}

function prepareSheet(sheet: HTMLDialogElement, page: string): void {
  for (const line of sheet.querySelectorAll<HTMLElement>('[data-keys]'))
    if (line.dataset.keys !== page) line.remove();
  const opener = document.querySelector<HTMLElement>('[data-help]');
  if (opener !== null) {
    opener.hidden = false;
    opener.onclick = () => sheet.showModal();
  }
  const choice = sheet.querySelector<HTMLInputElement>('#single-keys');
  if (choice === null) return;
  choice.checked = usesSingleKeys;
  choice.onchange = () => {
    usesSingleKeys = choice.checked;
    localStorage.setItem(SETTING, usesSingleKeys ? 'on' : 'off');
  };
}
