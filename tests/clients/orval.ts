import {
  listArticles,
  publishArticle,
  readArticle,
  readSummary,
  readSummaryByUrl,
  type Summary,
  summarizeText,
} from './generated/orval.ts';
import { ARTICLE, AUTHORIZATION, ORIGIN, PAGE, report, SLUG } from './results.ts';

const headers = { Authorization: AUTHORIZATION };
const json = { headers: { 'Content-Type': 'application/json' } };

const written = await publishArticle(SLUG, ARTICLE, { headers: { ...headers, ...json.headers } });
const list = await listArticles({ limit: 5, tag: SLUG }, { headers });
const article = await readArticle(SLUG);
const summary = await readSummary(SLUG, { length: 'short', include: ['stats'] });
const byUrl = await readSummaryByUrl({ url: PAGE, type: 'tldr' });
const sent = await summarizeText({ text: ARTICLE.text, sentences: 1 }, undefined, json);
if (list.status !== 200 || article.status !== 200) throw new Error(`${ORIGIN} did not answer`);

report({
  written: written.status,
  listed: list.data.items.map(({ slug }) => slug),
  title: article.data.title,
  summary: textsOf(summary),
  byUrl: textsOf(byUrl),
  sent: textsOf(sent),
});

/** Summaries come as text too, where `format` asks for it. */
function textsOf({ status, data }: { status: number; data: unknown }): string[] {
  if (status !== 200) throw new Error(`a summary was answered with ${status}`);
  return (data as Summary).sentences.map(({ text }) => text);
}
