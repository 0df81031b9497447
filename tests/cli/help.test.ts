import { describe, expect, it } from 'vitest';
import { run } from './local-service.ts';

describe('--help', () => {
  it.each(['backup', 'restore', 'reproject', 'token', 'import', 'doctor'])(
    'of npm run %s tells how it is called',
    async (name) => {
      const { code, stdout, stderr } = await run(process.execPath, [`src/cli/${name}.ts`, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`npm run ${name} -- `);
      expect(stdout).toMatch(/^ {2}--\w/mu);
    },
  );
});
