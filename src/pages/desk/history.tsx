import type { HistoryEntry, Standing } from '../../core/summary/review.ts';
import type { DeskLabels } from './desk-labels.ts';
import type { ReviewProps } from './review-props.ts';

/** Who decided what, and when; each line can be gone back to. */
export function History({ history, record, labels }: ReviewProps & { labels: DeskLabels }) {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>{labels.history}</h2>
      <ul class="history">
        {history.map(({ entry, at, by, action, before, after }) => (
          <li class="entry">
            <p>
              <time datetime={at} dir="ltr">
                {at.slice(0, 16).replace('T', ' ')} UTC
              </time>{' '}
              · <bdi>{by}</bdi> · {nameActions(labels)[action]}
            </p>
            <Change before={before} after={after} language={record.language} />
            <form method="post" action={`/desk/articles/${record.slug}`}>
              <input type="hidden" name="revision" value={String(record.revision)} />
              <input type="hidden" name="entry" value={String(entry)} />
              <button type="submit" name="do" value="restore">
                {labels.restore}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameActions = (labels: DeskLabels): Readonly<Record<HistoryEntry['action'], string>> => ({
  edit: labels.didEdit,
  return: labels.didReturn,
  approve: labels.didApprove,
  accept: labels.didAccept,
  'switch-off': labels.didSwitchOff,
  'switch-on': labels.didSwitchOn,
  correct: labels.didCorrect,
  restore: labels.didRestore,
});

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
