import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/** By then what a page does as it loads is done. */
const REST_MS = 5_000;

/** Says when the pages that were opened before it have had their time. */
const LAST_PAGE = `<!doctype html><title>Last</title><link rel="icon" href="data:,">
<script>addEventListener('load', () => setTimeout(() => console.error('all read'), ${REST_MS}))</script>`;

/**
 * The errors that WebKit writes into its console for pages, and then into its error output. Read without the driver, which
 * has no command for the console, and under which the browser does not write it out.
 */
export async function readWebKitConsole(browser: string, urls: readonly string[]): Promise<string[]> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(LAST_PAGE),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const last = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const process = spawn(
    'xvfb-run',
    ['-a', browser, '--enable-write-console-messages-to-stdout=true', ...urls, last],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const errors: string[] = [];
  for await (const line of createInterface(process.stderr)) {
    if (line.includes('all read')) break;
    if (/CONSOLE (?:\w+ )*ERROR/u.test(line)) errors.push(line);
  }
  if (process.pid !== undefined) globalThis.process.kill(-process.pid);
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
  server.close();
  return errors;
}
