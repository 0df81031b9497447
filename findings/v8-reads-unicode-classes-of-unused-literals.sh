#!/bin/sh
# V8 (Node 24.21.0) checks a regular expression literal while it reads over a function that is never called, and to check
# a class of Unicode's properties it makes the whole set of the class. So a file pays for each such literal whenever it is
# compiled, whether anything ever runs it or not; a RegExp made of a string costs nothing before it is made.
#
# Seen: compiling 50 functions that nobody calls, the shortest of 21 times: with /[a-z]/u 0.06 ms, with /\p{L}/u 1.4 ms,
# with a class of scripts 1.3 ms, with new RegExp() of the same class 0.07 ms. Checked is that both classes take more than
# ten times as long as the plain one, and as the string. src/core/summarizer/memory/late-expression.ts takes account of it.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0 >/dev/null 2>&1
cat >measure.cjs <<'JS'
const { Script } = require('node:vm');

const FUNCTIONS = 50;
const ROUNDS = 21;
const SCRIPTS = '[\\p{Script=Han}\\p{Script=Hiragana}]';
const BODIES = {
  plain: '/[a-z]/u.test(text)',
  letters: '/\\p{L}/u.test(text)',
  scripts: `/${SCRIPTS}/u.test(text)`,
  string: `new RegExp(${JSON.stringify(SCRIPTS)}, "u").test(text)`,
};

/** The number keeps V8 from finding the script among those that it has compiled. */
function compileMs(body, round) {
  const functions = Array.from({ length: FUNCTIONS }, (_, at) => `function f${at}(text){return ${body}}`);
  const start = performance.now();
  new Script(`${functions.join('\n')}\n// ${round}`);
  return performance.now() - start;
}

const times = Object.fromEntries(
  Object.entries(BODIES).map(([name, body]) => [
    name,
    Math.min(...Array.from({ length: ROUNDS }, (_, round) => compileMs(body, round))),
  ]),
);
console.log(process.version, process.versions.v8, JSON.stringify(times));
if (Math.min(times.letters, times.scripts) < 10 * Math.max(times.plain, times.string)) process.exit(1);
JS
./node_modules/.bin/node measure.cjs
