#!/bin/sh
# esbuild 0.28.2 bundles lexrank 1.0.5 (by way of natural, which asks for require('underscore')._) into code that throws.
#
# esbuild adds the condition `module` to what it resolves, for require() too, so underscore comes as its ES module, and
# the namespace of that has no member `_`. Node itself, and esbuild with an empty list of conditions, take the CommonJS
# file, where `_` is there.
#
# Seen: "bundled as usual: TypeError", "bundled without conditions: summary". tests/bench/cold/subjects.ts takes account of it.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts esbuild@0.28.2 lexrank@1.0.5 >/dev/null 2>&1
cat >entry.cjs <<'JS'
const lexrank = require('lexrank');
const text = 'The ferry sails at noon. It carries forty people and their bicycles. The harbour board wants a larger one. Nobody knows who would pay for it.';
try {
  lexrank.summarize(text, 2, (error, top) => console.log(error ? 'error' : Array.isArray(top) ? 'summary' : 'nothing'));
} catch (error) {
  console.log(error.name);
}
JS
./node_modules/.bin/esbuild entry.cjs --bundle --platform=node --outfile=usual.cjs --log-level=error
./node_modules/.bin/esbuild entry.cjs --bundle --platform=node --conditions= --outfile=plain.cjs --log-level=error
usual="$(node --no-deprecation usual.cjs)"
plain="$(node --no-deprecation plain.cjs)"
echo "bundled as usual: $usual"
echo "bundled without conditions: $plain"
[ "$usual" = TypeError ] && [ "$plain" = summary ]
