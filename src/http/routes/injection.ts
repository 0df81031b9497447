import * as z from 'zod/mini';
import { articleTag } from '../../core/catalogue/copy-keys.ts';
import { formatEtag } from '../../core/catalogue/etag.ts';
import { DomainError } from '../../core/errors.ts';
import { pageUrlSchema } from '../../core/fetching/page-url.ts';
import { writeBox } from '../../core/injection/box-markup.ts';
import { loadLabels } from '../../core/labels/labels.ts';
import { textDirection } from '../../core/labels/languages.ts';
import { lazily } from '../../core/lazily.ts';
import { describeAbstract } from '../../core/summary/describe-abstract.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import { readInjection } from '../../flows/injection/read-injection.ts';
import { summaryIfAny } from '../../flows/summarize-article.ts';
import { type Answer, JSON_TYPE } from '../answer.ts';
import { type Context, callerAddress, type Dependencies, fetchPolicyOf, viewOf } from '../context.ts';
import { respond } from '../respond.ts';
import { parseQuery } from '../validate.ts';

/** Parameters of `GET /v1/injection`. */
export const injectionQuerySchema = lazily(() => z.strictObject({ url: pageUrlSchema() }));

/** What a Worker on the publisher's own route puts into a page (docs/injection.md). */
export async function getInjection(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, build } = dependencies;
  const { url } = parseQuery(context, injectionQuerySchema);
  const policy = fetchPolicyOf(context, settings);
  const { article, found } = await readInjection(dependencies, url, callerAddress(context), policy);
  const { head } = article;
  const view = viewOf(context, settings);
  const summary = await summaryIfAny(article, DEFAULT_SUMMARY_OPTIONS, view);
  const abstract = await summaryIfAny(article, { ...DEFAULT_SUMMARY_OPTIONS, type: 'tldr' }, view);
  if (summary === null || abstract === null) throw new DomainError({ kind: 'page-not-found' });
  const etag = formatEtag(head, `injection ${JSON.stringify(found.places)} ${JSON.stringify(view)} ${build}`);
  return respond(context, settings, {
    etag,
    cache: 'summary',
    contentType: JSON_TYPE,
    language: head.language,
    tags: [articleTag(head.slug)],
    body: async () =>
      JSON.stringify({
        version: versionOf(etag),
        places: found.places,
        box: writeBox({
          pageUrl: head.url ?? url,
          title: head.title,
          language: head.language,
          direction: textDirection(head.language),
          sentences: summary.sentences.map(({ text }) => text),
          credit: summary.label.text,
          abstract: describeAbstract(abstract),
          labels: (await loadLabels(head.language)).labels,
        }),
      }),
  });
}

/** Goes into validators of the publisher's pages, without what names the article there. */
function versionOf(etag: string): string {
  const [catalogue = '', , revision = '', projection = '', variant = ''] = etag.slice(1, -1).split('.');
  return `${catalogue.slice(0, 8)}.${revision}.${projection}.${variant}`;
}
