import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Labels } from '../core/labels/labels.ts';
import type { Summary } from '../core/summary/summary.ts';

/**
 * "No time to read? Get a summary": a native disclosure, so it works without JavaScript, by keyboard and by voice.
 * Each point leads to its place by `#p<n>` alone; a text fragment would find the sentence in the box itself.
 */
export function createSummaryBox(summary: Summary, labels: Labels): (position: 'top' | 'bottom') => Child {
  const disclosure = raw(String(<Disclosure summary={summary} labels={labels} />)); // The same in both places.
  return (position) => (
    <stand-first url={summary.article?.url} article=".body" position={position}>
      {disclosure}
    </stand-first>
  );
}

/** What is seen until the widget's script has come, and wherever it does not. */
function Disclosure({ summary, labels }: { summary: Summary; labels: Labels }) {
  return (
    <details class="summary">
      <summary>
        <span class="ask">{labels.noTime}</span>{' '}
        <span class="press">
          <span>{labels.getSummary}</span>
          <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
            <path d="m5 8 5 5 5-5" />
          </svg>
        </span>
      </summary>
      <div class="panel">
        <ul>
          {summary.sentences.map(({ text, paragraph }) => (
            <li>
              {text}
              {paragraph === null ? null : <PlaceLink paragraph={paragraph} labels={labels} />}
            </li>
          ))}
        </ul>
        {summary.correction === null ? null : (
          <p class="correction" dir="auto">
            {summary.correction.text}
          </p>
        )}
        <p class="label">{summary.label.text}</p>
      </div>
    </details>
  );
}

function PlaceLink({ paragraph, labels }: { paragraph: number; labels: Labels }) {
  const name = labels.showSource.replace('{n}', String(paragraph));
  return (
    <a class="place" href={`#p${paragraph}`} aria-label={name}>
      {labels.paragraphMark} {paragraph}
    </a>
  );
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'stand-first': Record<string, unknown>;
    }
  }
}
