import { describe, expect, it } from 'vitest';
import { DEMOS } from '../../src/pages/embed/demo-page.tsx';
import { call, ORIGIN, putArticle } from './service.ts';

const TEXT =
  'The ferry stopped on Monday after divers found cracks. The operator hired a launch with twelve seats. Islanders will meet the council on Thursday evening. Repairs will take eleven weeks and cost two million. Nobody was hurt in the pier.';

async function publish(slug: string, more: Record<string, unknown> = {}): Promise<void> {
  const response = await putArticle(slug, {
    title: 'Ferry & pier <stopped>',
    text: TEXT,
    language: 'en',
    ...more,
  });
  expect([200, 201]).toContain(response.status);
}

describe('the hosted summary', () => {
  it.each([
    '/articles/ferry-one/summary',
    `/s?url=${encodeURIComponent(`${ORIGIN}/articles/ferry-one`)}&utm_source=mail`,
  ])('works without scripts at %s and is for readers, not for search engines', async (path) => {
    await publish('ferry-one');
    const response = await call(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
    expect(response.headers.get('Content-Security-Policy')).not.toContain('script-src');
    const html = await response.text();
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/articles/ferry-one"`);
    expect(html).toContain('Ferry &amp; pier &lt;stopped&gt;');
    expect(html).toContain(`href="${ORIGIN}/articles/ferry-one#p1"`);
    expect(html).not.toContain('<script');
  });

  it('leads into the publisher’s page by text fragments', async () => {
    await publish('ferry-two', { url: 'https://news.example/ferry' });
    const html = await (await call('/s?url=https://news.example/ferry')).text();
    expect(html).toContain('https://news.example/ferry#:~:text=');
    expect(html).toContain('<link rel="canonical" href="https://news.example/ferry"');
  });

  it('shows more at a greater length, and the first length for one that does not exist', async () => {
    await publish('ferry-three');
    const points = async (query: string) => {
      const html = await (await call(`/articles/ferry-three/summary${query}`)).text();
      return html.match(/<li dir="auto">/gu)?.length;
    };
    expect(await points('')).toBe(3);
    expect(await points('?length=medium')).toBe(5);
    expect(await points('?length=huge')).toBe(3);
  });

  it('is not sent again to whoever has it', async () => {
    await publish('ferry-four');
    const first = await call('/articles/ferry-four/summary');
    const etag = first.headers.get('ETag') ?? '';
    await first.text();
    const again = await call('/articles/ferry-four/summary', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  it.each([
    { path: '/s', status: 404 },
    { path: '/s?url=nonsense', status: 404 },
    { path: '/s?url=https://unknown.example/x', status: 403 },
    { path: '/articles/never-written/summary', status: 404 },
    { path: '/articles/Not_A_Slug/summary', status: 404 },
  ])('answers $path with $status', async ({ path, status }) => {
    expect((await call(path)).status).toBe(status);
  });

  it('does not show a summary that is switched off', async () => {
    await publish('ferry-five', { summaryEnabled: false });
    expect((await call('/articles/ferry-five/summary')).status).toBe(404);
  });
});

describe('the summary by page address', () => {
  it('knows our own pages', async () => {
    await publish('ferry-six');
    const response = await call(
      `/v1/summary?url=${encodeURIComponent(`${ORIGIN}/articles/ferry-six`)}&include=labels`,
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      article: { slug: 'ferry-six' },
      labels: { language: 'en' },
    });
  });
});

describe('the article page', () => {
  it('lets the widget run and nothing else, also when a cache asks again', async () => {
    await publish('ferry-seven');
    const page = await call('/articles/ferry-seven');
    const policy = page.headers.get('Content-Security-Policy');
    expect(policy).toContain("script-src 'self'; connect-src 'self'");
    expect(await page.text()).toContain('<script async="" src="/widget/v1/standfirst.en.js">');
    const again = await call('/articles/ferry-seven', {
      headers: { 'If-None-Match': page.headers.get('ETag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect(again.headers.has('Content-Security-Policy')).toBe(false); // The cache keeps the one it has.
  });
});

describe('the configurator', () => {
  it('writes the snippet, the integrity value and the policy for what was chosen', async () => {
    const html = await (
      await call(
        '/embed?language=de&file=full&position=top&length=long&theme=brand&accent=%23990f3d&feature=jump',
      )
    ).text();
    const lines = html
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(lines).toMatch(
      /src="https:\/\/standfirst\.test\/widget\/[\d.]+\/standfirst\.full\.de\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous"/u,
    );
    expect(lines).toContain('<stand-first position="top" length="long" features="jump">');
    expect(lines).toContain('--standfirst-accent:#990f3d');
    expect(lines).toContain(`script-src ${ORIGIN}; connect-src ${ORIGIN}`);
  });

  it('takes nothing into its page that is no setting', async () => {
    const response = await call(
      '/embed?language=%3Cscript%3E&theme=brand&accent=red;}*{display:none&feature=%22onload%3D&utm_source=x',
    );
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('display:none&');
    expect(html).not.toContain('accent:red');
  });
});

describe('the demonstrations', () => {
  it.each(DEMOS.map(({ name }) => name))(
    '/demo/%s stands, with a policy and without an entry in search engines',
    async (name) => {
      const response = await call(`/demo/${name}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
      expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    },
  );

  it.each(['/demo/en/v1/summary?url=x&length=medium&include=labels&labels=de', '/demo/ar/v1/summary'])(
    '%s answers as the service does',
    async (path) => {
      const response = await call(path);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await response.json()).toMatchObject({ type: 'key-points', labels: expect.any(Object) });
    },
  );

  it.each([
    ['length=long&labels=not_a_tag', { length: 'long', labels: { language: 'en' } }],
    ['length=huge&labels=de', { length: 'short', labels: { language: 'de' } }],
  ])('leave out of %s only what there is not', async (query, summary) => {
    const response = await call(`/demo/en/v1/summary?${query}`);
    expect(await response.json()).toMatchObject(summary);
  });

  it.each(['/demo/nothing', '/demo/xx/v1/summary'])('%s is not there', async (path) => {
    expect((await call(path)).status).toBe(404);
  });
});
