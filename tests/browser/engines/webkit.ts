import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { asJsonCall, type Engine, findFreePort, type Tab, untilItAnswers } from './engine.ts';

/** What it collects of errors: the driver has no command for the console. */
const WATCH_ERRORS = `window.__errors ??= [];
addEventListener('error', (event) => __errors.push(event.message ?? 'load'));
addEventListener('unhandledrejection', (event) => __errors.push(String(event.reason)));`;

/** WebKit by classic WebDriver (WebKitWebDriver of WebKitGTK), on a display of its own. */
export async function openWebKit(driver: string, browser: string): Promise<Engine> {
  const port = await findFreePort();
  const process = spawn('xvfb-run', ['-a', '-s', '-screen 0 1400x1000x24', driver, '-p', `${port}`], {
    stdio: 'ignore',
    detached: true,
  });
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: never };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value as Record<string, never>;
  };
  const stop = async () => {
    if (process.pid !== undefined) globalThis.process.kill(-process.pid);
    await once(process, 'exit');
  };
  const capabilities = {
    alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
  };
  const { sessionId } = await untilItAnswers(() => ask('POST', '/session', { capabilities })).catch(
    async (error) => {
      await stop();
      throw error;
    },
  );
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 60_000 });
  return {
    name: 'WebKit',
    openTab: (size) => openTab((method, path, body) => ask(method, `${session}${path}`, body), size),
    close: async () => {
      await ask('DELETE', session).catch(() => {});
      await stop();
    },
  };
}

async function openTab(
  ask: (method: string, path: string, body?: object) => Promise<Record<string, never>>,
  size: { width: number; height: number },
): Promise<Tab> {
  const evaluate: Tab['evaluate'] = async (page, argument) => {
    const answer = (await ask('POST', '/execute/async', {
      script: `const done = arguments[1];
        (${asJsonCall(page)})(arguments[0]).then((json) => done({ json }), (error) => done({ error: String(error) }));`,
      args: [JSON.stringify(argument ?? null)],
    })) as { json?: string; error?: string };
    if (answer.json === undefined) throw new Error(answer.error);
    return JSON.parse(answer.json);
  };
  await ask('POST', '/url', { url: 'about:blank' });
  await ask('POST', '/window/rect', size);
  const frame = await evaluate(() => ({ width: outerWidth - innerWidth, height: outerHeight - innerHeight }));
  await ask('POST', '/window/rect', { width: size.width + frame.width, height: size.height + frame.height });
  const press = (actions: object[]) => ask('POST', '/actions', { actions });
  return {
    async goto(url) {
      await ask('POST', '/url', { url });
      await ask('POST', '/execute/sync', { script: WATCH_ERRORS, args: [] });
    },
    evaluate,
    press: async (x, y) => {
      const actions = [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await press([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
    },
    pressEscape: async () => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: '\uE00C' }));
      await press([{ type: 'key', id: 'keys', actions }]);
    },
    takeErrors: () =>
      evaluate(() => (Reflect.get(window, '__errors') as string[] | undefined)?.splice(0) ?? []),
    close: async () => void (await ask('POST', '/url', { url: 'about:blank' })),
  };
}
