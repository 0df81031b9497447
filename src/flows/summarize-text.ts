import { bodyOf } from '../core/article/article-body.ts';
import { joinParagraphs, pinnedParagraphs, renderContent } from '../core/content/render-content.ts';
import { DomainError } from '../core/errors.ts';
import type { Summary } from '../core/summary/summary.ts';
import { rankAndCompose } from './rank-and-compose.ts';
import type { SummaryRequest } from './summary-request.ts';

/** BCP 47 for a language that nobody has told. */
const UNDETERMINED = 'und';

/**
 * Summarises what is sent and stores nothing.
 *
 * Offsets count in the text as we read it: paragraphs joined by one blank line, white space folded.
 *
 * @throws {DomainError} `nested-too-deeply`, `too-many-elements`, `nothing-to-summarise`, `summary-disabled` (the page
 *   asks for none).
 */
export function summarizeText(request: SummaryRequest): Summary {
  const { kind, source } = bodyOf(request);
  const rendered = renderContent(kind, source);
  if (!rendered.ok) throw new DomainError(rendered.fault);
  const { paragraphs, summaryOff } = rendered.content;
  if (summaryOff) throw new DomainError({ kind: 'summary-disabled', stored: false });
  const text = joinParagraphs(paragraphs);
  const pinned = pinnedParagraphs(paragraphs);
  // Ranking tells the language of a text that comes without, from the words that it scans anyway.
  const { title, description, language = UNDETERMINED } = request;
  const input = { text, title, description, language, pinned, excluded: [], linked: false };
  const summary = rankAndCompose(input, null, null, request);
  if (summary.sentences.length === 0) throw new DomainError({ kind: 'nothing-to-summarise', stored: false });
  return summary;
}
