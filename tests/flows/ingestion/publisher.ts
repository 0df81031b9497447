import { storyPage } from './upstream.ts';

/** The one host that the workers tests may reach; it lives in the process that runs them. */
export const PUBLISHER_HOST = 'publisher.example';

let reads = 0;

/** Stories that say how often they were read. */
export function answerAsPublisher(request: Request): Response | undefined {
  const { hostname, pathname } = new URL(request.url);
  if (hostname !== PUBLISHER_HOST) return undefined;
  if (pathname === '/robots.txt') return new Response('', { status: 404 });
  if (pathname.startsWith('/gone')) return new Response('', { status: 410 });
  if (!pathname.startsWith('/stories/')) return new Response('', { status: 404 });
  reads += 1;
  const html = storyPage().replace(
    '<p>',
    `<p>This is reading number ${reads} of the story about the harbour bridge.</p><p>`,
  );
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
