import { draw } from './draw.ts';
import type { LoadPanel, PanelModule } from './panel-contract.ts';

/**
 * Fetches the panel (once: the browser keeps a map of its modules), checked against its published hash.
 *
 * A wrong hash fails the preload, yet a later `import()` would still run the file: so it is only imported after the
 * preload has succeeded. Browsers that cannot preload modules (before Safari 17, Firefox 115) count as failed.
 *
 * @param base - Address of the core, from which the panel's is told.
 */
export function createPanelLoader(base: string): LoadPanel {
  return () =>
    new Promise((resolve, reject) => {
      const link = draw('link', {
        rel: 'modulepreload',
        href: new URL(PANEL_FILE, base).href,
        integrity: PANEL_INTEGRITY,
        crossorigin: true,
        load: () => {
          resolve(import(link.href) as Promise<PanelModule>);
          link.remove();
        },
        error: reject,
      });
      if (link.relList.supports('modulepreload')) document.head.append(link);
      else reject();
    });
}
