import { isSummarised } from '../../core/catalogue/article-record.ts';
import { textDirection } from '../../core/labels/languages.ts';
import type { SummaryReview } from '../../flows/review-article.ts';
import type { DeskFrame } from './desk-document.tsx';
import { type DeskLabels, fill } from './desk-labels.ts';
import { Proposal } from './proposal.tsx';
import type { ReviewProps } from './review-props.ts';

/** The words that are being worked on, and beside them what stands, what the engine would choose, and the public note. */
export function SummaryColumn(props: ReviewProps & { frame: DeskFrame }) {
  const { record, review, draft, isConflict, frame } = props;
  const { labels } = frame;
  const { language } = record;
  return (
    <div>
      <YourSummary {...props} />
      <div class="compare">
        <section>
          <h2>{isConflict ? theirs(props) : labels.seen}</h2>
          <Preview {...props} />
          <Unseen {...props} labels={labels} />
          <Sentences id="standing" of={review.sentences} language={language} labels={labels} />
          {review.standing.correction === null ? null : (
            <p class="correction" lang={language} dir="auto">
              {review.standing.correction.text}
            </p>
          )}
        </section>
        {review.standing.sentences === null ? null : (
          <section>
            <h2>{labels.engine}</h2>
            <Sentences id="automatic" of={review.automatic} language={language} labels={labels} />
          </section>
        )}
        <Proposal language={language} proposal={review.proposal} labels={labels} />
      </div>
      <label for="correction">{labels.correction}</label>
      <textarea id="correction" name="correction" rows={2} lang={language} dir="auto" aria-keyshortcuts="c">
        {draft?.correction ?? review.standing.correction?.text ?? ''}
      </textarea>
      <button type="submit" name="do" value="correct">
        {labels.publishCorrection}
      </button>
    </div>
  );
}

function Unseen({ record, review: { state }, labels }: ReviewProps & { labels: DeskLabels }) {
  if (state === 'waiting') return <p>{labels.seesNothingYet}</p>;
  if (state !== 'off') return null;
  return <p>{isSummarised(record) ? labels.seesNothingByRule : labels.seesNothing}</p>;
}

function theirs({ history, frame: { labels } }: ReviewProps & { frame: DeskFrame }): string {
  const [latest] = history;
  return latest === undefined ? labels.theirs : fill(labels.theirsBy, { name: latest.by });
}

/** Free sentences by a field; with the script, all of them one by one, in the order that the editor wants. */
function YourSummary({ record, review, draft, isConflict, frame }: ReviewProps & { frame: DeskFrame }) {
  const { labels } = frame;
  const free = review.sentences.filter(({ offset }) => offset === null).map((sentence) => sentence.text);
  const standing = review.sentences.map((sentence) => sentence.text);
  const drafted = draft && [...draft.own.split('\n').filter((line) => line.trim() !== ''), ...draft.taken];
  return (
    <section>
      <h2>
        {isConflict ? labels.yours : labels.yourSummary}{' '}
        <small id="unsaved" role="status" data-text={labels.unsaved} />
      </h2>
      <p class="hint">{labels.lengthsHint}</p>
      <ol
        id="chosen"
        class="chosen"
        hidden
        lang={record.language}
        dir={textDirection(record.language)}
        data-standing={JSON.stringify(standing)}
        data-sentences={JSON.stringify(draft?.sentences ?? drafted ?? standing)}
        data-name={labels.ownSentence}
        data-remove={labels.remove}
        data-up={labels.moveUp}
        data-missing={labels.notInArticle}
        data-language={frame.language}
        data-edited={String(review.standing.sentences !== null)}
      />
      <button type="button" id="add" hidden>
        {labels.addSentence}
      </button>
      <div id="own-words">
        <label for="own">{labels.ownWords}</label>
        <textarea id="own" name="own" rows={4} lang={record.language} dir="auto">
          {draft?.own ?? free.join('\n')}
        </textarea>
      </div>
    </section>
  );
}

/** Where the script puts the real box, asking the page itself. */
function Preview({ record, pageUrl, theme, isConflict }: ReviewProps) {
  return isConflict ? null : (
    <div id="preview" hidden lang={record.language} data-url={pageUrl} data-theme={JSON.stringify(theme)} />
  );
}

interface SentencesProps {
  id: string;
  of: readonly { text: string; faults?: SummaryReview['sentences'][number]['faults'] }[];
  language: string;
  labels: DeskLabels;
}

function Sentences({ id, of, language, labels }: SentencesProps) {
  return (
    <ol id={id} lang={language} dir={textDirection(language)}>
      {of.map(({ text, faults = [] }) => (
        <li>
          {text}
          {faults.length === 0 ? null : (
            <strong class="fault">
              {fill(labels.notInArticle, { words: faults.map((fault) => fault.text).join(', ') })}
            </strong>
          )}
        </li>
      ))}
    </ol>
  );
}
