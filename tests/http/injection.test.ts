import { describe, expect, it } from 'vitest';
import { STYLE_PATH, writePiece } from '../../src/core/injection/box-markup.ts';
import { AUTHORIZED, createMemoryService } from './memory-service.ts';

const PARAGRAPHS = [
  'The harbour bridge will close on 3 May, the board said on Monday, after divers found cracks in two of its piers.',
  'Buses will run on the old road until the autumn, and the ferry will sail twice as often as it does today.',
  'A new bridge would cost 90 million, which nobody has promised to pay, and the board meets again in a fortnight.',
];
const STORY = `<html lang="en"><head><title>Bridge</title><meta property="og:type" content="article"></head><body><article class="story"><h1>Harbour bridge to close</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

let body = STORY;
const service = () =>
  createMemoryService(
    { SITES: 'news.example' },
    {},
    {
      send: async (address) => {
        const { pathname } = new URL(address);
        if (pathname === '/robots.txt') return new Response('', { status: 404 });
        return new Response(pathname.startsWith('/stories/') ? body : '<p>Front</p>', {
          headers: { 'Content-Type': 'text/html' },
        });
      },
    },
  );
const path = (url: string) => `/v1/injection?url=${encodeURIComponent(url)}`;
const BRIDGE = path('https://news.example/stories/bridge');

describe('what goes into a page', () => {
  it('is nothing at the first view, and is learned behind it', async () => {
    const { call, background } = service();
    expect((await call(BRIDGE)).status).toBe(404);
    await Promise.all(background);
    const answer = await call(BRIDGE);
    expect(answer.status).toBe(200);
    const { places, box, version } = (await answer.json()) as {
      places: object;
      box: Parameters<typeof writePiece>[0];
      version: string;
    };
    expect(places).toMatchObject({
      scope: null,
      paragraph: { selector: 'article.story > p:nth-of-type(3)', count: 1 },
    });
    expect(version).toMatch(/^[\w.-]+$/u);
    const piece = writePiece(box, 'above', false);
    expect(piece).toContain(STYLE_PATH);
    expect(piece).toContain('No time to read?');
    expect(piece).toContain('The harbour bridge will close on 3 May');
  });

  it('is learned of the publisher’s page for an article that was sent', async () => {
    const { call, background, put } = service();
    await put('bridge', {
      title: 'Harbour bridge to close',
      text: PARAGRAPHS.join('\n\n'),
      url: 'https://news.example/stories/bridge',
    });
    await call(BRIDGE);
    await Promise.all(background);
    expect((await call(BRIDGE)).status).toBe(200);
    const stored = await call('/v1/articles/bridge', { headers: AUTHORIZED });
    expect(((await stored.json()) as { source: string }).source).toBe('api');
  });

  it('is nothing for a page without an article, and nobody reads it again at every view', async () => {
    const { call, background } = service();
    const front = path('https://news.example/section');
    await call(front);
    await Promise.all(background);
    const learned = background.length;
    expect((await call(front)).status).toBe(404);
    expect(background).toHaveLength(learned);
  });

  it('goes with the summary that was switched off', async () => {
    const { call, background, put } = service();
    const article = {
      title: 'Bridge',
      text: PARAGRAPHS.join('\n\n'),
      url: 'https://news.example/stories/bridge',
    };
    await put('bridge', { ...article, summaryEnabled: false });
    await call(BRIDGE);
    await Promise.all(background);
    expect((await call(BRIDGE)).status).toBe(404);
  });

  it('changes its version with the article', async () => {
    const { call, background, put } = service();
    const article = {
      title: 'Bridge',
      text: PARAGRAPHS.join('\n\n'),
      url: 'https://news.example/stories/bridge',
    };
    await put('bridge', article);
    await call(BRIDGE);
    await Promise.all(background);
    const before = await call(BRIDGE);
    await put('bridge', { ...article, title: 'Another bridge', updatedAt: '2099-01-01T00:00:00Z' });
    const after = await call(BRIDGE);
    expect(after.headers.get('ETag')).not.toBe(before.headers.get('ETag'));
  });

  it('is ASCII, whatever the language, and ends no element that it stands in', async () => {
    body = STORY.replace('The harbour bridge', 'Die Brücke “Süd” </script><!-- &amp; 潮');
    const { call, background } = service();
    await call(BRIDGE);
    await Promise.all(background);
    body = STORY;
    const { box } = (await (await call(BRIDGE)).json()) as { box: Record<string, string> };
    for (const markup of Object.values(box)) expect(markup).toMatch(/^[\x20-\x7e]*$/u);
    expect(box.data?.match(/<\/script>/gu)).toHaveLength(1);
  });

  it('is told for no site of others', async () => {
    const { call } = service();
    expect((await call(path('https://other.example/stories/bridge'))).status).toBe(403);
    expect((await call('/v1/injection')).status).toBe(422);
  });
});
