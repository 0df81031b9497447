#!/bin/sh
# workerd 1.20261117.1 compiles every ES module of a Worker when it starts, those too that nothing but an import() names and
# that nobody has asked for yet, if the Worker's compatibility date is before 2026-11-17; from that date on it compiles a
# module when it is first imported.
#
# Cutting a Worker into pieces with import() therefore saves nothing at its start before that date, and all of it after.
#
# Seen: CPU of a process until its first answer, of which no module of 2.6 MB is a part: without the module 21 ms, imported
# statically 94 ms; beside, never imported, 88 ms by the date 2026-11-16 and 31 ms by the date 2026-11-17. Checked is that the
# third is nearer to the second than to the first, and the fourth nearer to the first. docs/architecture.md
# (What runs when) takes account of it. Linux: CPU is read from /proc.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund workerd@1.20261117.1 >/dev/null 2>&1
cat >measure.mjs <<'JS'
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const PORT = 8947;
const FUNCTIONS = 20_000;
const numbers = Array.from({ length: FUNCTIONS }, (_, number) => number);
const body = (n) =>
  `function f${n}(a,b){const x=a*${n}+b;if(x>3)return [x,{a,b,c:"s${n}"}].map(y=>y+1);for(let k=0;k<a;k++)b+=k;return b}`;
writeFileSync('big.js', `${numbers.map(body).join('\n')}\nexport const all=[${numbers.map((n) => `f${n}`)}];`);
writeFileSync(
  'lazy.js',
  `export default {async fetch({url}){if(url.endsWith("/big"))return new Response(String((await import("./big.js")).all.length));return new Response("small")}}`,
);
writeFileSync('static.js', `import {all} from "./big.js";export default {fetch:()=>new Response(String(all.length))}`);
const configure = (name, main, isBeside, date) =>
  writeFileSync(
    `${name}.capnp`,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (compatibilityDate = "${date}", modules = [(name = "main.js", esModule = embed "${main}")${isBeside ? ', (name = "big.js", esModule = embed "big.js")' : ''}]))], sockets = [(name = "http", address = "127.0.0.1:${PORT}", http = (), service = "main")]);`,
  );
configure('without', 'lazy.js', false, '2026-11-16');
configure('imported', 'static.js', true, '2026-11-16');
configure('beside-before', 'lazy.js', true, '2026-11-16');
configure('beside-after', 'lazy.js', true, '2026-11-17');

/** CPU of all threads in milliseconds. */
const cpuMs = (pid) =>
  readdirSync(`/proc/${pid}/task`).reduce(
    (sum, task) => sum + Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
    0,
  );

async function costOf(name) {
  const server = spawn('./node_modules/.bin/workerd', ['serve', `${name}.capnp`, 'config'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const answer = await fetch(`http://127.0.0.1:${PORT}/`).catch(() => undefined);
      if (answer?.ok) return cpuMs(server.pid);
      await sleep(25);
    }
    throw new Error('workerd did not answer');
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

const NAMES = ['without', 'imported', 'beside-before', 'beside-after'];
const costs = Object.fromEntries(NAMES.map((name) => [name, []]));
for (let round = 0; round < 5; round += 1) for (const name of NAMES) costs[name].push(await costOf(name));
const [without, imported, before, after] = NAMES.map((name) => costs[name].sort((a, b) => a - b)[2]);
console.log(NAMES.map((name) => `${name} ${costs[name][2].toFixed(0)} ms`).join(', '));
const isCompiled = (cost) => cost - without > imported - cost;
process.exit(isCompiled(before) && !isCompiled(after) ? 0 : 1);
JS
node measure.mjs
