import type { ArticleInput } from '../../core/article/article.ts';
import { sendPatiently } from './read-url.ts';

export interface Target {
  /** Origin of the service. */
  origin: string;
  token: string;
  /** Whether what was removed from the service is brought back. */
  revives: boolean;
}

export type UploadOutcome =
  | { outcome: 'created' | 'changed' | 'unchanged' }
  | { outcome: 'refused'; reason: string };

/** Puts one article. Safe to repeat: what the service has already makes no write there. */
export async function uploadArticle(
  target: Target,
  slug: string,
  article: ArticleInput,
): Promise<UploadOutcome> {
  const before = await revisionOf(target, slug);
  if (before === 'removed' && !target.revives)
    return { outcome: 'refused', reason: 'was removed from the service (--revive brings it back)' };
  const response = await put(target, slug, article, typeof before === 'number' ? { 'If-Match': '*' } : {});
  if (response.status === 201) {
    await response.body?.cancel();
    return { outcome: 'created' };
  }
  if (!response.ok) return { outcome: 'refused', reason: await describeProblem(response) };
  const { revision } = (await response.json()) as { revision: number };
  return { outcome: revision === before ? 'unchanged' : 'changed' };
}

/** @returns undefined where nothing stands under the slug. */
async function revisionOf(target: Target, slug: string): Promise<number | 'removed' | undefined> {
  const response = await sendPatiently(`${target.origin}/v1/articles/${slug}`, {
    headers: { Authorization: `Bearer ${target.token}` },
    redirect: 'manual',
  });
  if (response.status === 401 || response.status === 403)
    throw new Error(`The service refuses the token: ${await describeProblem(response)}`);
  if (response.status !== 200) {
    await response.body?.cancel();
    return response.status === 410 ? 'removed' : undefined;
  }
  return ((await response.json()) as { revision: number }).revision;
}

function put(
  { origin, token }: Target,
  slug: string,
  article: ArticleInput,
  headers: Record<string, string>,
): Promise<Response> {
  return sendPatiently(`${origin}/v1/articles/${slug}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(article),
  });
}

async function describeProblem(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { title, detail, errors } = JSON.parse(text) as {
      title?: string;
      detail?: string;
      errors?: { pointer?: string; detail: string }[];
    };
    const [error] = errors ?? [];
    const reason = detail ?? (error && `${error.pointer ?? ''} ${error.detail}`.trim()) ?? title ?? '';
    return `${response.status} ${reason}`.trim();
  } catch {
    return String(response.status);
  }
}
