import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { describeBox } from './describe-box.ts';
import type { BoxSource } from './inject-page.ts';

const summarySchema = z.object({
  article: z.object({ title: z.string() }),
  language: z.string(),
  text: z.string(),
  sentences: z.array(z.object({ text: z.string(), offset: z.nullable(z.number()) })).check(z.minLength(1)),
  label: z.object({ text: z.string(), aiGenerated: z.boolean() }),
});
const problemSchema = z.object({ type: z.string() });

/** An editor, or the page, wants no summary: none is made up here. */
const UNWANTED = new Set([
  'summary-disabled',
  'nothing-to-summarise',
  'page-opted-out',
  'article-deleted',
  'gone',
]);

export interface AskedService {
  origin: string;
  /** A token is not limited; without one the service answers some sixty a minute. */
  token: string | undefined;
}

/**
 * Asks the service, where editors have had their say. A page that it does not know yet, since it is only being built, is
 * summarised by `otherwise`.
 */
export function askForBox(service: AskedService, otherwise: BoxSource): BoxSource {
  return async (page) => {
    const summary = await ask(service, page.url, 'key-points');
    if (summary === 'unknown') return otherwise(page);
    if (summary === 'unwanted') return null;
    const abstract = await ask(service, page.url, 'tldr');
    const { article, language, sentences, label } = summary;
    return describeBox({
      url: page.url,
      title: article.title,
      language,
      sentences: sentences.map(({ text }) => text),
      credit: label.text,
      abstract: typeof abstract === 'string' ? summary : abstract,
    });
  };
}

async function ask(
  { origin, token }: AskedService,
  pageUrl: string,
  type: string,
): Promise<z.infer<typeof summarySchema> | 'unknown' | 'unwanted'> {
  const address = `${origin}/v1/summary?type=${type}&url=${encodeURIComponent(pageUrl)}`;
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await sendPatiently(address, headers);
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === 200) return summarySchema.parse(body);
  if (response.status >= 500 && response.status !== 502 && response.status !== 504)
    throw new Error(`${origin} answered ${response.status}`);
  const { data } = problemSchema.safeParse(body);
  return UNWANTED.has(data?.type.split('/').at(-1) ?? '') ? 'unwanted' : 'unknown';
}

const ATTEMPTS_MAX_COUNT = 4;
const ANSWER_DEADLINE_MS = 20_000;
const PAUSE_MAX_SECONDS = 65;

/** A limit that is met is waited out. */
async function sendPatiently(address: string, headers: Record<string, string>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(ANSWER_DEADLINE_MS) });
    if (response.status !== 429 || attempt === ATTEMPTS_MAX_COUNT) return response;
    await response.body?.cancel();
    await sleep(Math.min(Number(response.headers.get('Retry-After') ?? 1), PAUSE_MAX_SECONDS) * 1000);
  }
}
