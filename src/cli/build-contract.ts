import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { CONTRACT_PATH } from '../http/contract.ts';
import type { Contract } from '../http/openapi/openapi-object.ts';

/**
 * `npm run build:contract`: writes the contract that `/openapi.json` and `/docs` answer with beside the Worker. To be run
 * when a call, a schema or a note has changed; a test tells when it was forgotten.
 */
export const CONTRACT_FILE: string = fileURLToPath(new URL(`../../public${CONTRACT_PATH}`, import.meta.url));
const SOURCE = fileURLToPath(new URL('../http/openapi/describe-contract.ts', import.meta.url));

/** One line a path and a schema, so that a change of the contract is read as one. */
export function formatContract({ paths, components, ...rest }: Contract): string {
  const { schemas, ...others } = components;
  return `{
${membersOf(rest)},
"paths":{
${membersOf(paths)}
},
"components":{
"schemas":{
${membersOf(schemas)}
},
${membersOf(others)}
}
}
`;
}

function membersOf(value: object): string {
  const members = Object.entries(value);
  return members.map(([name, of]) => `${JSON.stringify(name)}:${JSON.stringify(of)}`).join(',\n');
}

/** Bundled, since some of what is described stands beside pages in JSX, which Node does not read. */
async function loadSource(): Promise<{ describeContract: () => Contract }> {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`
  );
}

if (import.meta.filename === process.argv[1])
  writeFileSync(CONTRACT_FILE, formatContract((await loadSource()).describeContract()));
