#!/bin/sh
# In a bundle of esbuild 0.28.2, `z.catch` of zod/mini (zod 4.6.7) weighs twelve times what `z._default` does: 11 KB,
# minified, nearly as much as zod/mini itself.
#
# It calls a helper as `core.util.constantCatch(...)`, by way of two namespaces. esbuild looks through one: of `core.util`
# it keeps every helper there is. Rollup 4.68.8 looks through both, and keeps the one. zod/mini is chosen for its bytes,
# and most tools of the edge bundle with esbuild.
#
# Seen: "esbuild: default +911, catch +11143; rollup: default +890, catch +824" (bytes, minified).
# src/core/or-else.ts makes the same schema without that helper.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund \
  zod@4.6.7 esbuild@0.28.2 rollup@4.68.8 @rollup/plugin-node-resolve@16.0.3 >/dev/null 2>&1
cat >weigh.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';

const SCHEMAS = { plain: 'z.string()', default: "z._default(z.string(), 'x')", catch: "z.catch(z.string(), 'x')" };

const BUNDLERS = {
  async esbuild(file) {
    const { outputFiles } = await build({ entryPoints: [file], bundle: true, minify: true, format: 'esm', write: false });
    return outputFiles[0].contents.length;
  },
  async rollup(file) {
    const bundle = await rollup({ input: file, plugins: [nodeResolve()], logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'es' });
    return (await transform(output[0].code, { minify: true, format: 'esm' })).code.length;
  },
};

const added = {};
for (const [bundler, weigh] of Object.entries(BUNDLERS)) {
  const bytes = {};
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    writeFileSync('entry.mjs', `import * as z from 'zod/mini';\nexport const schema = z.object({ member: ${schema} });`);
    bytes[name] = await weigh('entry.mjs');
  }
  added[bundler] = { default: bytes.default - bytes.plain, catch: bytes.catch - bytes.plain };
}
console.log(
  Object.entries(added)
    .map(([bundler, more]) => `${bundler}: default +${more.default}, catch +${more.catch}`)
    .join('; '),
);
const isSurprise = added.esbuild.catch > 5 * added.esbuild.default && added.rollup.catch < 2 * added.rollup.default;
process.exit(isSurprise ? 0 : 1);
JS
node weigh.mjs
