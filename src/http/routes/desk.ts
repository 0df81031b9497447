import { DomainError } from '../../core/errors.ts';
import { askTruth } from '../../flows/read-article.ts';
import type { Answer } from '../answer.ts';
import { hasScope } from '../auth.ts';
import type { Context, Dependencies, Handler } from '../context.ts';
import { goTo } from '../desk/answer-page.ts';
import { type Form, readForm } from '../desk/form.ts';
import { closeSession, type Editor, readSession, requireOwnOrigin } from '../desk/session.ts';

type ShowPage = (dependencies: Dependencies, context: Context, editor: Editor) => Promise<Answer>;
type Change = (
  dependencies: Dependencies,
  context: Context,
  form: Form,
  editor: Editor,
) => Promise<Answer> | Answer;

const page =
  (load: () => Promise<ShowPage>): Handler =>
  (dependencies, context) =>
    withEditor(dependencies, context, [], async (editor) => (await load())(dependencies, context, editor));
const change =
  (load: () => Promise<Change>): Handler =>
  (dependencies, context) =>
    guardChange(dependencies, context, async (form, editor) =>
      (await load())(dependencies, context, form, editor),
    );

export const showQueue = page(async () => (await import('../desk/queue.ts')).showQueue);
export const approveChosen = change(async () => (await import('../desk/queue.ts')).approveChosen);
export const showMeasures = page(async () => (await import('../desk/measures.ts')).showMeasures);
export const downloadMeasures = page(async () => (await import('../desk/measures.ts')).downloadMeasures);
export const showRules = page(async () => (await import('../desk/rules.ts')).showRules);
export const setRule = change(async () => (await import('../desk/rules.ts')).setRuleByForm);
export const showReview = page(async () => (await import('../desk/review.ts')).showReview);
export const decide = change(async () => (await import('../desk/decide.ts')).decideByForm);
export const preview = change(async () => (await import('../desk/preview.ts')).previewByForm);
export const signOut = change(async () => endSession);

/** Whoever loads the page of a refusal again. */
export function leaveSignIn(): Answer {
  return goTo('/desk');
}

function endSession({ settings }: Dependencies, context: Context): Answer {
  return goTo(settings.access === undefined ? '/desk' : '/cdn-cgi/access/logout', {
    'Set-Cookie': closeSession(context),
  });
}

/** Own origin first, then the session; where that has ended, what was typed waits in the form of signing in. */
async function guardChange(
  dependencies: Dependencies,
  context: Context,
  answer: (form: Form, editor: Editor) => Promise<Answer>,
): Promise<Answer> {
  requireOwnOrigin(context);
  const form = await readForm(context);
  return withEditor(dependencies, context, [...form], (editor) => answer(form, editor));
}

async function withEditor(
  dependencies: Dependencies,
  context: Context,
  typed: [string, string][],
  answer: (editor: Editor) => Promise<Answer>,
): Promise<Answer> {
  const { settings, desk, now, accessKeys } = dependencies;
  if (settings.access !== undefined) {
    const { readAccess } = await import('../desk/access.ts');
    return answer(await readAccess(context, settings.access, accessKeys));
  }
  if (!settings.tokens.some((token) => hasScope(token, 'edit')))
    throw new DomainError({ kind: 'writes-not-configured' });
  const key = await askTruth(() => desk.sessionKey());
  const editor = readSession(context, key, settings, now());
  if (editor !== undefined) return answer(editor);
  const { pathname, search } = new URL(context.req.url);
  // The script asks for previews: it tells the editor itself.
  if (pathname.endsWith('/preview')) throw new DomainError({ kind: 'unauthorized', isRefused: false });
  const message = typed.length === 0 ? undefined : 'sessionEnded';
  const { showSignIn } = await import('../desk/sign-in.ts');
  return showSignIn(dependencies, context, { path: `${pathname}${search}`, typed, message });
}
