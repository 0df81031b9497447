import { type Answer, HTML_TYPE } from '../answer.ts';

export async function answerPage(
  page: string,
  status = 200,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { DESK_POLICY } = await import('../../pages/desk/desk-document.tsx');
  return {
    status,
    cache: 'private',
    contentType: HTML_TYPE,
    headers: { 'Content-Security-Policy': DESK_POLICY, 'X-Robots-Tag': 'noindex', ...headers },
    body: page,
  };
}

/** By a form, so that going back never sends it again. */
export function goTo(path: string, headers: Record<string, string> = {}): Answer {
  return { status: 303, cache: 'private', headers: { Location: path, ...headers }, body: null };
}
