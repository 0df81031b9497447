import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { type OpenPanel, StandFirstElement } from './stand-first-element.ts';

interface PanelModule {
  openPanel: OpenPanel;
}

/**
 * The panel as a file of its own, fetched at the press or before.
 *
 * @param base - Address of the core, from which the panel's is told.
 */
export function loadPanelFrom(base: string): [OpenPanel, watchIntent: (box: StandFirstElement) => void] {
  const openPanel: OpenPanel = (box, anew) => {
    box.discloseArea.textContent ||= '…'; // Says, in every language, that more is to come.
    loadPanel(
      base,
      (panel) => {
        StandFirstElement.askPanel = panel.openPanel;
        if (box.open) panel.openPanel(box, anew);
      },
      // It cannot be had, or is not what was published: the summary has a page of its own.
      () => {
        emit(box, 'error', { code: 'blocked' });
        if (!navigator.onLine) addEventListener('online', () => openPanel(box), { once: true });
        else
          location.href = `${box.serviceUrl}/s?url=${encodeURIComponent(box.url || document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href)}`;
      },
    );
  };
  const watchIntent = ({ prefetch, rowButton }: StandFirstElement) => {
    const prepare = () => loadPanel(base); // What goes wrong is told at the press.
    if (prefetch === 'none') return;
    rowButton.onpointerenter = rowButton.onfocus = prepare;
    if (prefetch === 'visible')
      new IntersectionObserver(([entry]) => entry?.isIntersecting && prepare()).observe(rowButton);
  };
  return [openPanel, watchIntent];
}

/**
 * Fetches the panel (once: the browser keeps a map of its modules), checked against its published hash.
 *
 * A wrong hash fails the preload, yet a later `import()` would still run the file: so it is only imported after the
 * preload has succeeded.
 */
function loadPanel(base: string, use?: (panel: PanelModule) => void, fail?: () => void): void {
  const link = draw('link', {
    rel: 'modulepreload',
    href: new URL(PANEL_FILE, base).href,
    integrity: PANEL_INTEGRITY,
    crossorigin: true,
    load: () => {
      void import(link.href).then(use, fail);
      link.remove();
    },
    error: fail,
  });
  document.head.append(link);
}
