import { type OpenPanel, StandFirstElement } from './stand-first-element.ts';

/**
 * Registers the element once a page: a second script, of whatever version, changes nothing.
 *
 * @param script - The element that runs us: its origin is the service unless `data-endpoint` names another.
 */
export function define(
  { src, dataset }: HTMLScriptElement,
  openPanel: OpenPanel,
  watchIntent?: typeof StandFirstElement.watchIntent,
): void {
  StandFirstElement.askPanel = openPanel;
  StandFirstElement.watchIntent = watchIntent;
  StandFirstElement.usualService = dataset.endpoint ?? new URL(src).origin;
  customElements.get('stand-first') || customElements.define('stand-first', StandFirstElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'stand-first': StandFirstElement;
  }
}
