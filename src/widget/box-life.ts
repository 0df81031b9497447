import type { Summary } from '../core/summary/summary.ts';

/** One sentence on show, as the service gave it. */
export type Point = Summary['sentences'][number];

export type WidgetState = 'idle' | 'loading' | 'ready' | 'short' | 'error' | 'limited' | 'none' | 'offline';

/** The box was closed, has left the page, or turns to something else. */
export function rest({ endings }: { endings: (() => void)[] }): void {
  for (const end of endings.splice(0)) end();
}

/** Tells the page. */
export function emit(box: EventTarget, name: string, detail?: object): boolean {
  return box.dispatchEvent(
    new CustomEvent(`standfirst-${name}`, { bubbles: true, composed: true, cancelable: true, detail }),
  );
}

/** What can wait until the reader has seen the press answered (Event Timing counts until the next paint). */
export function afterPaint(call: () => void): void {
  requestAnimationFrame(() => setTimeout(call));
}
