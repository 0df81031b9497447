/** A publisher's server in memory: what it has, what it was asked for. */
export interface Upstream {
  send(url: string, init: RequestInit): Promise<Response>;
  /** Answers an address (query included) from now on. */
  put(url: string, answer: Answering): void;
  /** Everything that was asked, robots.txt apart. */
  requests: { url: string; headers: Headers }[];
  robots: string | number;
  robotsRequests: number;
}

export type Answering = string | ((headers: Headers) => Response | Promise<Response>);

export function createUpstream(): Upstream {
  const pages = new Map<string, Answering>();
  const upstream: Upstream = {
    requests: [],
    robots: 404,
    robotsRequests: 0,
    put: (url, answer) => void pages.set(url, answer),
    async send(url, init) {
      const headers = new Headers(init.headers);
      if (new URL(url).pathname === '/robots.txt') {
        upstream.robotsRequests += 1;
        return typeof upstream.robots === 'number'
          ? new Response('', { status: upstream.robots })
          : new Response(upstream.robots, { headers: { 'Content-Type': 'text/plain' } });
      }
      upstream.requests.push({ url, headers });
      const answer = pages.get(url) ?? pages.get(url.split('?')[0] ?? url);
      if (answer === undefined) return new Response('not here', { status: 404 });
      return typeof answer === 'string' ? page(answer) : answer(headers);
    },
  };
  return upstream;
}

export function page(html: string, headers: Record<string, string> = {}): Response {
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });
}

export const PARAGRAPHS = [
  'The harbour bridge will close to cars on 3 May, the city council decided on Tuesday evening after a long debate.',
  'Engineers found cracks in two of the eleven pillars during an inspection in March, and the repair will take four months.',
  'Ferries will run every ten minutes between the two banks, and bicycles may use the old railway crossing until the work ends.',
  'Shop owners near the bridge fear for their summer trade. The council set aside two million crowns to help them through it.',
  'A new bridge has been planned since 2011, but no government has ever found the money, and nobody expects one before 2040.',
];

/** An ordinary page of an ordinary publisher. */
export function storyPage({
  title = 'Harbour bridge closes in May',
  head = '',
  paragraphs = PARAGRAPHS,
}: {
  title?: string;
  head?: string;
  paragraphs?: readonly string[];
} = {}): string {
  return `<!doctype html><html lang="en"><head><title>${title} | The Harbour News</title>
    <meta property="og:title" content="${title}"><meta property="og:type" content="article">
    <meta property="article:published_time" content="2026-03-02T08:00:00Z"><meta name="author" content="Ada Quill">
    ${head}</head><body><nav><a href="/">Home</a></nav>
    <div id="cookie-banner">We use cookies. Accept all cookies to go on reading our fine newspaper today.</div>
    <main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
    <footer>All rights reserved</footer></body></html>`;
}
