import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCAL_CONFIG_PATH, LOCAL_TOKEN, localVariables } from '../../src/cli/local/local-config.ts';

const digest = createHash('sha256').update(LOCAL_TOKEN).digest('hex');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the local token', () => {
  it('reaches the server of this machine, beside the tokens that the environment gives', () => {
    const given = `cms:${'0'.repeat(64)}:write`;
    const variables = new Map(localVariables({ API_TOKENS: given }, 'http://localhost:8787'));
    expect(variables.get('API_TOKENS')).toBe(`${given},local:${digest}`);
  });

  it('is in nothing that a deployment is made of', () => {
    const deployed = [...filesIn('src').filter((file) => !file.startsWith('src/cli/')), ...filesIn('public')];
    const holders = ['wrangler.toml', ...deployed].filter((file) => {
      const text = readFileSync(file, 'utf8');
      return text.includes(LOCAL_TOKEN) || text.includes(digest);
    });
    expect(holders).toEqual([]);
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain(LOCAL_CONFIG_PATH);
  });
});
