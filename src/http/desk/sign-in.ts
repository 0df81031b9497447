import { slugSchema } from '../../core/article/article.ts';
import { DomainError } from '../../core/errors.ts';
import { limitRate } from '../../flows/limit-rate.ts';
import { askTruth } from '../../flows/read-article.ts';
import { renderSignIn } from '../../pages/desk/sign-in-page.tsx';
import type { Answer } from '../answer.ts';
import { findToken, hasScope } from '../auth.ts';
import { type Context, callerAddress, type Dependencies } from '../context.ts';
import { answerPage, goTo } from './answer-page.ts';
import { readForm } from './form.ts';
import { frameOf } from './frame.ts';
import { openSession, requireOwnOrigin } from './session.ts';

interface Wanted {
  /** Where the editor was going. */
  path: string;
  typed: [string, string][];
  message: 'sessionEnded' | 'noToken' | undefined;
}

export async function showSignIn(
  dependencies: Dependencies,
  context: Context,
  { message, ...wanted }: Wanted,
  status = 200,
): Promise<Answer> {
  const frame = await frameOf(dependencies, context);
  return answerPage(renderSignIn(frame, { ...wanted, message: message && frame.labels[message] }), status);
}

export async function signIn(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { settings, desk, now, lookupLimiter } = dependencies;
  requireOwnOrigin(context);
  if (settings.access !== undefined) throw new DomainError({ kind: 'access-refused' }); // No way round it.
  await limitRate(lookupLimiter, () => `desk ${callerAddress(context)()}`);
  const form = await readForm(context);
  const path = ownPath(form.get('path') ?? '');
  const typed = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith('typed-') ? [[name.slice('typed-'.length), value]] : [],
  );
  const token = await findToken(form.get('token') ?? '', settings.tokens);
  if (token === undefined || !hasScope(token, 'edit'))
    return showSignIn(dependencies, context, { path, typed, message: 'noToken' }, 403);
  const key = await askTruth(() => desk.sessionKey());
  const headers = { 'Set-Cookie': openSession(context, key, token, now()) };
  if (path === '/desk/rules') return goTo(`${path}?${new URLSearchParams(typed)}`, headers); // What was typed stands in it.
  const [, slug] = /^\/desk\/articles\/([^/?]+)$/u.exec(path) ?? [];
  if (typed.length === 0 || slug === undefined || !slugSchema().safeParse(slug).success)
    return goTo(path, headers);
  const { showTyped } = await import('./review.ts');
  const kept = await showTyped(dependencies, context, slug, new URLSearchParams(typed), { name: token.name });
  return { ...kept, headers: { ...kept.headers, ...headers } };
}

/** Signing in leads to a place of the desk and nowhere else. */
function ownPath(path: string): string {
  return /^\/desk(?:\/articles\/[a-z0-9-]+|\/measures|\/rules)?(?:\?[^\s\\]*)?$/u.test(path) ? path : '/desk';
}
