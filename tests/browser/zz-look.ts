import { answerFor, HTML, launchBrowser, openHost } from '/work/wt-widget/tests/browser/host.ts';
import { arabic, harbour, readSeedPage, renderPage } from '/work/wt-widget/tests/browser/sample-page.ts';

const host = await openHost();
const browser = await launchBrowser();
const want = process.argv.slice(2);
const shots = [
  ['idle-1200', 1200, {}, async () => {}],
  [
    'open-1200',
    1200,
    {},
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForFunction(() => document.querySelector('stand-first').state === 'ready');
      await p.waitForTimeout(400);
    },
  ],
  [
    'open-680',
    680,
    {},
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForFunction(() => document.querySelector('stand-first').state === 'ready');
      await p.waitForTimeout(400);
    },
  ],
  ['idle-360', 360, {}, async () => {}],
  [
    'open-360',
    360,
    {},
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForFunction(() => document.querySelector('stand-first').state === 'ready');
      await p.waitForTimeout(400);
    },
  ],
  [
    'open-320-all',
    320,
    { features: 'length jump copy listen share feedback' },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForFunction(() => document.querySelector('stand-first').state === 'ready');
      await p.waitForTimeout(400);
    },
  ],
  [
    'open-680-all-dark',
    680,
    { features: 'length jump copy listen share feedback', dark: 1 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForFunction(() => document.querySelector('stand-first').state === 'ready');
      await p.waitForTimeout(400);
    },
  ],
  [
    'loading-680',
    680,
    { delay: 5000 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(500);
    },
  ],
  [
    'loading-360',
    360,
    { delay: 5000 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(500);
    },
  ],
  [
    'error-680',
    680,
    { status: 500 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(500);
    },
  ],
  [
    'error-360',
    360,
    { status: 500 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(500);
    },
  ],
  [
    'none-680',
    680,
    { status: 404 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(500);
    },
  ],
  [
    'rtl-680',
    680,
    { ar: 1 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(700);
    },
  ],
  [
    'rtl-360',
    360,
    { ar: 1 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(700);
    },
  ],
  ['rtl-idle-360', 360, { ar: 1 }, async () => {}],
  [
    'dark-360',
    360,
    { dark: 1 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(700);
    },
  ],
  [
    'jump-1200',
    1200,
    {},
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForFunction(() => document.querySelector('stand-first').state === 'ready');
      await p.click('[part=source] >> nth=1');
      await p.waitForTimeout(900);
    },
  ],
  [
    'jump-360-dark',
    360,
    { dark: 1 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForFunction(() => document.querySelector('stand-first').state === 'ready');
      await p.click('[part=source] >> nth=1');
      await p.waitForTimeout(900);
    },
  ],
  [
    'seed-slow-360',
    360,
    { seed: 1, delay: 1500 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(2400);
    },
  ],
  [
    'short-680',
    680,
    { short: 1 },
    async (p) => {
      await p.click('stand-first >> nth=0');
      await p.waitForTimeout(900);
    },
  ],
];
for (const [name, width, o, act] of shots) {
  if (want.length && !want.some((w) => name.includes(w))) continue;
  const article = o.ar
    ? arabic
    : o.seed
      ? readSeedPage()
      : o.short
        ? { ...harbour, paragraphs: harbour.paragraphs.slice(5).map((p) => p.split('. ')[0] + '.') }
        : harbour;
  host.reset();
  host.put('/', {
    headers: HTML,
    body: renderPage({
      article,
      top: `<stand-first ${o.features ? `features="${o.features}"` : ''}><a href="/s">No time to read? Get a summary</a></stand-first>`,
      ...(o.dark ? { htmlAttributes: 'lang="en" class="dark"' } : {}),
    }),
  });
  host.answerWith((q) =>
    o.status ? { status: o.status, body: '{}' } : { ...answerFor(article)(q), delayMs: o.delay ?? 0 },
  );
  const ctx = await browser.newContext({
    viewport: { width, height: width < 500 ? 900 : 900 },
    deviceScaleFactor: width < 500 ? 2 : 1,
    hasTouch: width < 500,
  });
  const page = await ctx.newPage();
  page.on('console', (m) => console.log(name, m.text()));
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message));
  await page.addInitScript(() => {
    if (!/nospeech/.test(location.hash))
      speechSynthesis.getVoices = () =>
        [
          { lang: 'en-GB', localService: true, name: 'x' },
          { lang: 'ar', localService: true, name: 'y' },
        ] as any;
  });
  await page.goto(host.origin + '/');
  await page.waitForTimeout(200);
  await act(page);
  await page.screenshot({ path: `/tmp/look/${name}.png` });
  await ctx.close();
}
await browser.close();
await host.close();
