import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { DomainError } from '../../core/errors.ts';
import { LIST_DEFAULT_COUNT } from '../../core/limits.ts';
import { decisionSchema, type HistoryEntry, type SummaryState } from '../../core/summary/review.ts';
import { decideSummary } from '../../flows/decide-summary.ts';
import { readStored } from '../../flows/edit-article.ts';
import { askTruth } from '../../flows/read-article.ts';
import { reviewArticle } from '../../flows/review-article.ts';
import { type Draft, renderReview } from '../../pages/desk/review-page.tsx';
import type { Answer } from '../answer.ts';
import type { Context, Dependencies } from '../context.ts';

import { knownSlug, parseBody } from '../validate.ts';
import { answerPage, goTo } from './answer-page.ts';
import type { Form } from './form.ts';
import type { Editor } from './session.ts';

export async function showReview(
  dependencies: Dependencies,
  context: Context,
  editor: Editor,
): Promise<Answer> {
  return show(dependencies, knownSlug(context), editor, {});
}

/** What was typed when the session ended: shown again, and saved by the editor. */
export function showTyped(
  dependencies: Dependencies,
  slug: string,
  form: Form,
  editor: Editor,
): Promise<Answer> {
  const message = 'You are signed in again. Nothing was saved yet: what you typed stands below.';
  return show(dependencies, slug, editor, { draft: draftOf(form), message });
}

interface Shown {
  draft?: Draft;
  message?: string;
  status?: number;
}

async function show(
  { catalogue, desk, gate, settings: { publicationName } }: Dependencies,
  slug: string,
  editor: Editor,
  { draft, message, status = 200 }: Shown,
): Promise<Answer> {
  const { record } = await readStored(catalogue, slug);
  const history = await askTruth(() => desk.history(slug, null, LIST_DEFAULT_COUNT));
  const review = await reviewArticle(record, gate);
  const frame = { publicationName, editor: editor.name };
  return answerPage(renderReview(frame, { record, review, history, draft, message }), status);
}

export async function decideByForm(
  dependencies: Dependencies,
  context: Context,
  form: Form,
  editor: Editor,
): Promise<Answer> {
  const slug = knownSlug(context);
  const { catalogue, desk } = dependencies;
  const id = await askTruth(() => catalogue.identify());
  const [latest] = await askTruth(() => desk.history(slug, null, 1));
  const preconditions = {
    ifMatch: `"${id}.${slug}.${form.get('revision') ?? ''}.0.desk"`,
    ifNoneMatch: undefined,
  };
  try {
    const decision = parseBody(decisionOf(form, latest), decisionSchema);
    const { record } = await decideSummary(dependencies, slug, decision, editor.name, preconditions);
    const waiting = WAITING[decision.decision];
    return goTo(waiting ? await nextAfter(dependencies, record, waiting) : `/desk/articles/${slug}`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const told = TOLD[error.fault.kind];
    if (told === undefined) throw error;
    return show(dependencies, slug, editor, { draft: draftOf(form), ...told });
  }
}

/** Decisions after which the next article of the same pile is looked at. */
const WAITING: Readonly<Record<string, SummaryState | undefined>> = {
  approve: 'automatic',
  accept: 'proposed',
};

/** What an editor can mend, with what was typed still there. */
const TOLD: Readonly<Record<string, { message: string; status: number } | undefined>> = {
  'precondition-failed': {
    message:
      'Somebody was quicker: what stands now is shown beside your choice, which is kept here and not saved. Save it again if it is right.',
    status: 412,
  },
  'invalid-body': {
    message: 'This cannot be saved: choose or write 1 to 20 sentences of at most 1,000 characters each.',
    status: 422,
  },
  'entry-not-found': { message: 'There is nothing to undo.', status: 404 },
  'proposal-not-found': {
    message: 'The article has other words by now: what the AI wrote of the former ones is gone.',
    status: 404,
  },
};

/** What the form says, for the schema to judge. */
function decisionOf(form: Form, latest: HistoryEntry | undefined): unknown {
  const decision = form.get('do') ?? 'edit';
  switch (decision) {
    case 'edit': {
      const { own, taken } = draftOf(form);
      return { decision, sentences: [...lines(own), ...taken] };
    }
    case 'correct': {
      const text = form.get('correction')?.trim().replaceAll(/\s+/gu, ' ') ?? '';
      return { decision, text: text === '' ? null : text };
    }
    case 'undo':
      return { decision: 'restore', entry: latest?.entry ?? 1, side: 'before' };
    case 'restore':
      return { decision, entry: Number(form.get('entry')) };
    default:
      return { decision };
  }
}

function draftOf(form: Form): Draft {
  return {
    own: form.get('own') ?? '',
    taken: form.getAll('take'),
    correction: form.get('correction') ?? '',
  };
}

function lines(text: string): string[] {
  return text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The next article that waits to be looked at, so that its approval is one press of a key; else the queue. */
async function nextAfter(
  { desk }: Dependencies,
  { slug, publishedAt }: ArticleRecord,
  state: SummaryState,
): Promise<string> {
  const cursor = { publishedAt: Date.parse(publishedAt), slug, direction: 'after' as const };
  const { items } = await askTruth(() => desk.reviewQueue({ limit: 1, state, cursor }));
  return items[0] === undefined ? '/desk' : `/desk/articles/${items[0].slug}`;
}
