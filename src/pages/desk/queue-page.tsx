import { SUMMARY_STATES } from '../../core/summary/review.ts';
import type { Queue } from '../../flows/read-queue.ts';
import { type DeskFrame, renderDesk } from './desk-document.tsx';
import { STATE_NAMES } from './state-names.ts';

export interface QueueProps {
  queue: Queue;
  state: string | undefined;
  search: string | undefined;
  /** What became of a bulk approval. */
  message: string | undefined;
}

export function renderQueue(frame: DeskFrame, { queue, state, search, message }: QueueProps): string {
  const address = (members: Record<string, string | undefined>) => {
    const given = Object.entries(members).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return given.length === 0 ? '/desk' : `/desk?${new URLSearchParams(given)}`;
  };
  const { next, previous } = queue.page;
  return renderDesk(
    'Summaries',
    frame,
    <>
      <h1>Summaries</h1>
      {message === undefined ? null : <p role="status">{message}</p>}
      <nav aria-label="States">
        <a href={address({ search })} aria-current={state === undefined ? 'page' : undefined}>
          All
        </a>
        {SUMMARY_STATES.map((name) => (
          <a href={address({ state: name, search })} aria-current={state === name ? 'page' : undefined}>
            {STATE_NAMES[name]} <b>{queue.counts[name]}</b>
          </a>
        ))}
      </nav>
      <search>
        <form action="/desk">
          {state === undefined ? null : <input type="hidden" name="state" value={state} />}
          <label for="search">Search in titles and texts</label>
          <input id="search" type="search" name="search" value={search} maxlength={200} />
          <button type="submit">Search</button>
        </form>
      </search>
      {queue.items.length === 0 ? <p>Nothing here.</p> : <Items queue={queue} />}
      <nav aria-label="Pages">
        {previous === null ? null : <a href={address({ state, cursor: previous })}>Newer</a>}
        {next === null ? null : <a href={address({ state, cursor: next })}>Older</a>}
      </nav>
    </>,
  );
}

function Items({ queue }: { queue: Queue }) {
  return (
    <form method="post" action="/desk">
      <ul class="queue">
        {queue.items.map(({ slug, title, summary, state, status, revision, language }) => (
          <li>
            <input
              type="checkbox"
              name="article"
              value={`${slug}@${revision}`}
              aria-label={`Choose: ${title}`}
            />
            <div>
              <a href={`/desk/articles/${slug}`} lang={language} dir="auto">
                {title}
              </a>
              <p lang={language} dir="auto">
                {summary}
              </p>
            </div>
            <span class={`state ${state}`}>
              {STATE_NAMES[state]}
              {status === 'draft' ? ', draft' : ''}
            </span>
          </li>
        ))}
      </ul>
      <button type="submit">Approve the chosen ones</button>
    </form>
  );
}
