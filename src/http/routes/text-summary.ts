import { ARTICLE_JSON_MAX_BYTES } from '../../core/limits.ts';
import { loadOnce } from '../../core/load-once.ts';
import { FORMAT_MEDIA_TYPES, formatSummary } from '../../core/summary/summary-format.ts';
import type { SummaryRequest } from '../../flows/summary-request.ts';
import { type Answer, JSON_MEDIA } from '../answer.ts';
import { admitPost } from '../auth.ts';
import { parseJson, readTextBody } from '../body.ts';
import type { Context, Dependencies } from '../context.ts';
import { contentLanguage } from '../respond.ts';
import { readOptions, summaryParsers } from './read-options.ts';

const summariser = loadOnce(() => import('../../flows/summarize-text.ts'));

/** Media types of a raw body, and the member of the JSON body that each stands for. */
const RAW_BODIES: Readonly<Record<string, 'text' | 'markdown' | 'html'>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
};
const ACCEPTED_TYPES = [JSON_MEDIA, ...Object.keys(RAW_BODIES)];

export async function postSummary(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, summariesLimiter } = dependencies;
  const caller = await admitPost(context, settings, summariesLimiter);
  const { mediaType, text } = await readTextBody(context, ACCEPTED_TYPES, ARTICLE_JSON_MAX_BYTES);
  const kind = RAW_BODIES[mediaType];
  const request =
    kind === undefined
      ? await readRequest(context, text)
      : { ...(await readOptions(context, (parsers) => parsers.parseRawQuery(context))), [kind]: text };
  // The summariser is made ready when somebody sends a text: who only reads never waits for it.
  const { summarizeText } = await summariser();
  const summary = await summarizeText(request);
  return {
    status: 200,
    cache: caller.kind === 'token' ? 'private' : 'none',
    contentType: FORMAT_MEDIA_TYPES[request.format],
    headers: contentLanguage(summary.language),
    body: formatSummary(summary, request.format),
  };
}

async function readRequest(context: Context, text: string): Promise<SummaryRequest> {
  const { parseRequest } = await summaryParsers();
  return parseRequest(context, parseJson(text));
}
