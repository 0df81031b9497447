import createClient from 'openapi-fetch';
import type { paths } from './generated/openapi-typescript.ts';
import { ARTICLE, AUTHORIZATION, needed, ORIGIN, PAGE, report, SLUG } from './results.ts';

/** Summaries come as text too, where `format` asks for it; this client reads JSON. */
const client = createClient<paths, 'application/json'>({ baseUrl: ORIGIN });

const headers = { Authorization: AUTHORIZATION };
const path = { slug: SLUG };
const written = await client.PUT('/v1/articles/{slug}', { params: { path }, headers, body: ARTICLE });
const list = await client.GET('/v1/articles', { params: { query: { limit: 5, tag: SLUG } }, headers });
const article = await client.GET('/v1/articles/{slug}', { params: { path } });
const summary = await client.GET('/v1/articles/{slug}/summary', {
  params: { path, query: { length: 'short', include: ['stats'] } },
});
const byUrl = await client.GET('/v1/summary', { params: { query: { url: PAGE, type: 'tldr' } } });
const sent = await client.POST('/v1/summaries', { body: { text: ARTICLE.text, sentences: 1 } });

report({
  written: written.response.status,
  listed: needed(list.data, 'the list').items.map(({ slug }) => slug),
  title: needed(article.data, 'the article').title,
  summary: needed(summary.data, 'the summary').sentences.map(({ text }) => text),
  byUrl: needed(byUrl.data, 'the summary by address').sentences.map(({ text }) => text),
  sent: needed(sent.data, 'the summary of what was sent').sentences.map(({ text }) => text),
});
