import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort } from '../../src/cli/local/open-door.ts';
import { untilAnswers } from '../until-answers.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export interface Edge {
  /** Where the injector listens; it knows its pages by the host that a request names. */
  port: number;
  stop(): void;
}

/**
 * The injector as it is deployed, in raw workerd, between an origin and a service of the test's own.
 *
 * @param service - Left out, the deployment has forgotten to bind it.
 */
export async function startEdge(inject: string, origin: Answering, service?: Answering): Promise<Edge> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-edge-'));
  const servers = await Promise.all([origin, ...(service === undefined ? [] : [service])].map(listen));
  await build({
    entryPoints: [join(ROOT, 'src/injector.ts')],
    outfile: join(folder, 'injector.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    logLevel: 'error',
  });
  const port = await freePort();
  writeFileSync(join(folder, 'config.capnp'), configuration(port, inject, servers.map(portOf)));
  const workerd = spawn(join(ROOT, 'node_modules/.bin/workerd'), ['serve', 'config.capnp', 'config'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => {
    workerd.kill('SIGKILL');
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswers(
      workerd,
      async () => (await fetch(`http://127.0.0.1:${port}/.standfirst/1/box.css`)).ok,
    );
    return { port, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function configuration(port: number, inject: string, [origin, service]: number[]): string {
  const bound = service === undefined ? '' : '(name = "SERVICE", service = "service"),';
  const served = `(name = "service", external = (address = "127.0.0.1:${service}", http = ())),`;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "injector", worker = (
      compatibilityDate = "2026-11-17",
      compatibilityFlags = ["no_nodejs_compat"],
      modules = [(name = "injector.js", esModule = embed "injector.js")],
      bindings = [
        (name = "INJECT", text = ${JSON.stringify(inject)}),
        ${bound}
      ],
      globalOutbound = "origin",
    )),
    (name = "origin", external = (address = "127.0.0.1:${origin}", http = ())),
    ${service === undefined ? '' : served}
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "injector")],
);
`;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function listen(answer: Answering): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
