import { gzipSync } from 'node:zlib';
import { type LoopbackServer, serve } from '../cli/import-sites.ts';

/** A file as a case describes it; `{base}` in it stands for the origin. */
export interface ServedFile {
  type: string;
  body: string;
  status?: number;
  headers?: Record<string, string>;
  gzip?: boolean;
  latin1?: boolean;
  utf16?: boolean;
  b64?: string;
}

/** A publisher's site of a few files, each in the encoding that its case wants. */
export function servePublisher(files: Readonly<Record<string, ServedFile>>): Promise<LoopbackServer> {
  return serve((request, response) => {
    const base = `http://${request.headers.host}`;
    const url = new URL(request.url ?? '/', base);
    const file = files[url.pathname + url.search] ?? files[decodeURI(url.pathname)] ?? files[url.pathname];
    if (file === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html>Not found</html>');
      return;
    }
    const fill = (text: string) => text.replaceAll('{base}', base).replaceAll('{base\\}', base);
    const headers = Object.entries(file.headers ?? {}).map(([name, value]) => [name, fill(value)]);
    response.writeHead(file.status ?? 200, { 'Content-Type': file.type, ...Object.fromEntries(headers) });
    response.end(encode(file, base, fill));
  });
}

function encode(file: ServedFile, base: string, fill: (text: string) => string): Uint8Array {
  if (file.b64 !== undefined) return Buffer.from(file.b64, 'base64');
  // JSON with escaped slashes: the origin is escaped like the rest.
  const escaped = file.body.includes('{base}\\/')
    ? file.body.replaceAll('{base}', base.replaceAll('/', '\\/'))
    : file.body;
  const bytes = Buffer.from(
    fill(escaped),
    file.latin1 === true ? 'latin1' : file.utf16 === true ? 'utf16le' : 'utf8',
  );
  const marked = file.utf16 === true ? Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]) : bytes;
  return file.gzip === true ? gzipSync(marked) : marked;
}
