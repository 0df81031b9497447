/** Run in the page: how much has moved since it began to load. Chromium alone counts (Layout Instability); -1 elsewhere. */
export const sumShifts = (): Promise<number> =>
  new Promise<number>((resolve) => {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return resolve(-1);
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 100)));
  });
