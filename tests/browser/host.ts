import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildWidget } from '../../src/cli/build-widget.ts';
import { renderText } from '../../src/core/content/render-text.ts';
import { loadLabelsOf } from '../../src/core/labels/labels.ts';
import { heldLanguage, LANGUAGES } from '../../src/core/labels/languages.ts';
import { TRAINED } from '../../src/core/summarizer/answering-models.ts';
import type { Summary } from '../../src/core/summary/summary.ts';
import { summaryOptionsSchema } from '../../src/core/summary/summary-options.ts';
import { summarizeRendered } from '../../src/flows/summarize-text.ts';
import { harbour, PAGE_CSS, renderPage, type SampleArticle } from './sample-page.ts';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  delayMs?: number;
}

/** A publisher's site and the service in one, on a loopback port. */
export interface Host {
  origin: string;
  /** Paths asked for since the last `reset`, in order. */
  requests: string[];
  /** What stands at a path; replaces what stood there. */
  put(path: string, answer: Answer): void;
  /** How the service answers; by default with the real summary of the article. */
  answerWith(respond: (query: URLSearchParams) => Answer | Promise<Answer>): void;
  /** From now on the service thinks, until what is given back is called. */
  holdAnswers(): () => void;
  /** How long the widget's core is on its way. */
  delayScripts(delayMs: number): void;
  /** Back to one plain article page at `/` and a service that works. */
  reset(): void;
  close(): Promise<void>;
}

const VERSION = '9.9.9';
export const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

const labelsOf = await loadLabelsOf(LANGUAGES);

/** What the service says of an article, worked out by the service's own code. */
export function summarize(article: SampleArticle, query: URLSearchParams): Summary {
  const options = summaryOptionsSchema().parse({
    length: query.get('length') ?? undefined,
    include: ['labels'],
    labels: query.get('labels') ?? undefined,
    query: query.get('query') ?? undefined,
  });
  const text = article.paragraphs.join('\n\n');
  const request = { ...options, text, title: article.title, language: article.language };
  const summary = summarizeRendered(renderText(text), request, TRAINED);
  const language = heldLanguage(options.labels ?? summary.language);
  return { ...summary, labels: { language, ...labelsOf(language) } };
}

export function answerFor(article: SampleArticle): (query: URLSearchParams) => Answer {
  return (query) => ({ body: JSON.stringify(summarize(article, query)) });
}

let built: ReturnType<typeof buildWidget> | undefined;

export async function openHost(): Promise<Host> {
  built ??= buildWidget(VERSION, ['en', 'ar', 'de']);
  const files = await built;
  const answers = new Map<string, Answer>();
  let respond: (query: URLSearchParams) => Answer | Promise<Answer> = answerFor(harbour);
  let released = Promise.resolve();
  let scriptDelayMs = 0;
  const host: Host = {
    origin: '',
    requests: [],
    put: (path, answer) => void answers.set(path, answer),
    answerWith(next) {
      respond = next;
    },
    holdAnswers() {
      const { promise, resolve } = Promise.withResolvers<void>();
      released = promise;
      return resolve;
    },
    delayScripts(delayMs) {
      scriptDelayMs = delayMs;
    },
    reset() {
      scriptDelayMs = 0;
      released = Promise.resolve();
      host.requests.length = 0;
      answers.clear();
      respond = answerFor(harbour);
      host.put('/', { headers: HTML, body: renderPage() });
      host.put('/page.css', { headers: { 'Content-Type': 'text/css' }, body: PAGE_CSS });
      host.put('/favicon.ico', { status: 204 });
      host.put('/favicon.svg', {
        headers: { 'Content-Type': 'image/svg+xml' },
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const find = (path: string, query: URLSearchParams): Answer | Promise<Answer> => {
    const own = answers.get(path);
    if (own !== undefined) return own;
    const [, folder, name = ''] = /^\/widget\/(v1|9\.9\.9)\/([\w.]+)$/u.exec(path) ?? [];
    const file = folder === undefined ? undefined : files.get(name);
    if (file !== undefined)
      return {
        headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
        body: Buffer.from(file).toString('utf8'),
        delayMs: name.startsWith('standfirst') ? scriptDelayMs : 0,
      };
    if (path === '/v1/summary') return released.then(() => respond(query));
    return { status: 404, body: '{}' };
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    host.requests.push(pathname);
    void Promise.resolve(find(pathname, searchParams)).then((answer) => send(response, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  host.reset();
  return host;
}

async function send(response: ServerResponse, { status = 200, headers, body = '', delayMs = 0 }: Answer) {
  if (delayMs > 0) await sleep(delayMs);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}
