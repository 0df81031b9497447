import { emit } from './box-life.ts';
import { fetchModule } from './fetch-module.ts';
import { type OpenPanel, StandFirstElement } from './stand-first-element.ts';

interface PanelModule {
  openPanel: OpenPanel;
}

/** The panel as a file of its own, fetched at the press or before. */
function loadPanel(use?: (panel: PanelModule) => void, fail?: () => void): void {
  fetchModule(PANEL_FILE, PANEL_INTEGRITY, use, fail);
}

/** Stands for the panel until that is there. */
export function openPanelOnceLoaded(box: StandFirstElement, anew?: boolean): void {
  box.discloseArea.textContent ||= '…'; // Says, in every language, that more is to come.
  loadPanel(
    ({ openPanel }) => {
      StandFirstElement.askPanel = openPanel;
      if (box.open) openPanel(box, anew);
    },
    // It cannot be had, or is not what was published: the summary has a page of its own.
    () => {
      emit(box, 'error', { code: 'blocked' });
      if (!navigator.onLine) addEventListener('online', () => openPanelOnceLoaded(box), { once: true });
      else
        location.href = `${box.serviceUrl}/s?url=${encodeURIComponent(box.url || document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href)}`;
    },
  );
}

/** Fetches the panel as soon as somebody seems about to press; what goes wrong then is told at the press. */
export function watchIntent({ prefetch, rowButton }: StandFirstElement): void {
  const prepare = () => loadPanel();
  if (prefetch === 'none') return;
  rowButton.onpointerenter = rowButton.onfocus = prepare;
  if (prefetch === 'visible')
    new IntersectionObserver(([entry]) => entry?.isIntersecting && prepare()).observe(rowButton);
}
