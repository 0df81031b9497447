import type { OpenBox } from './open-box.ts';
import type { StandFirstElement } from './stand-first-element.ts';

/**
 * What most readers never use is a file of its own (`more.ts`): leading to a sentence, fetched when somebody is about to
 * press a mark, and what a site has to ask for.
 */
export function loadMore<Module>(box: OpenBox, use?: (module: Module) => unknown, fail?: () => void): void {
  (box.constructor as typeof StandFirstElement).fetchModule(MORE_FILE, MORE_INTEGRITY, use, fail);
}
