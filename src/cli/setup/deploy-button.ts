import { readTitle } from './read-title.ts';
import { SetupFault } from './setup-fault.ts';

/** Hosts that Cloudflare copies a repository from (its docs, "Deploy to Cloudflare buttons"). */
const HOSTS = new Set(['github.com', 'gitlab.com']);
const PICTURE = 'https://deploy.workers.cloudflare.com/button';
/** The line of README.md that the button stands in; whoever reads the page does not see this. */
const MARK = '<!-- deploy button -->';

/**
 * The button of a repository, in Markdown.
 *
 * @param remote - As git names it: `https://github.com/news/standfirst.git`, `git@github.com:news/standfirst.git`.
 * @throws {SetupFault} where no button can lead there.
 */
export function describeButton(remote: string): string {
  const address = addressOf(remote);
  if (address === undefined)
    throw new SetupFault(
      `no button leads to ${remote}`,
      'Cloudflare copies from public repositories on github.com and gitlab.com; the fork has to be there.',
    );
  return `[![Deploy to Cloudflare](${PICTURE})](https://deploy.workers.cloudflare.com/?url=${address})`;
}

/** Where people see a repository; without what signs git in. */
function addressOf(remote: string): string | undefined {
  const url = URL.parse(remote.replace(/^(?:[\w.-]+@)?([\w.-]+):([^/])/u, 'ssh://$1/$2'));
  const [, path] = /^\/([\w./-]+?)(?:\.git)?\/?$/u.exec(url?.pathname ?? '') ?? [];
  return url !== null && path?.includes('/') && HOSTS.has(url.hostname)
    ? `https://${url.hostname}/${path}`
    : undefined;
}

/** The page with the button in its place, instead of one that stood there; undefined where the page keeps no place. */
export function placeButton(readme: string, button: string): string | undefined {
  const lines = readme.split('\n');
  const index = lines.findIndex((line) => line.startsWith(MARK));
  return index === -1 ? undefined : lines.with(index, `${MARK} ${button}`).join('\n');
}

/** What keeps the button from working for whoever presses it. */
export function buttonTrouble(toml: string): string | undefined {
  const id = readTitle(toml, undefined)?.namespaceId;
  if (id === undefined) return undefined;
  return `wrangler.toml pins the namespace ${id}, which is in your account alone: let the button lead to a branch without that line (…/tree/<branch>)`;
}
