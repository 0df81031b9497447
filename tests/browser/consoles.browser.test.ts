import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMOS } from '../../src/pages/embed/demo-page.tsx';
import { type LocalService, startLocalService } from '../cli/local-service.ts';
import { ENGINES, readConsole } from './engines/engines.ts';

/** Pages of ours, of each kind that we have. */
const PATHS = [
  '/',
  '/articles/saltmere-ferry-suspended-after-cracks-found-in-pier',
  '/embed',
  '/embed?language=de&file=full&feature=ask&feature=share&theme=brand',
  '/demo',
  ...DEMOS.map(({ name }) => `/demo/${name}`),
  '/docs',
  '/desk',
];

/** A dozen pages, each of which is waited for until it has come to rest. */
const PATIENCE_MS = 240_000;

describe.skipIf(ENGINES.every(({ open }) => open === undefined))('the console of our own pages', () => {
  let service: LocalService;
  beforeAll(async () => {
    service = await startLocalService();
  });
  afterAll(() => service.interrupt());

  it.each(ENGINES.filter(({ open }) => open !== undefined))(
    'shows no error in $name',
    async (engine) => {
      const urls = PATHS.map((path) => `${service.origin}${path}`);
      for (const url of urls) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
      expect(await readConsole(engine, urls)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
