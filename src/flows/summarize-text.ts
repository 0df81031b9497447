import { type BodyKind, bodyOf } from '../core/article/body-kind.ts';
import { joinParagraphs, pinnedParagraphs } from '../core/content/body/paragraph.ts';
import type { RenderResult } from '../core/content/content.ts';
import { renderText } from '../core/content/render-text.ts';
import { DomainError } from '../core/errors.ts';
import { loadOnce } from '../core/load-once.ts';
import type { Models, Ranking } from '../core/summarizer/index.ts';
import { rankInput } from '../core/summary/rank-text.ts';
import type { Summary } from '../core/summary/summary.ts';
import { composeRanked, giveReasons } from './compose-ranked.ts';
import { modelsFor } from './models-for.ts';
import { showLabels } from './show-labels.ts';
import type { SummaryRequest } from './summary-request.ts';

const markupReader = loadOnce(() => import('../core/content/render-content.ts'));

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
export async function summarizeText(request: SummaryRequest): Promise<Summary> {
  const { kind, source } = bodyOf(request);
  const { summary, ranking } = rankRendered(
    await renderBody(kind, source),
    request,
    await modelsFor(request),
  );
  return showLabels(await giveReasons(summary, ranking, request), request);
}

/** Plain text needs no parser, and does not wait in a cold isolate until those of HTML and Markdown are ready. */
async function renderBody(kind: BodyKind, source: string): Promise<RenderResult> {
  if (kind === 'text') return renderText(source);
  const { renderContent } = await markupReader();
  return renderContent(kind, source);
}

/** {@link summarizeText} of a body that has been read, without reasons and the labels of a box. */
export function summarizeRendered(rendered: RenderResult, request: SummaryRequest, models: Models): Summary {
  return rankRendered(rendered, request, models).summary;
}

function rankRendered(
  rendered: RenderResult,
  request: SummaryRequest,
  models: Models,
): { summary: Summary; ranking: Ranking } {
  if (!rendered.ok) throw new DomainError(rendered.fault);
  const { paragraphs, summaryOff } = rendered.content;
  if (summaryOff) throw new DomainError({ kind: 'summary-disabled', stored: false });
  const text = joinParagraphs(paragraphs);
  const pinned = pinnedParagraphs(paragraphs);
  // Ranking tells the language of a text that comes without, from the words that it scans anyway.
  const { title, description, language = UNDETERMINED } = request;
  const input = { text, title, description, language, pinned, excluded: [], linked: false };
  const ranking = rankInput(input, request.query, models);
  const summary = composeRanked(ranking, input, null, null, request);
  if (summary.sentences.length === 0) throw new DomainError({ kind: 'nothing-to-summarise', stored: false });
  return { summary, ranking };
}
