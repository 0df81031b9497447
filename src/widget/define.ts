import { type OpenPanel, StandFirstElement } from './stand-first-element.ts';

/** Registers the element once a page: a second script, of whatever version, changes nothing. */
export function define(openPanel: OpenPanel): void {
  StandFirstElement.askPanel = openPanel;
  customElements.get('stand-first') || customElements.define('stand-first', StandFirstElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'stand-first': StandFirstElement;
  }
}
