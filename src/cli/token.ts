import { parseArgs } from 'node:util';
import { SCOPES } from '../http/api-token.ts';
import { createToken } from './token-entry.ts';

/** `npm run token -- --name cms --scope write`: a new token, shown once, and what the deployment has to know of it. */
const USAGE = `Makes a token and what a deployment has to know of it.

  npm run token -- --name cms --scope read+write

  --name <name>    who uses it: letters, digits, points, hyphens, underscores
  --scope <scope>  ${SCOPES.join(', ')}, joined by +; all when it is not given`;

try {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, scope: { type: 'string' }, help: { type: 'boolean' } },
  });
  console.log(values.help === true ? USAGE : announce(createToken(values.name ?? '', values.scope)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}

function announce({ token, entry }: ReturnType<typeof createToken>): string {
  return `Token, shown this once; hand it to its user and keep no copy:

  ${token}

Entry of API_TOKENS (the digest alone, it opens nothing):

  ${entry}

Put it behind a comma after the entries that are there, and send the whole list:

  npx wrangler secret put API_TOKENS`;
}
