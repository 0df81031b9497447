import { renderDocument } from './document.ts';

export interface ProblemPageProps {
  /** Last segment of the problem's `type`. */
  type: string;
  title: string;
  status: number;
  notes: string;
  publicationName: string;
  origin: string;
}

/** What the `type` of a problem document (RFC 9457, section 3.1.1) leads to. */
export function renderProblemPage({
  type,
  title,
  status,
  notes,
  publicationName,
  origin,
}: ProblemPageProps): Blob {
  return renderDocument({
    title,
    description: notes,
    language: 'en',
    skipLabel: 'Skip to content',
    publicationName,
    canonical: `${origin}/problems/${type}`,
    children: (
      <article>
        <p class="kicker">Problem</p>
        <h1>{title}</h1>
        <div class="body">
          <p>{notes}</p>
          <dl>
            <dt>Type</dt>
            <dd>
              <code>{`${origin}/problems/${type}`}</code>
            </dd>
            <dt>Status</dt>
            <dd>{status}</dd>
          </dl>
          <p>
            <a href="/docs">All calls and their problems</a>
          </p>
        </div>
      </article>
    ),
  });
}
