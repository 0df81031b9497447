import { choosePageUrl } from './page-url.ts';

/**
 * The feature `measure`, a file of its own: who does not name it sends nothing. It tells the service what was done with a
 * box, once a page view, and nothing of who did it: no identifier, cookie or storage; Global Privacy Control and Do Not
 * Track are obeyed.
 */
type Box = HTMLElement & { url?: string; position?: string };

/** Events of the box, and what they count as. */
const COUNTED: Readonly<Record<string, string>> = {
  open: 'opened',
  jump: 'jumped',
  listen: 'listened',
  copy: 'copied',
  ask: 'asked',
};

const script = document.currentScript as HTMLScriptElement | null;
const service = script?.dataset.endpoint ?? new URL(script?.src ?? location.href).origin;
/** What has been sent, or waits until the page is left. */
const known = new WeakMap<Box, Set<string>>();
const waiting = new Map<Box, string[]>();

function note(box: Box, event: string): void {
  const before = known.get(box) ?? new Set();
  if (before.has(event)) return;
  known.set(box, before.add(event));
  waiting.set(box, [...(waiting.get(box) ?? []), event]);
}

function send(): void {
  for (const [box, events] of waiting) {
    const { position = '' } = box;
    const place = position === 'top' || position === 'bottom' ? position : 'other';
    const body = JSON.stringify({ url: box.url || choosePageUrl(), place, events });
    // Not sendBeacon, which would send cookies of the service along.
    void fetch(`${service}/v1/events`, {
      method: 'POST',
      body,
      keepalive: true,
      credentials: 'omit',
      mode: 'no-cors',
      referrerPolicy: 'no-referrer',
    }).catch(() => {});
  }
  waiting.clear();
}

function watch(): void {
  const seeing = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          seeing.unobserve(target);
          note(target as Box, 'seen');
        }
    },
    { threshold: 0.5 },
  );
  const find = () => {
    for (const box of document.querySelectorAll<Box>('stand-first')) seeing.observe(box);
  };
  find();
  // Boxes come with scripts and frameworks too.
  new MutationObserver(find).observe(document.documentElement, { childList: true, subtree: true });
  const listen = (name: string, told: (detail: Record<string, unknown>) => string | undefined) =>
    document.addEventListener(`standfirst-${name}`, (event) => {
      const what = told((event as CustomEvent).detail ?? {});
      if (what !== undefined) note(event.target as Box, what);
    });
  for (const [name, what] of Object.entries(COUNTED))
    listen(name, ({ on }) => (on === false ? undefined : what));
  listen('length', ({ len }) => (len === 'medium' || len === 'long' ? len : undefined));
  listen('feedback', ({ v }) => (v === 1 ? 'helpful' : v === -1 ? 'unhelpful' : undefined));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && send());
  addEventListener('pagehide', send);
}

const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
if (!globalPrivacyControl && doNotTrack !== '1') watch();
