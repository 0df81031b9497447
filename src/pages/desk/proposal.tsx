import { textDirection } from '../../core/labels/languages.ts';
import type { SummaryReview } from '../../flows/review-article.ts';
import { type DeskLabels, fill } from './desk-labels.ts';

interface ProposalProps {
  language: string;
  proposal: SummaryReview['proposal'];
  labels: DeskLabels;
}

/** What a model wrote, as far as the article holds it up. It comes to readers by this press alone, or by the setting. */
export function Proposal({ language, proposal, labels }: ProposalProps) {
  if (proposal === null || proposal.state === 'shown') return null;
  if (proposal.state === 'failed')
    return (
      <section>
        <h2>{labels.notWritten}</h2>
        <p lang="en">{proposal.reason}</p>
      </section>
    );
  const { points, tldr, generator } = proposal;
  const direction = textDirection(language);
  return (
    <section>
      <h2>{fill(labels.writtenBy, { model: generator })}</h2>
      <ol lang={language} dir={direction}>
        {points.map((point) => (
          <li>
            {point.text} <small>{placesOf(point)}</small>
          </li>
        ))}
      </ol>
      {tldr === null ? null : (
        <p lang={language} dir={direction}>
          {tldr.text} <small>{placesOf(tldr)}</small>
        </p>
      )}
      <button type="submit" name="do" value="accept" aria-keyshortcuts="y">
        {labels.accept} <kbd>y</kbd>
      </button>
    </section>
  );
}

interface Supported {
  paragraph: number | null;
  support: readonly { paragraph: number }[];
}

function placesOf({ paragraph, support }: Supported): string {
  const paragraphs = support.length === 0 ? [paragraph] : support.map((place) => place.paragraph);
  return [...new Set(paragraphs)].map((number) => `¶ ${number}`).join(', ');
}
