import { textDirection } from '../../core/labels/languages.ts';
import { SUMMARY_STATES, type SummaryState } from '../../core/summary/review.ts';
import type { Queue } from '../../flows/read-queue.ts';
import { type DeskFrame, renderDesk } from './desk-document.tsx';
import { type DeskLabels, fill } from './desk-labels.ts';

export interface QueueProps {
  queue: Queue;
  state: string | undefined;
  tag: string | undefined;
  search: string | undefined;
  /** What became of a bulk approval. */
  message: string | undefined;
}

export function renderQueue(frame: DeskFrame, props: QueueProps): string {
  const { queue, state, tag, search, message } = props;
  const { labels } = frame;
  const { next, previous } = queue.page;
  return renderDesk(
    labels.summaries,
    frame,
    <>
      <h1>{labels.summaries}</h1>
      {message === undefined ? null : <p role="status">{message}</p>}
      <States labels={labels} {...props} />
      <search>
        <form class="search" action="/desk">
          {state === undefined ? null : <input type="hidden" name="state" value={state} />}
          <p class="field">
            <label for="search">{labels.searchIn}</label>
            <input
              id="search"
              class="line"
              type="search"
              name="search"
              value={search}
              maxlength={200}
              dir="auto"
              aria-keyshortcuts="/"
            />
          </p>
          <p class="field short">
            <label for="tag">{labels.tag}</label>
            <input id="tag" class="line" name="tag" value={tag} maxlength={60} dir="auto" />
          </p>
          <button type="submit">{labels.search}</button>
        </form>
      </search>
      {queue.items.length === 0 ? <p>{labels.nothingHere}</p> : <Items labels={labels} {...props} />}
      <nav class="tabs" aria-label={labels.pages}>
        {previous === null ? null : (
          <a class="link" rel="prev" href={addressOf({ state, tag, cursor: previous })}>
            {labels.newer}
          </a>
        )}
        {next === null ? null : (
          <a class="link" rel="next" href={addressOf({ state, tag, cursor: next })}>
            {labels.older}
          </a>
        )}
      </nav>
    </>,
  );
}

function addressOf(members: Record<string, string | undefined>): string {
  const given = Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '/desk' : `/desk?${new URLSearchParams(given)}`;
}

/** Not named where no model writes, or no rule withholds anything. */
const ONLY_WHERE_USED: ReadonlySet<SummaryState> = new Set(['proposed', 'generated', 'failed', 'waiting']);

function States({ labels, queue, state, tag, search }: { labels: DeskLabels } & QueueProps) {
  return (
    <nav class="tabs" aria-label={labels.states}>
      <a
        class="link"
        href={addressOf({ search, tag })}
        aria-current={state === undefined ? 'page' : undefined}
      >
        {labels.all}
      </a>
      {SUMMARY_STATES.filter(
        (name) => !ONLY_WHERE_USED.has(name) || queue.counts[name] > 0 || state === name,
      ).map((name) => (
        <a
          class="link"
          href={addressOf({ state: name, search, tag })}
          aria-current={state === name ? 'page' : undefined}
        >
          {labels[name]} <b>{queue.counts[name]}</b>
        </a>
      ))}
    </nav>
  );
}

function Items({ queue, labels, state, tag, search }: { labels: DeskLabels } & QueueProps) {
  return (
    <form method="post" action={addressOf({ state, tag, search })}>
      <p class="buttons">
        <label class="check" data-choose-all="" hidden>
          <input class="box" type="checkbox" /> {labels.chooseAll}
        </label>
        <button class="main" type="submit">
          {labels.approveChosen}
        </button>
      </p>
      <ul class="queue">
        {queue.items.map((item) => (
          <li class="item">
            <input
              class="box"
              type="checkbox"
              name="article"
              value={`${item.slug}@${item.revision}`}
              aria-label={fill(labels.choose, { title: item.title })}
            />
            <div lang={item.language} dir={textDirection(item.language)}>
              <a href={`/desk/articles/${item.slug}`}>{item.title}</a>
              <p class="teaser">{item.summary}</p>
            </div>
            <span class={`state ${item.state}`}>
              {labels[item.state]}
              {item.status === 'draft' ? ` · ${labels.draft}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </form>
  );
}
