import { describe, expect, it } from 'vitest';
import { readWebAddress } from '../../src/cli/web-address.ts';
import { run } from './local-service.ts';

describe('an address on a command line', () => {
  it.each([
    ['https://news.example', 'https://news.example/'],
    [' http://localhost:8787 ', 'http://localhost:8787/'],
    ['localhost:8787', undefined],
    ['news.example', undefined],
    ['ftp://news.example', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is one of the web, whole: %s', (text, href) => {
    expect(readWebAddress(text)?.href).toBe(href);
  });

  it.each([
    ['doctor', ['--url', 'localhost:8787'], '--url names the service'],
    ['doctor', ['--url', 'http://localhost:1', '--site', 'localhost:4000/a'], '--site is the whole address'],
    ['inject', ['.', '--base', 'news.example'], '--base says where the folder is served'],
    ['inject', ['.', '--base', 'https://a.example', '--service', 'b.example'], '--service is the origin'],
    ['setup', ['--dry-run', '--page', 'news.example/a'], '--page is the whole address'],
    ['backup', ['--url', 'localhost:8787'], 'Say which service'],
  ])('is explained where %s %s does not give one', async (program, args, message) => {
    const { code, stderr } = await run(process.execPath, [`src/cli/${program}.ts`, ...args]);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(message);
  });
});
