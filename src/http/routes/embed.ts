import * as z from 'zod/mini';
import { formatListEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { loadLabels } from '../../core/labels/labels.ts';
import type { Summary } from '../../core/summary/summary.ts';
import type { SummaryOptions } from '../../core/summary/summary-options.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import { type DemoArticle, readDemoArticle } from '../../pages/embed/demo-article.ts';
import { DEMOS, renderDemo } from '../../pages/embed/demo-page.tsx';
import { embedStyle, previewLanguage, renderEmbedPage } from '../../pages/embed/embed-page.tsx';
import { parseEmbedSettings } from '../../pages/embed/embed-settings.ts';
import { scriptName } from '../../pages/embed/embed-snippet.ts';
import { pagePolicy } from '../../pages/page-policy.ts';
import { renderSummaryPage } from '../../pages/summary-page.tsx';
import { INTEGRITY_PATH } from '../../pages/widget-release.ts';
import { type Answer, HTML_TYPE, JSON_TYPE } from '../answer.ts';
import { type Context, type Dependencies, originOf } from '../context.ts';
import { NOINDEX, respond } from '../respond.ts';
import { demoSummarySchema } from './summary-parameters.ts';

/** What a release shows, whatever is stored. */
function releaseEtag(variant: string): string {
  return formatListEtag('release', 0, variant);
}

export async function getEmbed(
  { settings, staticData, build }: Dependencies,
  context: Context,
): Promise<Answer> {
  const chosen = parseEmbedSettings(new URL(context.req.url).searchParams);
  const { publicationName } = settings;
  const origin = originOf(context, settings);
  return respond(context, settings, {
    etag: releaseEtag(`embed ${JSON.stringify(chosen)} ${origin} ${publicationName} ${build}`),
    cache: 'list',
    contentType: HTML_TYPE,
    headers: {
      ...NOINDEX,
      'Content-Security-Policy': await pagePolicy({
        widget: true,
        forms: true,
        styles: [embedStyle(chosen)],
      }),
    },
    body: async () => {
      const integrity = await integrityOf(staticData, scriptName(chosen));
      const sample = await readDemoArticle(staticData, previewLanguage(chosen));
      const { labels } = await loadLabels(chosen.language === 'all' ? 'en' : chosen.language);
      return renderEmbedPage({ settings: chosen, labels, origin, publicationName, integrity, sample });
    },
  });
}

const hashesSchema = z.record(z.string(), z.string());

/** @throws {DomainError} `store-unavailable`: lines without it would not be those that we promise. */
async function integrityOf(staticData: Dependencies['staticData'], file: string): Promise<string> {
  const hashes = hashesSchema.safeParse(await staticData(INTEGRITY_PATH));
  const integrity = hashes.data?.[file];
  if (integrity === undefined) throw new DomainError({ kind: 'store-unavailable', retryAfterSeconds: 5 });
  return integrity;
}

export async function getDemo(
  { settings, staticData, build }: Dependencies,
  context: Context,
): Promise<Answer> {
  const demo = DEMOS.find(({ name }) => name === context.req.param('name'));
  if (demo === undefined) throw new DomainError({ kind: 'route-not-found' });
  const { style, script, policy } = demo;
  const own = await pagePolicy({
    widget: true,
    styles: style === undefined ? [] : [style],
    scripts: script === undefined ? [] : [script],
  });
  return respond(context, settings, {
    etag: releaseEtag(`demo ${demo.name} ${build}`),
    cache: 'list',
    contentType: HTML_TYPE,
    headers: { ...NOINDEX, 'Content-Security-Policy': policy ?? own },
    body: async () => renderDemo(demo, await readDemoArticle(staticData, demo.language)),
  });
}

async function articleOf({ staticData }: Dependencies, context: Context): Promise<DemoArticle> {
  const language = context.req.param('language');
  if (language !== 'en' && language !== 'ar') throw new DomainError({ kind: 'route-not-found' });
  return readDemoArticle(staticData, language);
}

/** What the service says of a demonstration's article. */
async function summarizeDemo(
  { title, language, paragraphs }: DemoArticle,
  options: SummaryOptions,
): Promise<Summary> {
  const { summarizeText } = await import('../../flows/summarize-text.ts');
  return summarizeText({ ...options, title, language, text: paragraphs.join('\n\n') });
}

function demoOptions(context: Context): SummaryOptions {
  const chosen = demoSummarySchema().parse(context.req.query());
  return { ...DEFAULT_SUMMARY_OPTIONS, ...chosen, include: ['labels'] };
}

export async function getDemoSummary(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, build } = dependencies;
  const article = await articleOf(dependencies, context);
  const options = demoOptions(context);
  const summary = await summarizeDemo(article, options);
  return respond(context, settings, {
    etag: releaseEtag(`demo summary ${article.language} ${JSON.stringify(options)} ${build}`),
    cache: 'list',
    contentType: JSON_TYPE,
    body: () => JSON.stringify(summary),
  });
}

export async function getDemoPage(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, build } = dependencies;
  const article = await articleOf(dependencies, context);
  const options = demoOptions(context);
  const { title, language } = article;
  const summary = await summarizeDemo(article, options);
  const { publicationName } = settings;
  const origin = originOf(context, settings);
  return respond(context, settings, {
    etag: releaseEtag(
      `demo page ${language} ${JSON.stringify(options)} ${origin} ${publicationName} ${build}`,
    ),
    cache: 'list',
    contentType: HTML_TYPE,
    headers: NOINDEX,
    body: async () =>
      renderSummaryPage({
        summary,
        labels: (await loadLabels(summary.language)).labels,
        title,
        image: null,
        articleUrl: `${origin}/demo/${language === 'ar' ? 'rtl' : 'newspaper'}`,
        ownUrl: `${origin}/demo/${language}/s`,
        publicationName,
      }),
  });
}
