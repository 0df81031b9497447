/** A message as far as injection looks at it. Names of fields in any case. */
interface Message {
  headers: { get(name: string): string | null };
}

/**
 * Whether a request may be answered with boxes in the page. Parts of pages, connections and our own crawler get what
 * the origin sends, byte for byte.
 */
export function mayInject({ method, headers }: Message & { method: string }): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.get('Range') === null &&
    headers.get('Upgrade') === null &&
    !(headers.get('User-Agent') ?? '').startsWith('Standfirst/')
  );
}

/** Codings that the runtime takes off and puts on again by itself. */
const CODINGS: readonly string[] = ['', 'identity', 'gzip', 'br'];

/** Whether an answer is a whole page that its publisher lets us change. */
export function isInjectable({ status, headers }: Message & { status: number }): boolean {
  const [type = '', ...parameters] = (headers.get('Content-Type') ?? '').split(';');
  return (
    status === 200 &&
    type.trim().toLowerCase() === 'text/html' &&
    isAsciiCompatible(parameters) &&
    CODINGS.includes((headers.get('Content-Encoding') ?? '').trim().toLowerCase()) &&
    !/\bno-transform\b/iu.test(headers.get('Cache-Control') ?? '') &&
    !/^\s*attachment\b/iu.test(headers.get('Content-Disposition') ?? '') &&
    (headers.get('Standfirst') ?? '').trim().toLowerCase() !== 'off'
  );
}

/**
 * Encodings of the web in which a byte below 128 is what it is in ASCII wherever it matters to markup (Encoding standard):
 * all but UTF-16 and ISO-2022-JP, by their labels.
 */
const ASCII_COMPATIBLE =
  /^(?:utf-?8|unicode-1-1-utf-8|us-ascii|ascii|latin[1-6]|l[1-69]|iso[-_]?8859[-_]?\d{1,2}(?:-[ei])?|windows-(?:125\d|874|31j)|cp125\d|x-cp125\d|cp866|ibm866|koi8(?:-?[ru])?|mac(?:intosh)?|x-mac-(?:roman|cyrillic)|gbk|gb2312|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[-_]jis|sjis|x-sjis|ms_kanji|ks_c_5601-1987|tis-620)$/u;

/** Without a label it is whatever the page says of itself; one that no tag can be read in meets no place. */
function isAsciiCompatible(parameters: readonly string[]): boolean {
  const label = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^\s"]+)/iu.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  return label === undefined || ASCII_COMPATIBLE.test(label.toLowerCase());
}

/** What belongs to the bytes that the origin sent, and to no others. */
export const FIELDS_OF_BYTES = [
  'Accept-Ranges',
  'Content-Digest',
  'Content-Length',
  'Content-MD5',
  'Digest',
  'Repr-Digest',
] as const;
