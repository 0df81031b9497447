import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As they came: nothing is taken off. */
  bytes: Buffer;
  /** Whether the other side ended it as it should. */
  isWhole: boolean;
}

/** One request to the edge as a page of `news.example`; bytes and header fields as they are on the wire. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { Host: 'news.example', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        const settle = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
            isWhole: response.complete,
          });
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', settle);
        response.on('error', settle);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
