import { mediaTypeOf } from '../../core/fetching/page-media.ts';
import type { PageAnswer, PageRequest } from '../../flows/ingestion/ports.ts';
import { readRetryAfter } from '../retry-after.ts';
import { EXPECTATIONS, type Expectation } from './expectations.ts';

/** What a response that is no redirect says; its body is read as far as it may be, or given back. */
export async function readAnswer(
  response: Response,
  request: PageRequest,
  addresses: string[],
): Promise<PageAnswer> {
  const { status, headers } = response;
  if (status === 304) return { kind: 'unchanged' };
  if (status !== 200 && status !== 203) {
    await discard(response);
    return { kind: 'status', status, retryAfterSeconds: readRetryAfter(response) };
  }
  const expectation = EXPECTATIONS[request.expects];
  const contentType = headers.get('Content-Type') ?? 'text/html';
  if (!expectation.mediaType.test(mediaTypeOf(contentType))) {
    await discard(response);
    return { kind: 'unusable', problem: 'media-type' };
  }
  const bytes = await readBytes(response, expectation);
  if (bytes === 'broken') return { kind: 'unreachable' };
  if (bytes === 'too-large') return { kind: 'unusable', problem: 'too-large' };
  return {
    kind: 'body',
    url: addresses.at(-1) ?? request.url,
    addresses,
    bytes,
    contentType,
    etag: headers.get('ETag'),
    lastModified: headers.get('Last-Modified'),
    robots: headers.get('X-Robots-Tag') ?? '',
  };
}

/** Tells the other side that no more is wanted. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined); // A connection that has broken needs no telling.
}

/** @returns `too-large` by the header's word or by count; decoded bytes count. */
async function readBytes(
  response: Response,
  { maxBytes, isCut = false }: Expectation,
): Promise<Uint8Array | 'too-large' | 'broken'> {
  const announced = Number(response.headers.get('Content-Length') ?? 0);
  if (announced > maxBytes && !isCut) {
    await discard(response);
    return 'too-large';
  }
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let room = maxBytes;
    for await (const chunk of response.body ?? []) {
      // Leaving the loop cancels the stream.
      if (chunk.length > room && !isCut) return 'too-large';
      chunks.push(chunk.subarray(0, room));
      room -= chunk.length;
      if (isCut && room <= 0) break;
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  } catch {
    return 'broken';
  }
}
