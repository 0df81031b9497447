import { PARAGRAPHS, storyPage } from './upstream.ts';

/** The hosts that the workers tests may reach; they live in the process that runs them. */
export const PUBLISHER_HOST = 'publisher.example';
const COUNTER = 'https://counter.example/';

let reads = 0;
let requests: string[] = [];

/** Where requests leave workerd: the publisher's host has stories and feeds, every other one has nothing. */
export function answerAsNetwork(request: Request): Response | Promise<Response> {
  if (request.url === COUNTER) {
    const answer = Response.json(requests);
    requests = [];
    return answer;
  }
  requests.push(request.url);
  const { hostname, pathname } = new URL(request.url);
  return (
    (hostname === PUBLISHER_HOST ? answerAsPublisher(pathname) : undefined) ??
    new Response('', { status: 404 })
  );
}

/** Addresses that were asked for since the last call, in order; robots.txt too. */
export async function requestsLeftBehind(): Promise<string[]> {
  const response = await fetch(COUNTER);
  return (await response.json()) as string[];
}

function answerAsPublisher(pathname: string): Response | Promise<Response> | undefined {
  if (pathname === '/stories/slow') return later(3_000, () => html(nextStory()));
  if (pathname === '/feed.xml') return feed('/stories/from-feed', '/missing-from-feed');
  if (pathname === '/broken.xml')
    return new Response('', { status: 503, headers: { 'Retry-After': '1800' } });
  if (pathname === '/no-feed.xml') return html('<p>Not a feed</p>');
  if (pathname.startsWith('/gone')) return new Response('', { status: 410 });
  return pathname.startsWith('/stories/') ? html(nextStory()) : undefined;
}

function feed(...paths: string[]): Response {
  const items = paths.map((path) => `<item><link>https://${PUBLISHER_HOST}${path}</link></item>`);
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

/** A story that says how often stories were read. */
function nextStory(): string {
  reads += 1;
  return storyPage({
    paragraphs: [`This is reading number ${reads} of the story about the harbour bridge.`, ...PARAGRAPHS],
  });
}
