import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../src/cli/local/open-door.ts';
import { type LocalService, run, startLocalService } from '../../cli/local-service.ts';

/** Of Debian's packages wordpress, php-cli, php-mysql and mariadb-server; where they are not, there is nothing to try. */
const isThere = existsSync('/usr/share/wordpress/wp-load.php') && existsSync('/usr/sbin/mariadbd');

interface Step {
  step: string;
  slug?: string;
  status?: number;
  trouble?: string;
  article?: Record<string, unknown>;
  summary?: string;
  tag?: string;
}

describe.skipIf(!isThere)('the plugin for WordPress, in a real one', () => {
  let service: LocalService;
  const steps = new Map<string, Step>();

  beforeAll(async () => {
    service = await startLocalService();
    const script = 'tests/recipes/wordpress/try.sh';
    const { stdout, stderr } = await run('bash', [
      script,
      service.origin,
      'local-token',
      String(await freePort()),
    ]);
    const lines = stdout.trim().split('\n');
    for (const line of lines) {
      expect(line, stderr).toMatch(/^\{/u);
      const step = JSON.parse(line) as Step;
      steps.set(step.step, step);
    }
  });
  afterAll(() => service.interrupt());

  it('sends the article when it is published, as readers get it', () => {
    expect(steps.get('draft')).toMatchObject({ slug: '' });
    expect(steps.get('published')).toMatchObject({
      status: 200,
      trouble: '',
      slug: expect.stringMatching(/^night-bus-[0-9a-f]{8}$/u),
      article: {
        title: 'Night bus & tram',
        byline: 'Ada von Quill',
        description: 'Why the town pays.',
        publishedAt: '2024-01-05T08:30:00Z',
        tags: ['Buses', 'Sea & shore'],
      },
      summary: 'The council of Orrin voted on Monday to keep the night bus for two more years.\n',
    });
  });

  it('gives it the slug that the service gives to its page', async () => {
    const { slugForPage } = await import('../../../src/core/fetching/page-hash.ts');
    const { slug, article } = steps.get('published') ?? {};
    expect(slug).toBe(slugForPage(String(article?.url)));
  });

  it('sends what has changed', () => {
    expect(steps.get('changed')?.summary).toContain('three more years');
  });

  it.each([
    ['withdrawn', 410],
    ['published again', 200],
    ['behind a password', 410],
    ['open again', 200],
    ['in the bin', 410],
    ['out of the bin', 200],
    ['short lived', 200],
    ['deleted', 410],
  ])('follows it to the end: %s', (step, status) => {
    expect(steps.get(step)?.status).toBe(status);
    expect(steps.get(step)?.trouble ?? '').toBe('');
  });

  it('sends no page that is no article', () => {
    expect(steps.get('a page is no article')).toMatchObject({ slug: '', trouble: '' });
  });

  it('places the tag on articles, and nowhere else', () => {
    const src = `${service.origin}/widget/v1/standfirst.full.js`;
    expect(steps.get('tag of /2024/night-bus/')?.tag).toContain(
      `<script src='${src}' data-auto='top bottom'`,
    );
    expect(steps.get('tag of /')?.tag).toBe('');
  });
});
