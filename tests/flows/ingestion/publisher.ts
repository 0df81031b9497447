import { PARAGRAPHS, storyPage } from './upstream.ts';

/** The hosts that the workers tests may reach; they live in the process that runs them. */
export const PUBLISHER_HOST = 'publisher.example';
export const FEEDS_HOST = 'feeds.example';
const COUNTER = 'https://counter.example/';

const reads = new Map<string, number>();
let requests: string[] = [];

/** Where requests leave workerd: the publisher's host has stories and feeds, every other one has nothing. */
export function answerAsNetwork(request: Request): Response | Promise<Response> {
  const { href, hostname, pathname } = new URL(request.url);
  if (href.startsWith(COUNTER)) return Response.json(takeRequests(pathname.slice(1)));
  requests.push(request.url);
  const isPublisher = hostname === PUBLISHER_HOST || hostname === FEEDS_HOST;
  return (
    (isPublisher ? answerAsPublisher(hostname, pathname) : undefined) ?? new Response('', { status: 404 })
  );
}

function takeRequests(host: string): string[] {
  const ofHost = (url: string) => {
    const { hostname } = new URL(url);
    return host === '' ? hostname !== PUBLISHER_HOST && hostname !== FEEDS_HOST : hostname === host;
  };
  const taken = requests.filter(ofHost);
  requests = requests.filter((url) => !ofHost(url));
  return taken;
}

/**
 * Addresses that were asked for since the last call, in order; robots.txt too. Other tests are at work beside: each asks
 * for its own.
 *
 * @param host - Left out: all but the publisher's hosts.
 */
export async function requestsLeftBehind(host = ''): Promise<string[]> {
  const response = await fetch(COUNTER + host);
  return (await response.json()) as string[];
}

function answerAsPublisher(host: string, pathname: string): Response | Promise<Response> | undefined {
  if (pathname === '/stories/slow') return later(3_000, () => html(nextStory(host)));
  if (pathname === '/feed.xml') return feed(host, '/stories/from-feed', '/missing-from-feed');
  if (pathname === '/broken.xml')
    return new Response('', { status: 503, headers: { 'Retry-After': '1800' } });
  if (pathname === '/no-feed.xml') return html('<p>Not a feed</p>');
  if (pathname.startsWith('/gone')) return new Response('', { status: 410 });
  return pathname.startsWith('/stories/') ? html(nextStory(host)) : undefined;
}

function feed(host: string, ...paths: string[]): Response {
  const items = paths.map((path) => `<item><link>https://${host}${path}</link></item>`);
  return new Response(`<rss><channel>${items.join('')}</channel></rss>`, {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
}

async function later(milliseconds: number, answer: () => Response): Promise<Response> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return answer();
}

function html(source: string): Response {
  return new Response(source, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** A story that says how often stories of its host were read. */
function nextStory(host: string): string {
  const count = (reads.get(host) ?? 0) + 1;
  reads.set(host, count);
  return storyPage({
    paragraphs: [`This is reading number ${count} of the story about the harbour bridge.`, ...PARAGRAPHS],
  });
}
