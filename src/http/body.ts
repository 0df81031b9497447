import { DomainError } from '../core/errors.ts';
import type { Context } from './context.ts';

/**
 * Reads a body of one of the accepted media types, as bytes.
 *
 * Refused before a byte is read where the headers already tell; the limit holds while reading as well.
 *
 * @throws {DomainError} `unsupported-media-type`, `body-too-large`.
 */
export async function readRawBody(
  context: Context,
  accepted: readonly string[],
  limitBytes: number,
): Promise<{ mediaType: string; bytes: Uint8Array }> {
  const mediaType = (context.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = context.req.header('Content-Encoding') ?? 'identity';
  if (!accepted.includes(mediaType) || encoding.trim().toLowerCase() !== 'identity') {
    throw new DomainError({ kind: 'unsupported-media-type', accepted });
  }
  if (Number(context.req.header('Content-Length') ?? 0) > limitBytes) {
    throw new DomainError({ kind: 'body-too-large', limitBytes });
  }
  return { mediaType, bytes: await readBytes(context.req.raw.body, limitBytes) };
}

/** The same as UTF-8 text. @throws {DomainError} as {@link readRawBody}; `malformed-body`. */
export async function readTextBody(
  context: Context,
  accepted: readonly string[],
  limitBytes: number,
): Promise<{ mediaType: string; text: string }> {
  const { mediaType, bytes } = await readRawBody(context, accepted, limitBytes);
  return { mediaType, text: decodeUtf8(bytes) };
}

/** @throws {DomainError} as {@link readTextBody}. */
export async function readJsonBody(context: Context, limitBytes: number): Promise<unknown> {
  const { text } = await readTextBody(context, ['application/json'], limitBytes);
  return parseJson(text);
}

/** @throws {DomainError} `malformed-body`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError({ kind: 'malformed-body', detail: 'The body is not JSON.' });
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null, limitBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limitBytes) throw new DomainError({ kind: 'body-too-large', limitBytes }); // Leaving cancels the stream.
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new DomainError({ kind: 'malformed-body', detail: 'The body is not UTF-8.' });
  }
}
