import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { answerAsNetwork, FEEDS_HOST, PUBLISHER_HOST } from './flows/ingestion/publisher.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** SHA-256 of `test-token`, as `API_TOKENS` stores it. */
const TEST_TOKEN_DIGEST = '4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';

/** `.ci/run` asks for a report that it can count. */
const reportFile = process.env.STANDFIRST_TEST_REPORT;

/** Only to end a test that hangs: how fast things are is for the benchmarks, and machines are busy. */
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };

export default defineConfig({
  root,
  test: {
    // By default one core is left idle, which is half of a machine of two.
    maxWorkers: '100%',
    reporters: reportFile === undefined ? ['default'] : ['default', ['json', { outputFile: reportFile }]],
    // The service's own request lines would bury the report.
    onConsoleLog: (line) => !line.startsWith('{"method":'),
    globalSetup: [`${root}/tests/seed-page.ts`, `${root}/tests/suites/ssrf-cases.ts`],
    projects: [
      {
        test: {
          ...PATIENCE,
          name: 'pure',
          root,
          environment: 'node',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [
            'tests/**/*.workers.test.ts',
            'tests/**/*.browser.test.ts',
            'tests/clients/**',
            '**/node_modules/**',
          ],
        },
      },
      {
        plugins: [
          cloudflareTest({
            remoteBindings: false,
            wrangler: { configPath: `${root}/wrangler.toml` },
            miniflare: {
              bindings: {
                API_TOKENS: `tester:${TEST_TOKEN_DIGEST}`,
                PUBLIC_ORIGIN: 'https://standfirst.test',
                SITES: `${PUBLISHER_HOST},${FEEDS_HOST},allowed.example`,
                FEEDS: ['broken', 'no-feed', 'feed']
                  .map((name) => `https://${FEEDS_HOST}/${name}.xml`)
                  .join(','),
              },
              outboundService: answerAsNetwork,
            },
          }),
        ],
        test: {
          ...PATIENCE,
          name: 'workers',
          root,
          include: ['tests/**/*.workers.test.ts'],
          // A CommonJS package that requires an ES module: as in the Worker's bundle, it is one module.
          deps: { optimizer: { ssr: { enabled: true, include: ['html-encoding-sniffer'] } } },
        },
      },
      {
        test: {
          ...PATIENCE,
          name: 'browser',
          root,
          environment: 'node',
          include: ['tests/**/*.browser.test.ts'],
        },
      },
    ],
  },
});
