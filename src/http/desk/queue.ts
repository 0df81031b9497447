import { slugSchema } from '../../core/article/article.ts';
import { LIST_DEFAULT_COUNT, LIST_MAX_COUNT, QUERY_MAX_LENGTH, TAG_MAX_LENGTH } from '../../core/limits.ts';
import { SUMMARY_STATES } from '../../core/summary/review.ts';
import { type Approval, approveArticles } from '../../flows/approve-articles.ts';
import { readQueue } from '../../flows/read-queue.ts';
import { type DeskLabels, fill } from '../../pages/desk/desk-labels.ts';
import { renderQueue } from '../../pages/desk/queue-page.tsx';
import type { Answer } from '../answer.ts';
import type { Context, Dependencies } from '../context.ts';
import { queueParametersSchema } from '../routes/reviews.ts';
import { answerPage } from './answer-page.ts';
import type { Form } from './form.ts';
import { frameOf } from './frame.ts';
import type { Editor } from './session.ts';

/** @param outcomes - What became of a bulk approval. */
export async function showQueue(
  dependencies: Dependencies,
  context: Context,
  editor: Editor,
  outcomes?: readonly Approval[],
): Promise<Answer> {
  const asked = new URL(context.req.url).searchParams;
  const state = SUMMARY_STATES.find((name) => name === asked.get('state'));
  const search = asked.get('search')?.slice(0, QUERY_MAX_LENGTH).trim() || undefined;
  const tag = asked.get('tag')?.slice(0, TAG_MAX_LENGTH).trim() || undefined;
  const cursor = search === undefined ? asked.get('cursor') : null;
  const query = queueParametersSchema().safeParse({
    state,
    search,
    tag,
    ...(cursor === null ? {} : { cursor }),
  });
  const queue = await readQueue(
    dependencies.desk,
    query.success ? query.data : { limit: LIST_DEFAULT_COUNT, state },
  );
  const frame = await frameOf(dependencies, context, editor);
  const message = outcomes && tellApprovals(frame.labels, outcomes);
  return answerPage(renderQueue(frame, { queue, state, tag, search, message }));
}

export async function approveChosen(
  dependencies: Dependencies,
  context: Context,
  form: Form,
  editor: Editor,
): Promise<Answer> {
  const chosen = form.getAll('article').flatMap((value) => {
    const [slug = '', revision = ''] = value.split('@');
    const isArticle = slugSchema().safeParse(slug).success && /^[1-9]\d{0,14}$/u.test(revision);
    return isArticle ? [{ slug, revision: Number(revision) }] : [];
  });
  const outcomes = await approveArticles(dependencies, chosen.slice(0, LIST_MAX_COUNT), editor.name);
  return showQueue(dependencies, context, editor, outcomes);
}

function tellApprovals(labels: DeskLabels, outcomes: readonly Approval[]): string {
  const others = outcomes.filter(({ outcome }) => outcome !== 'approved').map(({ slug }) => slug);
  const approved = fill(labels.approvedCount, { n: outcomes.length - others.length });
  return others.length === 0
    ? approved
    : `${approved} ${fill(labels.leftAlone, { names: others.join(', ') })}`;
}
