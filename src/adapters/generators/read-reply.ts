import { GenerationError, type GenerationFailureKind } from '../../core/generation/generation-failure.ts';
import { readRetryAfter } from '../retry-after.ts';

/** A summary takes 2 KB; models that think aloud write more. */
const REPLY_MAX_BYTES = 256 * 1024;

const BY_STATUS: Readonly<Record<number, GenerationFailureKind>> = {
  401: 'unauthorised',
  403: 'unauthorised',
  408: 'timed-out',
  413: 'rejected',
  429: 'rate-limited',
};

/**
 * What the endpoint answered, parsed. Nothing of a refused answer is read: it may repeat what was sent.
 *
 * @throws {GenerationError}
 */
export async function readReply(response: Response): Promise<unknown> {
  if (!response.ok) {
    await response.body?.cancel();
    const kind = BY_STATUS[response.status] ?? (response.status >= 500 ? 'unavailable' : 'rejected');
    throw new GenerationError(kind, readRetryAfter(response) ?? undefined);
  }
  const text = await readLimited(response);
  try {
    return JSON.parse(text);
  } catch (error) {
    // A body that ends too early looks like this as well.
    throw new GenerationError('not-json', undefined, { cause: error });
  }
}

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > REPLY_MAX_BYTES) throw new GenerationError('answer-too-long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

interface Reply {
  choices?: { finish_reason?: unknown; message?: { content?: unknown; refusal?: unknown } | null }[];
  response?: unknown;
}

/**
 * What the model said, out of what the endpoint wraps around it: `choices` (OpenAI's form, and of the newer models of
 * Workers AI) or `response` (Workers AI; an object in JSON mode).
 *
 * @throws {GenerationError} `refused`, `cut-off`, `wrong-shape`.
 */
export function contentOf(reply: unknown): unknown {
  const { choices, response } = (reply ?? {}) as Reply;
  if (!Array.isArray(choices)) {
    if (response === undefined || response === null || response === '')
      throw new GenerationError('wrong-shape');
    return response;
  }
  const [choice] = choices;
  if (typeof choice?.message?.refusal === 'string' || choice?.finish_reason === 'content_filter')
    throw new GenerationError('refused');
  if (choice?.finish_reason === 'length') throw new GenerationError('cut-off');
  const content = choice?.message?.content;
  if (typeof content !== 'string' || content === '') throw new GenerationError('wrong-shape');
  return content;
}

/** Runs one call against the clock; what the network throws becomes data. */
export async function callInTime<T>(
  timeoutMs: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await call(signal);
  } catch (error) {
    if (error instanceof GenerationError) throw error;
    throw new GenerationError(signal.aborted ? 'timed-out' : 'unavailable', undefined, { cause: error });
  }
}
