import { client } from './generated/hey-api/client.gen.ts';
import {
  listArticles,
  publishArticle,
  readArticle,
  readSummary,
  readSummaryByUrl,
  summarizeText,
} from './generated/hey-api/index.ts';
import type { Summary } from './generated/hey-api/types.gen.ts';
import { ARTICLE, AUTHORIZATION, needed, ORIGIN, PAGE, report, SLUG } from './results.ts';

client.setConfig({ baseUrl: ORIGIN });

const headers = { Authorization: AUTHORIZATION };
const path = { slug: SLUG };
const written = await publishArticle({ path, headers, body: ARTICLE });
const list = await listArticles({ query: { limit: 5, tag: SLUG }, headers });
const article = await readArticle({ path });
const summary = await readSummary({ path, query: { length: 'short', include: ['stats'] } });
const byUrl = await readSummaryByUrl({ query: { url: PAGE, type: 'tldr' } });
const sent = await summarizeText({ body: { text: ARTICLE.text, sentences: 1 } });

report({
  written: needed(written.response, 'the writing').status,
  listed: needed(list.data, 'the list').items.map(({ slug }) => slug),
  title: needed(article.data, 'the article').title,
  summary: textsOf(summary.data),
  byUrl: textsOf(byUrl.data),
  sent: textsOf(sent.data),
});

/** Summaries come as text too, where `format` asks for it. */
function textsOf(summaryOrText: Summary | string | undefined): string[] {
  if (typeof summaryOrText !== 'object') throw new Error('no summary was answered');
  return summaryOrText.sentences.map(({ text }) => text);
}
