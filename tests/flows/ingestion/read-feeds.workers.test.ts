import { reset } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { AUTHORIZED, call } from '../../http/service.ts';
import { FEEDS_HOST, requestsLeftBehind } from './publisher.ts';

async function readFeeds(): Promise<string[]> {
  await requestsLeftBehind(FEEDS_HOST);
  await exports.default.readFeeds();
  const asked = await requestsLeftBehind(FEEDS_HOST);
  return asked.map((address) => new URL(address).pathname).filter((path) => path !== '/robots.txt');
}

describe('feeds by the clock, in workerd', () => {
  afterEach(() => reset());

  it('are read one after the other, whatever those before have done, and their pages become articles', async () => {
    expect(await readFeeds()).toEqual([
      '/broken.xml',
      '/no-feed.xml',
      '/feed.xml',
      '/stories/from-feed',
      '/missing-from-feed',
    ]);
    const list = await call('/v1/articles', { headers: AUTHORIZED });
    expect(await list.json()).toMatchObject({
      items: [{ url: `https://${FEEDS_HOST}/stories/from-feed` }],
    });
    const status = await call('/v1/status', { headers: AUTHORIZED });
    expect(await status.json()).toMatchObject({
      feeds: [
        {
          feed: `https://${FEEDS_HOST}/broken.xml`,
          outcome: 'failed',
          detail: 'its server answered 503',
        },
        { feed: `https://${FEEDS_HOST}/no-feed.xml`, outcome: 'failed', detail: 'it is no feed' },
        { feed: `https://${FEEDS_HOST}/feed.xml`, outcome: 'read', created: 1, refused: 1 },
      ],
    });
  });

  it('are remembered: what has not changed is not read again, and what failed is left alone for a while', async () => {
    await readFeeds();
    expect(await readFeeds()).toEqual(['/feed.xml']);
  });
});
