import { DomainError } from '../core/errors.ts';
import { JSON_MEDIA } from './answer.ts';
import type { Context } from './context.ts';

/**
 * Reads a body of one of the accepted media types, as bytes.
 *
 * Refused before a byte is read where the headers already tell; the limit holds while reading as well.
 *
 * @throws {DomainError} `malformed-body` (a part of a whole), `unsupported-media-type`, `unsupported-content-coding`,
 *   `body-too-large`.
 */
export async function readRawBody(
  context: Context,
  accepted: readonly string[],
  limitBytes: number,
): Promise<{ mediaType: string; charset: string; bytes: Uint8Array }> {
  refusePart(context);
  const { mediaType, charset } = typeOf(context);
  if (!accepted.includes(mediaType)) throw new DomainError({ kind: 'unsupported-media-type', accepted });
  const encoding = context.req.header('Content-Encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') {
    throw new DomainError({ kind: 'unsupported-content-coding' });
  }
  return { mediaType, charset, bytes: await readBody(context, limitBytes) };
}

/** A part stored as if it were the whole would lose the rest (RFC 9110, section 14.5). */
function refusePart({ req }: Context): void {
  if (req.method !== 'PUT' || req.header('Content-Range') === undefined) return;
  throw new DomainError({
    kind: 'malformed-body',
    detail: 'Parts are not stored: send the whole, without Content-Range.',
  });
}

/** The same as text, in the `charset` of the media type; without one, and for JSON always, UTF-8. @throws {DomainError} as {@link readRawBody}; `malformed-body` (not in its charset). */
export async function readTextBody(
  context: Context,
  accepted: readonly string[],
  limitBytes: number,
): Promise<{ mediaType: string; text: string }> {
  const { mediaType, charset, bytes } = await readRawBody(context, accepted, limitBytes);
  return { mediaType, text: decode(bytes, mediaType === JSON_MEDIA ? UTF_8 : charset) };
}

/** @throws {DomainError} as {@link readTextBody}. */
export async function readJsonBody(context: Context, limitBytes: number): Promise<unknown> {
  const { text } = await readTextBody(context, [JSON_MEDIA], limitBytes);
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

/** A stated length is kept to by HTTP itself, so only a body that states none is counted while it is read. */
async function readBody(context: Context, limitBytes: number): Promise<Uint8Array> {
  const stated = context.req.header('Content-Length');
  if (stated !== undefined && Number(stated) > limitBytes)
    throw new DomainError({ kind: 'body-too-large', limitBytes });
  const isStated = stated !== undefined && /^\d+$/u.test(stated);
  return isStated
    ? new Uint8Array(await context.req.raw.arrayBuffer())
    : readBytes(context.req.raw.body, limitBytes);
}

async function readBytes(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  limitBytes: number,
): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limitBytes) throw new DomainError({ kind: 'body-too-large', limitBytes }); // Leaving cancels the stream.
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const UTF_8 = 'utf-8';

function typeOf({ req }: Context): { mediaType: string; charset: string } {
  const type = req.header('Content-Type') ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/iu.exec(type)?.[1]?.toLowerCase() ?? UTF_8;
  return { mediaType: type.split(';')[0]?.trim().toLowerCase() ?? '', charset };
}

/** Labels are those of the Encoding standard. */
function decode(bytes: Uint8Array, charset: string): string {
  const decoder = decoderFor(charset);
  try {
    return decoder.decode(bytes);
  } catch {
    const detail =
      charset === UTF_8
        ? 'The body is not UTF-8. Another encoding of a text is named by the charset of its Content-Type.'
        : `The body is not ${decoder.encoding}, as its Content-Type says.`;
    throw new DomainError({ kind: 'malformed-body', detail });
  }
}

/** Nearly all bodies are UTF-8, and a decoder that is not asked to stream keeps nothing of them. */
const utf8Decoder = new TextDecoder(UTF_8, { fatal: true, ignoreBOM: false });

function decoderFor(charset: string): TextDecoder {
  if (charset === UTF_8) return utf8Decoder;
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: false });
  } catch {
    const detail = 'The charset of the Content-Type is not known. Send UTF-8.'; // RangeError.
    throw new DomainError({ kind: 'malformed-body', detail });
  }
}
