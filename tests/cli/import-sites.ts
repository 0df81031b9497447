import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { storyPage } from '../flows/ingestion/upstream.ts';

export interface LoopbackServer {
  origin: string;
  close(): Promise<void>;
}

export async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type App = (request: Request) => Promise<Response>;

/** An application behind a real socket. */
export function serveApp(app: App): Promise<LoopbackServer> {
  return serve((request, response) => void answerBy(app, request, response));
}

async function answerBy(app: App, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  const { method = 'GET', url, headers } = request;
  const answered = await app(
    new Request(`https://standfirst.test${url}`, {
      method,
      headers: headers as Record<string, string>,
      ...(method === 'GET' ? {} : { body: Buffer.concat(parts) }),
    }),
  );
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(await answered.text());
}

/** Posts of a publisher, which an editor may change. */
export interface Posts {
  count: number;
  titles: Map<number, string>;
}

export function createPosts(count: number): Posts {
  return { count, titles: new Map() };
}

function titleOf(posts: Posts, id: number): string {
  return posts.titles.get(id) ?? `Story number ${id}`;
}

function bodyOf(id: number): string {
  return `<p>Story ${id} begins on the quay, where the ferry of ${id} passengers lay at noon.</p><p>It ends there too, much later.</p>`;
}

function instantOf(id: number): string {
  return new Date(Date.UTC(2020, 0, 1) + id * 3_600_000).toISOString();
}

/** Oldest first; what was edited counts from then. */
function idsSince(posts: Posts, since: string | null): number[] {
  const all = Array.from({ length: posts.count }, (_, index) => index + 1);
  return since === null ? all : all.filter((id) => Date.parse(changedAt(posts, id)) >= Date.parse(since));
}

function changedAt(posts: Posts, id: number): string {
  return instantOf(posts.titles.has(id) ? id + 100_000 : id);
}

/** `wp/v2/posts` as WordPress answers it. */
export function serveWordPress(posts: Posts): Promise<LoopbackServer> {
  return serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    if (url.pathname !== '/wp-json/wp/v2/posts') {
      response.writeHead(200, {
        'Content-Type': 'text/html',
        Link: '<http://site/wp-json/>; rel="https://api.w.org/"',
      });
      response.end('<!doctype html><title>Site</title>');
      return;
    }
    const size = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page'));
    const all = idsSince(posts, url.searchParams.get('modified_after'));
    const ids = all.slice((page - 1) * size, page * size);
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'X-WP-Total': String(all.length),
      'X-WP-TotalPages': String(Math.ceil(all.length / size)),
    });
    response.end(JSON.stringify(ids.map((id) => wordPressPost(posts, id))));
  });
}

function wordPressPost(posts: Posts, id: number) {
  return {
    id,
    slug: `story-${id}`,
    link: `https://news.example/2020/story-${id}/`,
    date_gmt: instantOf(id).slice(0, 19),
    modified_gmt: changedAt(posts, id).slice(0, 19),
    title: { rendered: titleOf(posts, id).replaceAll('&', '&#038;') },
    content: { rendered: bodyOf(id), protected: id % 500 === 7 },
    _embedded: {
      author: [{ name: 'Ada Quill' }],
      'wp:featuredmedia': [{ source_url: `https://news.example/${id}.jpg`, alt_text: 'The quay' }],
      'wp:term': [
        [{ name: 'Uncategorized', taxonomy: 'category' }],
        [{ name: 'Harbour', taxonomy: 'post_tag' }],
      ],
    },
  };
}

/** Ghost's Content API. */
export function serveGhost(posts: Posts, key: string): Promise<LoopbackServer> {
  return serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    if (url.pathname !== '/ghost/api/content/posts/' || url.searchParams.get('key') !== key) {
      response.writeHead(401).end();
      return;
    }
    const page = Number(url.searchParams.get('page'));
    const limit = Number(url.searchParams.get('limit'));
    const [, since = null] = /^updated_at:>='(.+)'$/u.exec(url.searchParams.get('filter') ?? '') ?? [];
    const all = idsSince(posts, since);
    const pages = Math.ceil(all.length / limit);
    const ids = all.slice((page - 1) * limit, page * limit);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(
      JSON.stringify({
        posts: ids.map((id) => ({
          slug: `story-${id}`,
          title: titleOf(posts, id),
          html: bodyOf(id),
          url: `https://ghost.example/story-${id}/`,
          published_at: instantOf(id),
          updated_at: changedAt(posts, id),
          visibility: id === 1 ? 'paid' : 'public',
          authors: [{ name: 'Ada Quill' }],
          tags: [{ name: 'Harbour' }],
        })),
        meta: { pagination: { page, limit, pages, total: all.length } },
      }),
    );
  });
}

/** A static site: pages, a sitemap index with gzip parts, a feed of the newest. */
export function serveStaticSite(posts: Posts): Promise<LoopbackServer> {
  return serve((request, response) => {
    const origin = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url ?? '/', origin);
    const [, id] = /^\/stories\/(\d+)$/u.exec(pathname) ?? [];
    if (id !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(storyPage({ title: titleOf(posts, Number(id)) }));
    } else if (pathname === '/sitemap.xml') {
      response.end(
        `<sitemapindex>${[1, 2].map((part) => `<sitemap><loc>${origin}/part-${part}.xml.gz</loc></sitemap>`).join('')}</sitemapindex>`,
      );
    } else if (/^\/part-[12]\.xml\.gz$/u.test(pathname)) {
      const isFirst = pathname.startsWith('/part-1');
      const ids = Array.from({ length: posts.count }, (_, index) => index + 1).filter(
        (n) => n % 2 === Number(isFirst),
      );
      const urls = ids.map(
        (n) => `<url><loc>${origin}/stories/${n}</loc><lastmod>${instantOf(n)}</lastmod></url>`,
      );
      response.writeHead(200, { 'Content-Type': 'application/gzip' });
      response.end(gzipSync(`<urlset>${urls.join('')}</urlset>`));
    } else if (pathname === '/feed.xml') {
      response.end(`<rss><channel><item><link>${origin}/stories/1</link></item></channel></rss>`);
    } else {
      response.writeHead(404).end();
    }
  });
}

export interface FakeService extends LoopbackServer {
  articles: Map<string, { revision: number; body: Record<string, unknown> }>;
  /** Since the count was last set to zero. */
  writes: number;
  /** So many writes, then nothing but broken connections. */
  failsAfter: number;
}

/** The part of the service that imports use, without what makes a thousand articles slow in a model. */
export async function serveFakeService(): Promise<FakeService> {
  const articles: FakeService['articles'] = new Map();
  const service = { articles, writes: 0, failsAfter: Number.POSITIVE_INFINITY };
  const server = await serve((request, response) => {
    if (service.writes >= service.failsAfter) {
      request.socket.destroy();
      return response;
    }
    const slug = (request.url ?? '').split('/').at(-1) ?? '';
    const known = articles.get(slug);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== 'Bearer test-token')
      return answer(401, { title: 'A valid token is needed' });
    if (request.method === 'GET')
      return known === undefined ? answer(404, {}) : answer(200, { revision: known.revision });
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const body = JSON.parse(text) as Record<string, unknown>;
      if (known !== undefined && JSON.stringify(known.body) === text)
        return answer(200, { revision: known.revision });
      service.writes += 1;
      articles.set(slug, { revision: (known?.revision ?? 0) + 1, body });
      return answer(known === undefined ? 201 : 200, { revision: (known?.revision ?? 0) + 1 });
    });
    return response;
  });
  return Object.assign(service, server);
}
