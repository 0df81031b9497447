import { slugSchema } from '../../core/article/article.ts';
import { DomainError } from '../../core/errors.ts';
import { QUERY_MAX_LENGTH } from '../../core/limits.ts';
import { SUMMARY_STATES } from '../../core/summary/review.ts';
import { approveArticles } from '../../flows/approve-articles.ts';
import { limitRate } from '../../flows/limit-rate.ts';
import { askTruth } from '../../flows/read-article.ts';
import { readQueue } from '../../flows/read-queue.ts';
import type { Answer } from '../answer.ts';
import { findToken, hasScope } from '../auth.ts';
import { type Context, callerAddress, type Dependencies } from '../context.ts';
import { answerPage, goTo } from '../desk/answer-page.ts';
import { type Form, readForm } from '../desk/form.ts';
import { closeSession, type Editor, openSession, readSession, requireOwnOrigin } from '../desk/session.ts';
import type { Resource } from '../resource.ts';
import { queueParametersSchema } from './reviews.ts';

/** The pages of the newsroom. They load when the first editor comes: readers never pay for them. */
export function deskResources(dependencies: Dependencies): Resource[] {
  const change = (answer: (context: Context, form: Form, editor: Editor) => Promise<Answer>) =>
    guardChange(dependencies, answer);
  return [
    {
      path: '/desk',
      cors: 'none',
      GET: (context) =>
        withEditor(dependencies, context, [], (editor) => showQueue(dependencies, context, editor)),
      POST: change((context, form, editor) => approveChosen(dependencies, context, form, editor)),
    },
    { path: '/desk/sign-in', cors: 'none', POST: (context) => signIn(dependencies, context) },
    {
      path: '/desk/sign-out',
      cors: 'none',
      POST: change(async (context) => goTo('/desk', { 'Set-Cookie': closeSession(context) })),
    },
    {
      path: '/desk/articles/:slug',
      cors: 'none',
      GET: (context) =>
        withEditor(dependencies, context, [], async (editor) => {
          const { showReview } = await import('../desk/review.ts');
          return showReview(dependencies, context, editor);
        }),
      POST: change(async (context, form, editor) => {
        const { decideByForm } = await import('../desk/review.ts');
        return decideByForm(dependencies, context, form, editor);
      }),
    },
  ];
}

/** Own origin first, then the session; where that has ended, what was typed waits in the form of signing in. */
function guardChange(
  dependencies: Dependencies,
  answer: (context: Context, form: Form, editor: Editor) => Promise<Answer>,
): (context: Context) => Promise<Answer> {
  return async (context) => {
    requireOwnOrigin(context);
    const form = await readForm(context);
    return withEditor(dependencies, context, [...form], (editor) => answer(context, form, editor));
  };
}

async function withEditor(
  dependencies: Dependencies,
  context: Context,
  typed: [string, string][],
  answer: (editor: Editor) => Promise<Answer>,
): Promise<Answer> {
  const { settings, desk, now } = dependencies;
  if (!settings.tokens.some((token) => hasScope(token, 'edit')))
    throw new DomainError({ kind: 'writes-not-configured' });
  const key = await askTruth(() => desk.sessionKey());
  const editor = readSession(context, key, settings, now());
  if (editor !== undefined) return answer(editor);
  const { pathname, search } = new URL(context.req.url);
  const message =
    typed.length === 0 ? undefined : 'Your session has ended. Sign in again: what you typed is kept.';
  return showSignIn(dependencies, { path: `${pathname}${search}`, typed, message });
}

async function showSignIn(
  { settings: { publicationName } }: Dependencies,
  props: { path: string; typed: [string, string][]; message: string | undefined },
  status = 200,
): Promise<Answer> {
  const { renderSignIn } = await import('../../pages/desk/sign-in-page.tsx');
  return answerPage(renderSignIn({ publicationName, editor: undefined }, props), status);
}

async function signIn(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, desk, now, lookupLimiter } = dependencies;
  requireOwnOrigin(context);
  await limitRate(lookupLimiter, () => `desk ${callerAddress(context)()}`);
  const form = await readForm(context);
  const path = ownPath(form.get('path') ?? '');
  const typed = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith('typed-') ? [[name.slice('typed-'.length), value]] : [],
  );
  const token = await findToken(form.get('token') ?? '', settings.tokens);
  if (token === undefined || !hasScope(token, 'edit')) {
    const message = 'This is no token with the scope “edit”.';
    return showSignIn(dependencies, { path, typed, message }, 403);
  }
  const key = await askTruth(() => desk.sessionKey());
  const headers = { 'Set-Cookie': openSession(context, key, token, now()) };
  const [, slug] = /^\/desk\/articles\/([^/?]+)$/u.exec(path) ?? [];
  if (typed.length === 0 || slug === undefined || !slugSchema.safeParse(slug).success)
    return goTo(path, headers);
  const { showTyped } = await import('../desk/review.ts');
  const kept = await showTyped(dependencies, slug, new URLSearchParams(typed), { name: token.name });
  return { ...kept, headers: { ...kept.headers, ...headers } };
}

/** Signing in leads to a place of the desk and nowhere else. */
function ownPath(path: string): string {
  return /^\/desk(?:\/articles\/[a-z0-9-]+|\?[^\s\\]*)?$/u.test(path) ? path : '/desk';
}

async function showQueue(
  { desk, settings: { publicationName } }: Dependencies,
  context: Context,
  editor: Editor,
  message?: string,
): Promise<Answer> {
  const asked = new URL(context.req.url).searchParams;
  const state = SUMMARY_STATES.find((name) => name === asked.get('state'));
  const search = asked.get('search')?.slice(0, QUERY_MAX_LENGTH) || undefined;
  const cursor = search === undefined ? asked.get('cursor') : null;
  const query = queueParametersSchema.safeParse({ state, search, ...(cursor === null ? {} : { cursor }) });
  const queue = await readQueue(desk, query.success ? query.data : { limit: 20, state });
  const { renderQueue } = await import('../../pages/desk/queue-page.tsx');
  return answerPage(renderQueue({ publicationName, editor: editor.name }, { queue, state, search, message }));
}

async function approveChosen(
  dependencies: Dependencies,
  context: Context,
  form: Form,
  editor: Editor,
): Promise<Answer> {
  const chosen = form.getAll('article').flatMap((value) => {
    const [slug = '', revision = ''] = value.split('@');
    const isArticle = slugSchema.safeParse(slug).success && /^[1-9]\d{0,14}$/u.test(revision);
    return isArticle ? [{ slug, revision: Number(revision) }] : [];
  });
  const outcomes = await approveArticles(dependencies, chosen.slice(0, 100), editor.name);
  const approved = outcomes.filter(({ outcome }) => outcome === 'approved').length;
  const others = outcomes.filter(({ outcome }) => outcome !== 'approved').map(({ slug }) => slug);
  const left = others.length === 0 ? '' : ` Changed meanwhile, and left alone: ${others.join(', ')}.`;
  return showQueue(dependencies, context, editor, `Approved: ${approved}.${left}`);
}
