import { heldLanguage } from '../../core/labels/languages.ts';
import type { SummaryReview } from '../../flows/review-article.ts';
import { widgetScript } from '../widget-release.ts';
import { ArticleText } from './article-text.tsx';
import { type DeskFrame, renderDesk } from './desk-document.tsx';
import type { DeskLabels } from './desk-labels.ts';
import { History } from './history.tsx';
import type { ReviewProps } from './review-props.ts';
import { SummaryColumn } from './summary-column.tsx';

export function renderReview(frame: DeskFrame, props: ReviewProps): string {
  const { record, review, message, nextSlug } = props;
  const { labels } = frame;
  return renderDesk(
    record.title,
    frame,
    <>
      <p class={`state ${review.state}`}>
        {labels[review.state]}
        {record.status === 'draft' ? ` · ${labels.draft}` : ''}
      </p>
      <h1 lang={record.language} dir="auto">
        {record.title}
      </h1>
      {message === undefined ? null : <p role="alert">{message}</p>}
      <form
        method="post"
        action={`/desk/articles/${record.slug}`}
        id="review"
        data-slug={record.slug}
        data-draft={props.draft === undefined ? undefined : ''}
        data-restored={labels.typedIsBack}
        data-offline={labels.offline}
        data-ended={labels.sessionEnded}
      >
        <input type="hidden" name="revision" value={String(record.revision)} />
        <Buttons review={review} hasHistory={props.history.length > 0} labels={labels} />
        <p class="buttons">
          {nextSlug === undefined ? null : (
            <a class="link" rel="next" href={`/desk/articles/${nextSlug}`} aria-keyshortcuts="n">
              {labels.next} <kbd>n</kbd>
            </a>
          )}
          <a class="link" href={props.pageUrl} target="_blank" rel="noopener noreferrer">
            {labels.openPage}
          </a>
        </p>
        <div class="sides">
          <ArticleText {...props} labels={labels} />
          <SummaryColumn {...props} frame={frame} />
        </div>
      </form>
      <script src={widgetScript(heldLanguage(record.language))} async />
      <History {...props} labels={labels} />
    </>,
  );
}

interface ButtonsProps {
  review: SummaryReview;
  hasHistory: boolean;
  labels: DeskLabels;
}

function Buttons({ review, hasHistory, labels }: ButtonsProps) {
  const { enabled, sentences, exclude } = review.standing;
  const buttons: [isShown: boolean, decision: string, key: string, text: string][] = [
    [!review.approved, 'approve', 'a', labels.approve],
    [true, 'edit', 's', labels.save],
    [sentences !== null || exclude.length > 0, 'return', 'r', labels.return],
    [true, enabled ? 'switch-off' : 'switch-on', 'o', enabled ? labels.switchOff : labels.switchOn],
    [hasHistory, 'undo', 'z', labels.undo],
  ];
  return (
    <p class="buttons">
      {buttons
        .filter(([isShown]) => isShown)
        .map(([, decision, key, text]) => (
          <button
            type="submit"
            name="do"
            value={decision}
            aria-keyshortcuts={key}
            autofocus={decision === 'approve'}
            class={decision === 'approve' ? 'main' : undefined}
          >
            {text} <kbd>{key}</kbd>
          </button>
        ))}
    </p>
  );
}
