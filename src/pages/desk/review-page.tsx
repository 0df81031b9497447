import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { splitSentences } from '../../core/summarizer/index.ts';
import type { HistoryEntry, Standing } from '../../core/summary/review.ts';
import type { SummaryReview } from '../../flows/review-article.ts';
import { type DeskFrame, renderDesk } from './desk-document.tsx';
import { STATE_NAMES } from './state-names.ts';

/** What an editor has typed and not saved yet. */
export interface Draft {
  own: string;
  /** Sentences of the article that are taken in. */
  taken: readonly string[];
  correction: string;
}

export interface ReviewProps {
  record: ArticleRecord;
  review: SummaryReview;
  history: readonly HistoryEntry[];
  draft: Draft | undefined;
  message: string | undefined;
}

export function renderReview(frame: DeskFrame, props: ReviewProps): string {
  const { record, review, message } = props;
  return renderDesk(
    record.title,
    frame,
    <>
      <p class={`state ${review.state}`}>{STATE_NAMES[review.state]}</p>
      <h1 lang={record.language} dir="auto">
        {record.title}
      </h1>
      {message === undefined ? null : <p role="alert">{message}</p>}
      <form method="post" action={`/desk/articles/${record.slug}`}>
        <input type="hidden" name="revision" value={String(record.revision)} />
        <Buttons review={review} hasHistory={props.history.length > 0} />
        <div class="sides">
          <Words {...props} />
          <Now record={record} review={review} />
          <Proposal language={record.language} proposal={review.proposal} />
        </div>
      </form>
      <History
        history={props.history}
        slug={record.slug}
        revision={record.revision}
        language={record.language}
      />
    </>,
  );
}

function Buttons({ review, hasHistory }: { review: SummaryReview; hasHistory: boolean }) {
  const { enabled, sentences, exclude } = review.standing;
  const isAutomatic = sentences === null && exclude.length === 0;
  return (
    <p class="buttons">
      {review.approved ? null : (
        <button type="submit" name="do" value="approve" autofocus>
          Approve, and on to the next
        </button>
      )}
      <button type="submit" name="do" value="edit">
        Save my choice
      </button>
      {isAutomatic ? null : (
        <button type="submit" name="do" value="return">
          Return to automatic
        </button>
      )}
      <button type="submit" name="do" value={enabled ? 'switch-off' : 'switch-on'}>
        {enabled ? 'Switch off' : 'Switch on'}
      </button>
      {hasHistory ? (
        <button type="submit" name="do" value="undo">
          Undo the last decision
        </button>
      ) : null}
    </p>
  );
}

/** The text with a box before each sentence, and room for the editor's own. */
function Words({ record, review, draft }: ReviewProps) {
  const { text, language } = record;
  const taken = new Set(
    draft?.taken ?? review.sentences.filter(({ offset }) => offset !== null).map((sentence) => sentence.text),
  );
  const free = review.sentences.filter(({ offset }) => offset === null).map((sentence) => sentence.text);
  return (
    <div>
      <label for="own">Your own words, one sentence to a line; they stand first</label>
      <textarea id="own" name="own" rows={4} lang={language} dir="auto">
        {draft?.own ?? free.join('\n')}
      </textarea>
      <fieldset lang={language}>
        <legend lang="en">Sentences of the article</legend>
        {splitSentences(text, language).map((sentence) => (
          <label class="sentence" dir="auto">
            <input type="checkbox" name="take" value={sentence.text} checked={taken.has(sentence.text)} />
            <span>{sentence.text}</span>
          </label>
        ))}
      </fieldset>
      <label for="correction">Public correction, shown under the summary</label>
      <textarea id="correction" name="correction" rows={2} lang={language} dir="auto">
        {draft?.correction ?? review.standing.correction?.text ?? ''}
      </textarea>
      <button type="submit" name="do" value="correct">
        Publish the correction
      </button>
    </div>
  );
}

/** What readers see, and beside it what the engine would choose. */
function Now({ record: { language }, review }: { record: ArticleRecord; review: SummaryReview }) {
  const isOwn = review.standing.sentences !== null;
  return (
    <div>
      <h2>What readers see</h2>
      {review.state === 'off' ? <p>Nothing: the summary is switched off.</p> : null}
      <ol lang={language}>
        {review.sentences.map(({ text, faults }) => (
          <li dir="auto">
            {text}
            {faults.length === 0 ? null : (
              <strong class="fault" lang="en">
                Not in the article: {faults.map((fault) => fault.text).join(', ')}
              </strong>
            )}
          </li>
        ))}
      </ol>
      {review.standing.correction === null ? null : (
        <p class="correction" lang={language} dir="auto">
          {review.standing.correction.text}
        </p>
      )}
      {isOwn ? (
        <>
          <h2>What the engine would choose</h2>
          <ol lang={language}>
            {review.automatic.map(({ text }) => (
              <li dir="auto">{text}</li>
            ))}
          </ol>
        </>
      ) : null}
    </div>
  );
}

/** What a model wrote, as far as the article holds it up. It comes to readers by this press alone, or by the setting. */
function Proposal({ language, proposal }: { language: string; proposal: SummaryReview['proposal'] }) {
  if (proposal === null || proposal.state === 'shown') return null;
  if (proposal.state === 'failed')
    return (
      <div>
        <h2>Written by AI: nothing to show</h2>
        <p>{proposal.reason}</p>
      </div>
    );
  const { points, tldr, generator } = proposal;
  return (
    <div>
      <h2>Written by AI ({generator}), held up by the article</h2>
      <ol lang={language}>
        {points.map((point) => (
          <li dir="auto">
            {point.text} <small>{placesOf(point)}</small>
          </li>
        ))}
      </ol>
      {tldr === null ? null : (
        <p lang={language} dir="auto">
          {tldr.text} <small>{placesOf(tldr)}</small>
        </p>
      )}
      <button type="submit" name="do" value="accept">
        Accept what the AI wrote, and on to the next
      </button>
    </div>
  );
}

function placesOf({
  paragraph,
  support,
}: {
  paragraph: number | null;
  support: { paragraph: number }[];
}): string {
  const paragraphs = support.length === 0 ? [paragraph] : support.map((place) => place.paragraph);
  return [...new Set(paragraphs)].map((number) => `¶ ${number}`).join(', ');
}

interface HistoryProps {
  history: readonly HistoryEntry[];
  slug: string;
  revision: number;
  language: string;
}

function History({ history, slug, revision, language }: HistoryProps) {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>History</h2>
      <ul class="history">
        {history.map(({ entry, at, by, action, before, after }) => (
          <li>
            <p>
              <time datetime={at}>{at.slice(0, 16).replace('T', ' ')} UTC</time> · {by} · {action}
            </p>
            <Change before={before} after={after} language={language} />
            <form method="post" action={`/desk/articles/${slug}`}>
              <input type="hidden" name="revision" value={String(revision)} />
              <input type="hidden" name="entry" value={String(entry)} />
              <button type="submit" name="do" value="restore">
                Restore what stood after this
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ before, after, language }: { before: Standing; after: Standing; language: string }) {
  const words = ({ sentences, correction }: Standing) => [
    ...(sentences ?? []),
    ...(correction === null ? [] : [correction.text]),
  ];
  const [old, now] = [words(before), words(after)];
  return (
    <p lang={language} dir="auto">
      {old
        .filter((text) => !now.includes(text))
        .map((text) => (
          <del>{text} </del>
        ))}
      {now
        .filter((text) => !old.includes(text))
        .map((text) => (
          <ins>{text} </ins>
        ))}
    </p>
  );
}
