import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../src/cli/local/open-door.ts';
import { untilAnswers } from '../until-answers.ts';
import { type Edge, startEdge } from './edge.ts';
import { ask } from './exchange.ts';

const isThere = spawnSync('nginx', ['-v']).error === undefined;
const PAGE = `<!doctype html><title>Tides</title><div class="story">${'<p>The tide came in early.</p>'.repeat(200)}</div>`;
const INSERT = {
  version: 'v1',
  places: {
    scope: { selector: 'div.story', nth: 1 },
    above: { selector: 'p', nth: 1, side: 'before' },
    below: { selector: 'div.story', nth: 1, side: 'end' },
    paragraph: { selector: 'p', count: 200 },
  },
  box: { attributes: '', disclosure: '<details dir="ltr"><summary>Box</summary></details>', data: '' },
};

/** A proxy with its usual settings: buffers, compression, HTTP/1.1 upstream. */
async function startNginx(upstream: number, cached: boolean): Promise<{ port: number; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-nginx-'));
  const port = await freePort();
  const cache = cached ? 'proxy_cache pages; proxy_cache_valid 200 1m; proxy_cache_revalidate on;' : '';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1; events { worker_connections 64; }
http {
  access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  proxy_cache_path ${folder}/cache keys_zone=pages:1m; gzip on; gzip_min_length 100; gzip_proxied any;
  server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${upstream}; proxy_http_version 1.1; proxy_set_header Host $host; ${cache} } }
}`,
  );
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  await untilAnswers(nginx, () => ask(port, '/').then(Boolean));
  return {
    port,
    stop() {
      nginx.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe.skipIf(!isThere)('the injector with nginx at its side', () => {
  const stops: (() => void)[] = [];
  let before = 0;

  beforeAll(async () => {
    const port = await freePort();
    const publisher = (request: IncomingMessage, response: ServerResponse) => {
      if (request.headers['if-none-match'] === '"one"')
        return void response.writeHead(304, { ETag: '"one"' }).end();
      if (request.url === '/file.bin')
        return void response.writeHead(200, { 'Content-Type': 'application/zip' }).end('PK');
      response.writeHead(200, { 'Content-Type': 'text/html', ETag: '"one"' }).end(PAGE);
    };
    const { createServer } = await import('node:http');
    const server = createServer(publisher);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const behind = await startNginx(port, false);
    const proxied = (request: IncomingMessage, response: ServerResponse) => {
      const { url = '', headers } = request;
      void ask(behind.port, url, { headers: headers as Record<string, string> }).then((answer) => {
        response.writeHead(answer.status, answer.headers).end(answer.bytes);
      });
    };
    const edge: Edge = await startEdge(
      'news.example',
      proxied,
      (_, response) => void response.end(JSON.stringify(INSERT)),
    );
    const front = await startNginx(edge.port, true);
    before = front.port;
    stops.push(() => server.close(), behind.stop, edge.stop, front.stop);
    // What the service says is known from then on; before, the front would keep a page without boxes.
    const isKnown = async () => (await ask(edge.port, '/tides')).headers.standfirst !== undefined;
    await vi.waitUntil(isKnown, { timeout: 60_000 });
  });
  afterAll(() => {
    for (const stop of stops) stop();
  });

  it.each([{}, { 'Accept-Encoding': 'gzip' }])(
    'passes boxes through a proxy before and behind it: %s',
    async (headers) => {
      const {
        status,
        bytes,
        headers: answered,
      } = await ask(before, `/tides?${Object.keys(headers).length}`, { headers });
      await ask(before, '/tides', { headers });
      const again = await ask(before, '/tides', { headers });
      const text = (
        again.headers['content-encoding'] === 'gzip' ? gunzipSync(again.bytes) : again.bytes
      ).toString();
      expect([status, answered['content-type'], bytes.length > 0]).toEqual([200, 'text/html', true]);
      expect(text.match(/<details/gu)).toHaveLength(2);
      expect(text.replaceAll(/<div>(?:<link[^>]*>)?<stand-first.*?<\/stand-first><\/div>/gu, '')).toBe(PAGE);
      expect(again.headers.etag).toBe('W/"one~sfs-v1"');
    },
  );

  it('is answered 304 through both, by the page’s own validator', async () => {
    const { status } = await ask(before, '/tides', { headers: { 'If-None-Match': 'W/"one~sfs-v1"' } });
    expect(status).toBe(304);
  });

  it('leaves a download as it was', async () => {
    const { status, bytes, headers } = await ask(before, '/file.bin');
    expect([status, headers['content-type'], bytes.toString()]).toEqual([200, 'application/zip', 'PK']);
  });
});
