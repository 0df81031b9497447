import { DomainError } from '../../core/errors.ts';
import { askTruth } from '../../flows/read-article.ts';
import type { Answer } from '../answer.ts';
import { hasScope } from '../auth.ts';
import type { Context, Dependencies } from '../context.ts';
import { goTo } from '../desk/answer-page.ts';
import { type Form, readForm } from '../desk/form.ts';
import { closeSession, type Editor, readSession, requireOwnOrigin } from '../desk/session.ts';
import type { Resource } from '../resource.ts';

type ShowPage = (dependencies: Dependencies, context: Context, editor: Editor) => Promise<Answer>;
type Change = (
  dependencies: Dependencies,
  context: Context,
  form: Form,
  editor: Editor,
) => Promise<Answer> | Answer;

/** The pages of the newsroom. They load when the first editor comes: readers never pay for them. */
export function deskResources(dependencies: Dependencies): Resource[] {
  const page = (load: () => Promise<ShowPage>) => (context: Context) =>
    withEditor(dependencies, context, [], async (editor) => (await load())(dependencies, context, editor));
  const change = (load: () => Promise<Change>) => (context: Context) =>
    guardChange(dependencies, context, async (form, editor) =>
      (await load())(dependencies, context, form, editor),
    );
  return [
    {
      path: '/desk',
      cors: 'none',
      GET: page(async () => (await import('../desk/queue.ts')).showQueue),
      POST: change(async () => (await import('../desk/queue.ts')).approveChosen),
    },
    {
      path: '/desk/sign-in',
      cors: 'none',
      GET: () => goTo('/desk'), // Whoever loads the page of a refusal again.
      POST: async (context) => (await import('../desk/sign-in.ts')).signIn(dependencies, context),
    },
    {
      path: '/desk/measures',
      cors: 'none',
      GET: page(async () => (await import('../desk/measures.ts')).showMeasures),
    },
    {
      path: '/desk/measures.csv',
      cors: 'none',
      GET: page(async () => (await import('../desk/measures.ts')).downloadMeasures),
    },
    {
      path: '/desk/rules',
      cors: 'none',
      GET: page(async () => (await import('../desk/rules.ts')).showRules),
      POST: change(async () => (await import('../desk/rules.ts')).setRuleByForm),
    },
    { path: '/desk/sign-out', cors: 'none', POST: change(async () => signOut) },
    {
      path: '/desk/articles/:slug',
      cors: 'none',
      GET: page(async () => (await import('../desk/review.ts')).showReview),
      POST: change(async () => (await import('../desk/decide.ts')).decideByForm),
    },
    {
      path: '/desk/articles/:slug/preview',
      cors: 'none',
      POST: change(async () => (await import('../desk/preview.ts')).previewByForm),
    },
  ];
}

function signOut({ settings }: Dependencies, context: Context): Answer {
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
