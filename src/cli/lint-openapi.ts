import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * `npm run lint:openapi`: holds the document that a running service answers with (`npm start`, or any address given)
 * against Spectral's rules for OpenAPI, errors and warnings alike.
 *
 * Spectral brings 204 packages (68 MB), so it is fetched for the occasion, in this exact version.
 */
const SPECTRAL = '@stoplight/spectral-cli@6.16.3';
const FOLDER = 'reports';
const address = process.argv[2] ?? 'http://localhost:8787/openapi.json';

const response = await fetch(address).catch(() => undefined);
if (response?.ok !== true) {
  console.error(
    `Nothing answers at ${address}. Start the service with npm start, or give the address of its document.`,
  );
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}/openapi.json`, JSON.stringify(await response.json(), null, 2));
writeFileSync(`${FOLDER}/spectral.yaml`, 'extends: ["spectral:oas"]\n');
try {
  const rules = ['--fail-severity', 'warn', '--ruleset', `${FOLDER}/spectral.yaml`];
  execFileSync('npx', ['--yes', SPECTRAL, 'lint', ...rules, `${FOLDER}/openapi.json`], { stdio: 'inherit' });
} catch {
  process.exitCode = 1; // Spectral has told why.
}
