import { draw } from './draw.ts';
import { ownScript } from './own-script.ts';

/**
 * Fetches a module (once: the browser keeps a map of its modules), checked against its published hash.
 *
 * A wrong hash fails the preload, yet a later `import()` would still run the file: so it is only imported after the
 * preload has succeeded.
 *
 * @param address - Relative to our own.
 */
export function fetchModule<Module>(
  address: string,
  integrity: string,
  use?: (module: Module) => unknown,
  fail?: () => void,
): void {
  const link = draw('link', {
    rel: 'modulepreload',
    href: `${new URL(address, ownScript.src)}`,
    integrity,
    nonce: ownScript.nonce,
    load: () => {
      void import(link.href).then(use, fail);
      link.remove();
    },
    error: fail,
  });
  document.head.append(link);
}
