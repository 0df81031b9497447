import {
  type ArticleMeta,
  type ArticleRecord,
  articleRecordSchema,
} from '../../core/catalogue/article-record.ts';

/**
 * A record in as many bytes as one of its texts takes. Source, HTML, text and sentences say the same words, and deflate
 * finds what it has met within 32 KiB: so they are laid beside each other in slices before they are packed.
 */
const SLICE_MAX_LENGTH = 4_096;

type Packed = { meta: Omit<ArticleMeta, 'rule'>; digest: ArticleRecord['digest']; slices: string[][] };

/** Cost: some 0.3 ms for an article of 6 KB (`npm run bench catalogue`). */
export async function packRecord(record: ArticleRecord): Promise<Uint8Array<ArrayBuffer>> {
  const { bodySource, html, text, digest, rule: _rule, ...meta } = record;
  const packed: Packed = {
    meta,
    slices: layTogether([bodySource, html, text]),
    digest: { ...digest, sentences: digest.sentences.map((sentence) => withoutText(sentence, text)) },
  };
  // Half of a surrogate pair at the end of a slice has no UTF-8 form; JSON writes it as an escape.
  const bytes = new TextEncoder().encode(JSON.stringify(packed)) as Uint8Array<ArrayBuffer>; // Never shared.
  return transform(bytes, new CompressionStream('deflate-raw'));
}

export async function unpackRecord(bytes: Uint8Array<ArrayBuffer>): Promise<ArticleRecord> {
  const unpacked = await transform(bytes, new DecompressionStream('deflate-raw'));
  const { meta, digest, slices } = JSON.parse(new TextDecoder().decode(unpacked)) as Packed;
  const [bodySource = '', html = '', text = ''] = [0, 1, 2].map((part) =>
    slices.map((slice) => slice[part] ?? '').join(''),
  );
  const sentences = digest.sentences.map((sentence) => withText(sentence, text));
  return articleRecordSchema().parse({ ...meta, bodySource, html, text, digest: { ...digest, sentences } });
}

type Sentence = ArticleRecord['digest']['sentences'][number];

/** A sentence of the text is where it stands; what an editor wrote freely stands nowhere else. */
function withoutText(sentence: Sentence, text: string): Sentence {
  return sentenceAt(sentence, text) === sentence.text ? { ...sentence, text: '' } : sentence;
}

function withText(sentence: Sentence, text: string): Sentence {
  return sentence.text === '' ? { ...sentence, text: sentenceAt(sentence, text) } : sentence;
}

function sentenceAt({ offset, length }: Sentence, text: string): string {
  return offset === null || length === null ? '' : text.slice(offset, offset + length);
}

function layTogether(texts: readonly string[]): string[][] {
  const longest = Math.max(...texts.map(({ length }) => length));
  const count = Math.max(1, Math.ceil(longest / SLICE_MAX_LENGTH));
  const slice = (text: string, index: number) =>
    text.slice(Math.floor((text.length * index) / count), Math.floor((text.length * (index + 1)) / count));
  return Array.from({ length: count }, (_, index) => texts.map((text) => slice(text, index)));
}

async function transform(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const fed = writer.write(bytes).then(() => writer.close());
  const [, result] = await Promise.all([fed, new Response(stream.readable).arrayBuffer()]);
  return new Uint8Array(result);
}
