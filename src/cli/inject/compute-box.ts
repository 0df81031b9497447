import { renderContent } from '../../core/content/render-content.ts';
import { wordsOfBody } from '../../core/summary/body-words.ts';
import { composeSummary, type SummarySubject } from '../../core/summary/compose-summary.ts';
import { digestWithOverride } from '../../core/summary/digest-article.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import { describeBox } from './describe-box.ts';
import type { BoxSource } from './inject-page.ts';

/** Summarises the page itself, as the service would that reads it. */
export const computeBox: BoxSource = async ({ url, extraction }) => {
  const { title, description, body } = extraction;
  const rendered = renderContent(body.kind, body.source, { baseUrl: url });
  if (!rendered.ok || rendered.content.summaryOff) return null;
  const words = wordsOfBody(rendered.content, title, extraction.language);
  const { language } = words;
  const digest = digestWithOverride({ ...words, title, description, override: null, url });
  if (digest.sentences.length === 0) return null;
  const subject: SummarySubject = {
    slug: '',
    title,
    revision: 1,
    updatedAt: '',
    pageUrl: url,
    ownPage: false,
    teaserOnly: extraction.teaserOnly,
    reviewed: false,
    correction: null,
  };
  const summary = composeSummary(digest, subject, language, DEFAULT_SUMMARY_OPTIONS);
  const abstract = composeSummary(digest, subject, language, { ...DEFAULT_SUMMARY_OPTIONS, type: 'tldr' });
  return describeBox({
    url,
    title,
    language,
    sentences: summary.sentences.map((sentence) => sentence.text),
    credit: summary.label.text,
    abstract,
  });
};
