import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createToken } from '../../src/cli/token-entry.ts';
import { parseSettings } from '../../src/http/settings.ts';
import { createMemoryService } from '../http/memory-service.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('a token', () => {
  it('opens what its entry says, and nothing else', async () => {
    const { token, entry } = createToken('cms', 'write');
    const service = createMemoryService({ API_TOKENS: entry });
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const put = await service.put('tides', { title: 'Tides', text: 'The tide came in.' }, headers);
    expect(put.status).toBe(201);
    const ingest = await service.call('/v1/ingestions', {
      method: 'POST',
      headers,
      body: '{"url":"https://a.example/"}',
    });
    expect(ingest.status).toBe(403);
  });

  it.each([
    ['cms', undefined, ['read', 'write', 'edit', 'ingest']],
    ['cms', 'read', ['read']],
    ['news.room-1', 'read,ingest', ['read', 'ingest']],
    ['x', 'write+write', ['write']],
  ])('for %s with the scope %s is read back by the settings', (name, scope, scopes) => {
    const { settings, faults } = parseSettings({ API_TOKENS: createToken(name, scope).entry });
    expect(faults).toEqual([]);
    expect(settings.tokens).toMatchObject([{ name, scopes }]);
  });

  it.each([
    ['', undefined],
    ['a:b', undefined],
    ['cms', 'admin'],
    ['cms', ''],
  ])('is not made for the name "%s" and the scope "%s"', (name, scope) => {
    expect(() => createToken(name, scope)).toThrow(/--(?:name|scope)/u);
  });

  it('is another one each time, and its entry does not hold it', () => {
    const [one, other] = [createToken('a', undefined), createToken('a', undefined)];
    expect(one.token).not.toBe(other.token);
    expect(one.entry).not.toContain(one.token);
  });

  it('comes with what to do with it', () => {
    const args = ['src/cli/token.ts', '--name', 'cms', '--scope', 'write'];
    const output = execFileSync('node', args, { cwd: ROOT, encoding: 'utf8' });
    expect(output).toMatch(
      /standfirst_[\w-]{43}\n[\s\S]*cms:[0-9a-f]{64}:write\n[\s\S]*wrangler secret put API_TOKENS/u,
    );
  });
});
