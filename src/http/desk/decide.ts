import { DomainError } from '../../core/errors.ts';
import { type Decision, decisionSchema, type HistoryEntry } from '../../core/summary/review.ts';
import { decideSummary } from '../../flows/decide-summary.ts';
import { readStored, type StoredEntry } from '../../flows/edit-article.ts';
import { askTruth } from '../../flows/read-article.ts';
import { reviewArticle } from '../../flows/review-article.ts';
import type { Answer } from '../answer.ts';
import type { Context, Dependencies } from '../context.ts';
import { knownSlug } from '../slug.ts';
import { parseBody } from '../validate.ts';
import { goTo } from './answer-page.ts';
import { draftOf, isChanged, oneLine, sentencesOf } from './draft.ts';
import type { Form } from './form.ts';
import { findNext, type Shown, show } from './review.ts';
import type { Editor } from './session.ts';

/** What a button of the article's form asks for. An approval saves first what was changed in the same form. */
export async function decideByForm(
  dependencies: Dependencies,
  context: Context,
  form: Form,
  editor: Editor,
): Promise<Answer> {
  const slug = knownSlug(context);
  const { desk, catalogue, gate } = dependencies;
  try {
    const [latest] = await askTruth(() => desk.history(slug, null, 1));
    const { record } = await readStored(catalogue, slug);
    const review = await reviewArticle(record, gate);
    const shown = review.sentences.map(({ text }) => text);
    const { decision } = parseBody(decisionOf(form, latest), decisionSchema);
    const wishes =
      decision === 'approve' && isChanged(form, shown)
        ? [editOf(form), { decision }]
        : [decisionOf(form, latest)];
    let revision = form.get('revision') ?? '';
    for (const wish of wishes) {
      const entry = await carryOut(dependencies, slug, parseBody(wish, decisionSchema), editor, revision);
      revision = String(entry.record.revision);
    }
    const isDone = decision === 'approve' || decision === 'accept';
    const next = isDone ? await findNext(desk, record, review.state) : slug;
    return goTo(next === undefined ? '/desk' : `/desk/articles/${next}`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const told = TOLD[error.fault.kind];
    if (told === undefined) throw error;
    return show(dependencies, context, slug, editor, { draft: draftOf(form), ...told });
  }
}

async function carryOut(
  dependencies: Dependencies,
  slug: string,
  decision: Decision,
  editor: Editor,
  revision: string,
): Promise<StoredEntry> {
  const id = await askTruth(() => dependencies.catalogue.identify());
  const preconditions = { ifMatch: `"${id}.${slug}.${revision}.0.desk"`, ifNoneMatch: undefined };
  return decideSummary(dependencies, slug, decision, editor.name, preconditions);
}

/** What an editor can mend, with what was typed still there. */
const TOLD: Readonly<Record<string, Pick<Required<Shown>, 'message' | 'status'> | undefined>> = {
  'precondition-failed': { message: 'conflict', status: 412 },
  'invalid-body': { message: 'cannotSave', status: 422 },
  'entry-not-found': { message: 'noUndo', status: 404 },
  'proposal-not-found': { message: 'proposalGone', status: 404 },
};

/** What the form says, for the schema to judge. */
function decisionOf(form: Form, latest: HistoryEntry | undefined): unknown {
  const decision = form.get('do') ?? 'edit';
  switch (decision) {
    case 'edit':
      return editOf(form);
    case 'correct': {
      const text = oneLine(form.get('correction') ?? '');
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

function editOf(form: Form): unknown {
  return { decision: 'edit', sentences: sentencesOf(draftOf(form)) };
}
