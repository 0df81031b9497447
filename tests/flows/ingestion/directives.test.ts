import { describe, expect, it } from 'vitest';
import { AUTHORIZED } from '../../http/memory-service.ts';
import { PARAGRAPHS, page, storyPage } from './upstream.ts';
import { createWorld, HOUR_MS, kindOf, listed, STORY } from './world.ts';

describe('what publishers ask for', () => {
  it('robots.txt keeps us out by our name or by all names, and is read once a day', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    world.upstream.robots = 'User-agent: *\nAllow: /\n\nUser-agent: Standfirst\nDisallow: /2026/\n';
    expect(await kindOf(await world.summary())).toBe('404 page-opted-out');
    expect(world.upstream.requests).toHaveLength(0);
    await world.summary('https://news.example/other');
    expect(world.upstream.robotsRequests).toBe(1);
    world.clock.now += 25 * HOUR_MS;
    world.upstream.robots = 'User-agent: *\nDisallow: /private\n';
    expect((await world.summary()).status).toBe(200);
    expect(world.upstream.robotsRequests).toBe(2);
  });

  it.each([401, 403, 404, 410])('where robots.txt answers %d everything may be read', async (status) => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    world.upstream.robots = status;
    expect((await world.summary()).status).toBe(200);
  });

  it.each([500, 503, 429])('while robots.txt answers %d nothing is read', async (status) => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    world.upstream.robots = status;
    expect(await kindOf(await world.summary())).toBe('502 page-unavailable');
    expect(world.upstream.requests).toHaveLength(0);
  });

  it.each([
    ['<meta name="robots" content="index, noai">', '404 page-opted-out'],
    ['<meta name="robots" content="noarchive">', '404 page-opted-out'],
    ['<meta name="ROBOTS" content="NOSNIPPET">', '404 page-opted-out'],
    ['<meta name="robots" content="max-snippet:0">', '404 page-opted-out'],
    ['<meta name="standfirst" content="off">', '404 page-opted-out'],
  ])('%s is honoured', async (head, problem) => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage({ head }));
    expect(await kindOf(await world.summary())).toBe(problem);
    expect(await listed(world)).toEqual([]);
  });

  it.each([
    '<meta name="robots" content="noai"><meta name="standfirst" content="all">',
    '<meta name="robots" content="index, follow, max-snippet:-1">',
    '<meta name="robots" content="noindex">',
  ])('%s lets us in', async (head) => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage({ head }));
    expect((await world.summary()).status).toBe(200);
  });

  it('X-Robots-Tag is honoured where it is said to all or to us', async () => {
    for (const [field, status] of [
      ['noai', 404],
      ['standfirst: noai', 404],
      ['otherbot: noai', 200],
      ['noindex', 200],
    ] as const) {
      const world = createWorld();
      world.upstream.put(STORY, () => page(storyPage(), { 'X-Robots-Tag': field }));
      expect([field, (await world.summary()).status]).toEqual([field, status]);
    }
  });

  it('data-nosnippet and hidden words are never quoted', async () => {
    const world = createWorld();
    const secret =
      'The secret sentence of this story is about the bridge and the council and must not be shown.';
    const hidden = [
      'data-nosnippet',
      'style="display:none"',
      'style="position:absolute;left:-9999px"',
      'aria-hidden="true"',
      'hidden',
      'class="sr-only"',
      'style="height:0;overflow:hidden"',
    ]
      .map((attribute) => `<div ${attribute}><p>${secret}</p></div>`)
      .join('');
    world.upstream.put(STORY, storyPage().replace('</article>', `${hidden}</article>`));
    await world.summary();
    const [{ slug } = { slug: '' }] = await listed(world);
    const { text, html } = (await (
      await world.call(`/v1/articles/${slug}`, { headers: AUTHORIZED })
    ).json()) as Record<string, string>;
    expect(text).not.toContain('secret');
    expect(html).not.toContain('secret');
  });

  it('a page that is not free gives its teaser, with the warning', async () => {
    const world = createWorld();
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour bridge closes in May","isAccessibleForFree":false}</script>';
    world.upstream.put(STORY, storyPage({ head }));
    const body = (await (await world.summary()).json()) as { warnings: string[] };
    expect(JSON.stringify(body.warnings)).toContain('teaser-only');
  });

  it('a redirect leads no further than robots.txt does, of the same host and of another', async () => {
    const world = createWorld();
    const leads = (from: string, to: string) =>
      world.upstream.put(from, () => new Response(null, { status: 302, headers: { Location: to } }));
    leads('https://news.example/short', '/private/story');
    leads('https://news.example/away', 'https://www.news.example/private/story');
    for (const host of ['news.example', 'www.news.example'])
      world.upstream.put(`https://${host}/private/story`, storyPage());
    world.upstream.robots = 'User-agent: *\nDisallow: /private/';
    for (const path of ['short', 'away'])
      expect(await kindOf(await world.summary(`https://news.example/${path}`))).toBe('404 page-opted-out');
    expect(world.upstream.requests.map(({ url }) => url)).toEqual([
      'https://news.example/short',
      'https://news.example/away',
    ]);
    expect(world.upstream.robotsRequests).toBe(2);
  });

  it('a robots.txt of more than half a megabyte is read to there', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    world.upstream.robots = `User-agent: Standfirst\nDisallow: /\n${'# filling\n'.repeat(100_000)}`;
    expect(await kindOf(await world.summary())).toBe('404 page-opted-out');
  });

  it.each(['text/plain', 'text/markdown'])('X-Robots-Tag is honoured on %s', async (type) => {
    const world = createWorld();
    const headers = { 'Content-Type': type, 'X-Robots-Tag': 'noai' };
    world.upstream.put(STORY, () => page(`Title\n\n${PARAGRAPHS.join('\n\n')}`, headers));
    expect(await kindOf(await world.summary())).toBe('404 page-opted-out');
  });
});
