import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buttonTrouble, describeButton, placeButton } from '../../../src/cli/setup/deploy-button.ts';
import { SetupFault } from '../../../src/cli/setup/setup-fault.ts';
import { Checkout } from './checkout.ts';

const BUTTON =
  '[![Deploy to Cloudflare](https://deploy.workers.cloudflare.com/button)](https://deploy.workers.cloudflare.com/?url=https://github.com/ostrey/standfirst)';

describe('a deploy button', () => {
  it.each([
    'https://github.com/ostrey/standfirst.git',
    'https://github.com/ostrey/standfirst',
    'https://ada:secret@github.com/ostrey/standfirst.git',
    'git@github.com:ostrey/standfirst.git',
    'ssh://git@github.com:22/ostrey/standfirst.git',
    'git://github.com/ostrey/standfirst/',
  ])('leads to the page of the fork, without what signs git in: %s', (remote) => {
    expect(describeButton(remote)).toBe(BUTTON);
  });

  it('leads into groups of GitLab', () => {
    expect(describeButton('git@gitlab.com:ostrey/web/standfirst.git')).toContain(
      '?url=https://gitlab.com/ostrey/web/standfirst)',
    );
  });

  it.each([
    'https://git.ostrey.example/standfirst.git',
    '/srv/git/standfirst',
    '../standfirst',
    'https://github.com/',
    '',
  ])('is refused where Cloudflare copies nothing from: "%s"', (remote) =>
    expect(() => describeButton(remote)).toThrow(SetupFault),
  );

  it('has a place in README.md, and takes the place of the one before', () => {
    const readme = readFileSync('README.md', 'utf8');
    const once = placeButton(readme, BUTTON) ?? '';
    expect(once.split('\n').filter((line) => line.includes(BUTTON))).toHaveLength(1);
    expect(placeButton(placeButton(readme, 'another') ?? '', BUTTON)).toBe(once);
    expect(once.replace(` ${BUTTON}`, '')).toBe(readme);
    expect(placeButton('# A page of one’s own\n', BUTTON)).toBeUndefined();
  });

  it('is told not to work while the configuration names a namespace of one account', async () => {
    const made = new Checkout();
    expect(buttonTrouble(made.toml)).toBeUndefined();
    await made.setUp();
    expect(buttonTrouble(made.toml)).toContain(made.account.namespaces[0]?.id);
  });
});
