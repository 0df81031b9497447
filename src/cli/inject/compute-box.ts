import {
  joinParagraphs,
  joinSeams,
  pinnedParagraphs,
  renderContent,
} from '../../core/content/render-content.ts';
import { detectLanguage } from '../../core/summarizer/index.ts';
import { composeSummary, type SummarySubject } from '../../core/summary/compose-summary.ts';
import { digestWithOverride } from '../../core/summary/digest-article.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/summary-options.ts';
import { describeBox } from './describe-box.ts';
import type { BoxSource } from './inject-page.ts';

/** Summarises the page itself, as the service would that reads it. */
export const computeBox: BoxSource = async ({ url, extraction }) => {
  const { title, description, body } = extraction;
  const rendered = renderContent(body.kind, body.source, { baseUrl: url });
  if (!rendered.ok || rendered.content.summaryOff) return null;
  const { paragraphs, elsewhere } = rendered.content;
  const text = joinParagraphs(paragraphs);
  const language = extraction.language ?? detectLanguage(`${title}\n\n${text}`);
  const digest = digestWithOverride({
    text,
    title,
    description,
    language,
    pinned: pinnedParagraphs(paragraphs),
    override: null,
    url,
    page: { seams: joinSeams(paragraphs), elsewhere },
  });
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
