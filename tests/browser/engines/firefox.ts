import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { asJsonCall, type Engine, findFreePort, type Tab, untilItAnswers } from './engine.ts';

/**
 * Firefox by WebDriver BiDi, which it speaks itself: no driver between. playwright-core 1.65 also would, but asks for
 * commands that the long-term release does not have; puppeteer-core is ten times what is needed here.
 */
export async function openFirefox(binary: string): Promise<Engine> {
  const port = await findFreePort();
  const profile = await mkdtemp(join(tmpdir(), 'standfirst-firefox-'));
  const firefox = spawn(
    binary,
    ['--headless', '--no-remote', '--profile', profile, `--remote-debugging-port=${port}`, 'about:blank'],
    { stdio: 'ignore' },
  );
  const connection = await connect(port).catch((error) => {
    firefox.kill();
    throw error;
  });
  await connection.call('session.new', { capabilities: {} });
  await connection.call('session.subscribe', { events: ['log.entryAdded'] });
  return {
    name: 'Firefox',
    openTab: (viewport) => openTab(connection, viewport),
    close: async () => {
      await connection.call('browser.close', {}).catch(() => firefox.kill());
      await ended(firefox);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

interface Connection {
  call(method: string, params: object): Promise<object>;
  /** Errors of a tab, by its id. */
  errors: Map<string, string[]>;
}

async function connect(port: number): Promise<Connection> {
  const socket = await untilItAnswers(async () => {
    const attempt = new WebSocket(`ws://127.0.0.1:${port}/session`);
    await once(attempt, 'open');
    return attempt;
  });
  const errors: Connection['errors'] = new Map();
  const waiting = new Map<number, { resolve(result: object): void; reject(error: Error): void }>();
  let last = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.method === 'log.entryAdded') {
      const { level, text, source } = message.params;
      if (level === 'error') errors.get(source.context)?.push(text);
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'success') call?.resolve(message.result);
    else if (message.type === 'error') call?.reject(new Error(`${message.error}: ${message.message}`));
  });
  return {
    errors,
    call: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params }));
      }),
  };
}

async function openTab(
  { call, errors }: Connection,
  viewport: { width: number; height: number },
): Promise<Tab> {
  const { context } = (await call('browsingContext.create', { type: 'tab' })) as { context: string };
  errors.set(context, []);
  await call('browsingContext.setViewport', { context, viewport });
  return {
    goto: async (url) => void (await call('browsingContext.navigate', { context, url, wait: 'complete' })),
    async evaluate(page, argument) {
      const { result, exceptionDetails } = (await call('script.callFunction', {
        functionDeclaration: asJsonCall(page),
        arguments: [{ type: 'string', value: JSON.stringify(argument ?? null) }],
        target: { context },
        awaitPromise: true,
      })) as { result?: { value: string }; exceptionDetails?: { text: string } };
      if (result === undefined) throw new Error(exceptionDetails?.text);
      return JSON.parse(result.value);
    },
    press: async (x, y) => {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await call('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    pressEscape: async () => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: '\uE00C' }));
      await call('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
    },
    takeErrors: async () => errors.get(context)?.splice(0) ?? [],
    close: async () => void (await call('browsingContext.close', { context })),
  };
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
}
