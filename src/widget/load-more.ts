import type * as more from './more.ts';
import type { OpenBox } from './open-box.ts';
import type { StandFirstElement } from './stand-first-element.ts';
import { TOOLS } from './tools.ts';

/**
 * What most readers never use is a file of its own: leading to a sentence, fetched when somebody is about to press a mark,
 * and what a site has to ask for.
 */
export function loadMore(box: OpenBox, use?: (module: typeof more) => unknown, fail?: () => void): void {
  (box.constructor as typeof StandFirstElement).fetchModule(MORE_FILE, MORE_INTEGRITY, use, fail);
}

/** To be called once for each panel that is drawn. */
export function addExtras(box: OpenBox): void {
  if (/share|feedback/.test(box.features)) loadMore(box, (module) => module.addExtras(box, TOOLS));
}
