#!/bin/sh
# workerd 1.20261117.1 sends a GET again by itself where the server ends a connection that was used before without an
# answer; 1.20261023.1 does not. Neither repeats on a new connection, nor a POST.
#
# So one fetch() of a Worker can be two requests at the other side. What counts requests there counts that too: our tests
# of pages that hang up have the publisher serve one request a connection.
#
# Seen, requests that arrived for one fetch() that failed with "Network connection lost": GET on a new connection 1 and 1,
# GET on a used one 1 and 2, POST on a used one 1 and 1. Checked is that.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in 1.20261023.1 1.20261117.1; do
  mkdir "$version"
  (cd "$version" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund "workerd@$version" >/dev/null 2>&1)
done
cat >count.mjs <<'JS'
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [ORIGIN_PORT, PORT] = [8951, 8952];
let lost = 0;
/** Keeps connections; hangs up on whoever asks for /lost. */
const origin = createServer((socket) => {
  socket.on('error', () => {});
  socket.on('data', (data) => {
    if (String(data).split(' ')[1] !== '/lost') return socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    lost += 1;
    socket.destroy();
  });
});
await new Promise((listening) => origin.listen(ORIGIN_PORT, '127.0.0.1', listening));
writeFileSync(
  'worker.js',
  `export default { async fetch({ url }) {
    const { searchParams } = new URL(url);
    const method = searchParams.get('method');
    if (searchParams.has('used')) await (await fetch('http://origin.example/')).text();
    const body = method === 'POST' ? 'x' : undefined;
    return fetch('http://origin.example/lost', { method, body }).catch(({ message }) => new Response(message));
  } }`,
);
writeFileSync(
  'config.capnp',
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (compatibilityDate = "2026-10-01", modules = [(name = "worker.js", esModule = embed "worker.js")], globalOutbound = "origin")),
    (name = "origin", external = (address = "127.0.0.1:${ORIGIN_PORT}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${PORT}", http = (), service = "main")],
);`,
);

async function countsOf(version) {
  const server = spawn(`${version}/node_modules/.bin/workerd`, ['serve', 'config.capnp', 'config'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const ask = (query) => fetch(`http://127.0.0.1:${PORT}/?${query}`).then((answer) => answer.text());
  try {
    for (let attempt = 0; attempt < 200 && !(await ask('method=GET').catch(() => '')); attempt += 1) await sleep(25);
    const counts = [];
    for (const query of ['method=GET', 'method=GET&used', 'method=POST&used']) {
      lost = 0;
      const said = await ask(query);
      counts.push(`${query}: ${lost} (${said})`);
    }
    return counts;
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

const [before, after] = [await countsOf('1.20261023.1'), await countsOf('1.20261117.1')];
origin.close();
console.log(before.join('\n'));
console.log(after.join('\n'));
const requests = (counts) => counts.map((count) => /: (\d)/.exec(count)[1]).join(' ');
process.exit(requests(before) === '1 1 1' && requests(after) === '1 2 1' ? 0 : 1);
JS
node count.mjs
