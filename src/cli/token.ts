import { parseArgs } from 'node:util';
import { createToken } from './token-entry.ts';

/** `npm run token -- --name cms --scope write`: a new token, shown once, and what the deployment has to know of it. */
const USAGE = 'npm run token -- --name <who uses it> [--scope read+write+ingest]';

try {
  const { values } = parseArgs({ options: { name: { type: 'string' }, scope: { type: 'string' } } });
  const { token, entry } = createToken(values.name ?? '', values.scope);
  console.log(`Token, shown this once; hand it to its user and keep no copy:

  ${token}

Entry of API_TOKENS (the digest alone, it opens nothing):

  ${entry}

Put it behind a comma after the entries that are there, and send the whole list:

  npx wrangler secret put API_TOKENS`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
}
