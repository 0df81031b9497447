import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPageFetcher } from '../../src/adapters/page-fetch/page-fetcher.ts';
import type { PageAnswer, PageRequest } from '../../src/flows/ingestion/ports.ts';

const HTML = { 'Content-Type': 'text/html' };
const START = 'https://news.example/start';

type Send = (url: string, init: RequestInit) => Promise<Response>;

function fetchPage(send: Send, request: Partial<PageRequest> = {}): Promise<PageAnswer> {
  const fetcher = createPageFetcher({
    policy: {
      sites: [
        { host: 'news.example', pathPrefix: '' },
        { host: '*.news.example', pathPrefix: '' },
        { host: 'old.example', pathPrefix: '', allowsHttp: true },
      ],
      ownHosts: ['standfirst.news.example'],
    },
    userAgent: 'Standfirst/1 (+https://standfirst.news.example/docs)',
    secret: 'open-sesame',
    feedHosts: ['feeds.example'],
    send,
  });
  return fetcher.fetch({ url: START, expects: 'page', deadlineMs: 10_000, ...request });
}

/** A server of redirects: each path leads to the next. */
function redirecting(steps: Record<string, [number, string | null]>): { send: Send; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    send: async (url) => {
      asked.push(url);
      const step = steps[url];
      if (step === undefined) return new Response('<p>here</p>', { headers: HTML });
      const [status, location] = step;
      return new Response(null, { status, headers: location === null ? {} : { Location: location } });
    },
  };
}

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('%d is followed within the list', async (status) => {
    const { send, asked } = redirecting({ [START]: [status, '/there'] });
    expect(await fetchPage(send)).toMatchObject({ kind: 'body', url: 'https://news.example/there' });
    expect(asked).toEqual([START, 'https://news.example/there']);
  });

  it.each([
    ['there?x=1', 'https://news.example/there?x=1'],
    ['//www.news.example/a', 'https://www.news.example/a'],
    ['https://www.news.example/a#top', 'https://www.news.example/a'],
    ['../up', 'https://news.example/up'],
    ['?page=2', 'https://news.example/start?page=2'],
  ])('Location %s leads to %s', async (location, target) => {
    const { send } = redirecting({ [START]: [302, location] });
    expect(await fetchPage(send)).toMatchObject({ kind: 'body', url: target });
  });

  it.each([
    ['//evil.example/', 'site-not-registered'],
    ['https://evil.example/', 'site-not-registered'],
    ['http://news.example/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['https://127.0.0.1/', 'address-literal'],
    ['https://[::1]/', 'address-literal'],
    ['https://a:b@news.example/', 'user-information'],
    ['https://news.example:22/', 'port'],
    ['https://standfirst.news.example/', 'own-host'],
    ['https://', 'not-a-url'],
    ['', 'no-location'],
    [null, 'no-location'],
  ])('Location %s is refused (%s) without another request', async (location, refusal) => {
    const { send, asked } = redirecting({ [START]: [302, location] });
    expect(await fetchPage(send)).toEqual({ kind: 'refused', refusal });
    expect(asked).toEqual([START]);
  });

  it('a host off the list at the third hop is not asked', async () => {
    const { send, asked } = redirecting({
      [START]: [301, '/2'],
      'https://news.example/2': [302, '/3'],
      'https://news.example/3': [307, 'https://evil.example/'],
    });
    expect(await fetchPage(send)).toEqual({ kind: 'refused', refusal: 'site-not-registered' });
    expect(asked).toHaveLength(3);
  });

  it('loops and chains of more than three end', async () => {
    const loop = redirecting({ [START]: [302, '/b'], 'https://news.example/b': [302, START] });
    expect(await fetchPage(loop.send)).toEqual({ kind: 'refused', refusal: 'too-many-redirects' });
    expect(loop.asked).toHaveLength(2);
    const chain = redirecting(
      Object.fromEntries(
        ['start', '1', '2', '3', '4'].map((name, index) => [
          `https://news.example/${name}`,
          [302, `/${index + 1}`] as [number, string],
        ]),
      ),
    );
    expect(await fetchPage(chain.send)).toEqual({ kind: 'refused', refusal: 'too-many-redirects' });
    expect(chain.asked).toHaveLength(4);
  });
});

describe('what is sent', () => {
  it('names us, brings the key to our own sites only, and nothing else', async () => {
    const sent: [string, Headers, RequestInit][] = [];
    const send: Send = async (url, init) => {
      sent.push([url, new Headers(init.headers), init]);
      return new Response('<feed/>', { headers: { 'Content-Type': 'application/xml' } });
    };
    await fetchPage(send, { expects: 'feed', url: 'https://feeds.example/rss', etag: '"1"' });
    await fetchPage(send, { expects: 'feed', url: START });
    const [[, foreign, init], [, own]] = sent as [(typeof sent)[0], (typeof sent)[0]];
    expect([...foreign.keys()].sort()).toEqual(['accept', 'if-none-match', 'user-agent']);
    expect(own.get('Standfirst-Key')).toBe('open-sesame');
    expect(own.get('User-Agent')).toMatch(/^Standfirst\/\S+ \(\+https:\/\/.+\/docs\)$/u);
    expect(init.redirect).toBe('manual');
  });

  it('brings the key no further than our own sites when a feed leads elsewhere and back', async () => {
    const sent: [string, boolean][] = [];
    const steps: Record<string, string> = {
      [START]: 'https://feeds.example/1',
      'https://feeds.example/1': 'https://www.news.example/2',
    };
    const send: Send = async (url, init) => {
      sent.push([url, new Headers(init.headers).has('Standfirst-Key')]);
      const location = steps[url];
      return location === undefined
        ? new Response('<feed/>', { headers: { 'Content-Type': 'application/xml' } })
        : new Response(null, { status: 302, headers: { Location: location } });
    };
    await fetchPage(send, { expects: 'feed' });
    expect(sent).toEqual([
      [START, true],
      ['https://feeds.example/1', false],
      ['https://www.news.example/2', true],
    ]);
  });

  it('never brings the key without encryption', async () => {
    const sent: [string, boolean][] = [];
    const send: Send = async (url, init) => {
      sent.push([url, new Headers(init.headers).has('Standfirst-Key')]);
      return url === START
        ? new Response(null, { status: 301, headers: { Location: 'http://old.example/a' } })
        : new Response('<p>here</p>', { headers: HTML });
    };
    expect(await fetchPage(send)).toMatchObject({ kind: 'body' });
    expect(sent).toEqual([
      [START, true],
      ['http://old.example/a', false],
    ]);
  });

  it('a feed’s host gives no right to its pages', async () => {
    const send: Send = async () => new Response('');
    expect(await fetchPage(send, { url: 'https://feeds.example/page' })).toEqual({
      kind: 'refused',
      refusal: 'site-not-registered',
    });
  });
});

describe('limits', () => {
  afterEach(() => void vi.useRealTimers());

  function endless(onCancel: () => void, chunk = new Uint8Array(64 * 1024)): ReadableStream<Uint8Array> {
    return new ReadableStream({
      pull: (controller) => controller.enqueue(chunk),
      cancel: onCancel,
    });
  }

  it('an endless body is cancelled at five megabytes', async () => {
    const cancelled = vi.fn();
    const answer = await fetchPage(async () => new Response(endless(cancelled), { headers: HTML }));
    expect(answer).toEqual({ kind: 'unusable', problem: 'too-large' });
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it('a body that says it is larger is not read', async () => {
    const cancelled = vi.fn();
    const headers = { ...HTML, 'Content-Length': '6000000' };
    expect(await fetchPage(async () => new Response(endless(cancelled), { headers }))).toEqual({
      kind: 'unusable',
      problem: 'too-large',
    });
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it.each(['image/png', 'application/pdf', 'application/json', 'video/mp4'])(
    '%s is no page',
    async (type) => {
      const cancelled = vi.fn();
      const answer = await fetchPage(
        async () => new Response(endless(cancelled), { headers: { 'Content-Type': type } }),
      );
      expect(answer).toEqual({ kind: 'unusable', problem: 'media-type' });
      expect(cancelled).toHaveBeenCalledOnce();
    },
  );

  it('headers have five seconds', async () => {
    vi.useFakeTimers();
    let aborted = false;
    const answer = fetchPage(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('aborted'));
          });
        }),
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ kind: 'timeout' });
    expect(aborted).toBe(true);
  });

  it('a body that drips has ten seconds in all, then the other side is told', async () => {
    vi.useFakeTimers();
    let signal: AbortSignal | null | undefined;
    const drip = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        controller.enqueue(new Uint8Array([97]));
      },
    });
    const answer = fetchPage(async (_, init) => {
      signal = init.signal;
      return new Response(drip, { headers: HTML });
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toEqual({ kind: 'timeout' });
    expect(signal?.aborted).toBe(true);
  });

  it('a connection that breaks is an answer, not an exception', async () => {
    expect(await fetchPage(() => Promise.reject(new TypeError('reset')))).toEqual({ kind: 'unreachable' });
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    expect(await fetchPage(async () => new Response(broken, { headers: HTML }))).toEqual({
      kind: 'unreachable',
    });
  });

  it.each([
    [500, null, null],
    [429, '120', 120],
    [503, '999999999', 86_400],
    [401, 'soon', null],
  ])('status %d with Retry-After %s', async (status, field, seconds) => {
    const headers: Record<string, string> = field === null ? {} : { 'Retry-After': field };
    expect(await fetchPage(async () => new Response('x', { status, headers }))).toEqual({
      kind: 'status',
      status,
      retryAfterSeconds: seconds,
    });
  });

  it('304 says that nothing changed', async () => {
    const send: Send = async () => new Response(null, { status: 304 });
    expect(await fetchPage(send, { etag: '"1"' })).toEqual({ kind: 'unchanged' });
  });
});
