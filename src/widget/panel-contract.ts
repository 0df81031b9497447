import type { Summary } from '../core/summary.ts';
import type { StandFirstElement } from './stand-first-element.ts';

/** One sentence on show, as the service gave it. */
export type Point = Summary['sentences'][number];

export type WidgetState = 'idle' | 'loading' | 'ready' | 'short' | 'error' | 'limited' | 'none' | 'offline';

/** What the core asks of the panel. */
export interface Panel {
  /** The box was opened, or wants another length; `anew` forgets what is known. */
  ask(anew?: boolean): void;
  /** The box was closed, or has left the page. */
  rest(): void;
  /** Leads to the place of point `n`, from 1. */
  jump(n: number): void;
}

/**
 * @param area - The region that the button discloses.
 * @param service - Where the service is, without a trailing slash.
 * @param language - Language of the box's own texts.
 * @param markReady - Told when the first summary is on show.
 */
export type OpenPanel = (
  element: StandFirstElement,
  internals: ElementInternals,
  box: HTMLElement,
  button: HTMLElement,
  area: HTMLElement,
  service: string,
  language: string,
  emit: (name: string, detail?: object) => void,
  markReady: () => void,
) => Panel;

export interface PanelModule {
  openPanel: OpenPanel;
}

export type LoadPanel = () => Promise<PanelModule>;
