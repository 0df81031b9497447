import { readerUrl } from '../../core/fetching/reader-url.ts';
import { LIST_DEFAULT_COUNT } from '../../core/limits.ts';
import type { SummaryState } from '../../core/summary/review.ts';
import { readStored } from '../../flows/edit-article.ts';
import type { Desk, QueueQuery } from '../../flows/ports.ts';
import { askTruth } from '../../flows/read-article.ts';
import { reviewArticle } from '../../flows/review-article.ts';
import type { DeskLabels } from '../../pages/desk/desk-labels.ts';
import { renderReview } from '../../pages/desk/review-page.tsx';
import type { Draft } from '../../pages/desk/review-props.ts';
import type { Answer } from '../answer.ts';
import { type Context, type Dependencies, originOf } from '../context.ts';
import { knownSlug } from '../slug.ts';
import { answerPage } from './answer-page.ts';
import { draftOf } from './draft.ts';
import type { Form } from './form.ts';
import { frameOf } from './frame.ts';
import type { Editor } from './session.ts';

export function showReview(dependencies: Dependencies, context: Context, editor: Editor): Promise<Answer> {
  return show(dependencies, context, knownSlug(context), editor);
}

/** What was typed when the session ended: shown again, and saved by the editor. */
export function showTyped(
  dependencies: Dependencies,
  context: Context,
  slug: string,
  form: Form,
  editor: Editor,
): Promise<Answer> {
  return show(dependencies, context, slug, editor, { draft: draftOf(form), message: 'signedInAgain' });
}

export interface Shown {
  draft?: Draft;
  message?: keyof DeskLabels;
  status?: number;
}

export async function show(
  dependencies: Dependencies,
  context: Context,
  slug: string,
  editor: Editor,
  { draft, message, status = 200 }: Shown = {},
): Promise<Answer> {
  const { catalogue, desk, gate, settings } = dependencies;
  const { record } = await readStored(catalogue, slug);
  const review = await reviewArticle(record, gate);
  const [frame, history, nextSlug] = await Promise.all([
    frameOf(dependencies, context, editor),
    askTruth(() => desk.history(slug, null, LIST_DEFAULT_COUNT)),
    findNext(desk, record, review.state),
  ]);
  const page = renderReview(frame, {
    record,
    review,
    history,
    draft,
    message: message && frame.labels[message],
    isConflict: message === 'conflict',
    pageUrl: readerUrl(record, originOf(context, settings)),
    nextSlug,
    theme: settings.boxTheme,
  });
  return answerPage(page, status);
}

/** States whose articles are gone through one after the other, from the newest on. */
const IN_TURN: readonly SummaryState[] = ['automatic', 'proposed', 'waiting'];

/**
 * The next article that waits: of automatic, proposed and withheld ones the next older one; after any other, one that is
 * out of date, else the newest withheld one, else the newest automatic one.
 */
export async function findNext(
  desk: Desk,
  { slug, publishedAt }: { slug: string; publishedAt: string },
  state: SummaryState,
): Promise<string | undefined> {
  const first = async (wanted: SummaryState, cursor?: QueueQuery['cursor']) => {
    const { items } = await askTruth(() =>
      desk.reviewQueue({ limit: 2, state: wanted, ...(cursor === undefined ? {} : { cursor }) }),
    );
    return items.find((item) => item.slug !== slug)?.slug;
  };
  if (IN_TURN.includes(state))
    return first(state, { publishedAt: Date.parse(publishedAt), slug, direction: 'after' });
  return (await first('stale')) ?? (await first('waiting')) ?? first('automatic');
}
