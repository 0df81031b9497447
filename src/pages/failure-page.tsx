import { renderDocument } from './document.ts';

export interface FailurePageProps {
  /** Name of the problem. */
  kind: string;
  status: number;
  title: string;
  /** What to do about it. */
  detail: string;
  /** Page of the publisher that was asked about, where it is one of the publication's. */
  pageUrl: string | undefined;
  requestId: string;
  publicationName: string;
}

/** What people are told who meet a dead link; programs are told the problem itself. */
const FOR_PEOPLE: Readonly<Record<string, Pick<FailurePageProps, 'title' | 'detail'>>> = {
  'route-not-found': {
    title: 'There is no page here',
    detail: 'The address may be mistyped, or the page may have gone.',
  },
  'article-not-found': {
    title: 'There is no such article',
    detail: 'The address may be mistyped, or the article is not published yet.',
  },
  'article-deleted': {
    title: 'This article was removed',
    detail: 'Its publisher has taken it back.',
  },
  'page-not-found': {
    title: 'There is no summary of this page',
    detail: 'The address may be mistyped, or the page is not an article of ours.',
  },
  'site-not-registered': {
    title: 'There is no summary of this page',
    detail: 'It belongs to another publication.',
  },
};

/** A dead link with the way on. */
export function renderFailurePage(props: FailurePageProps): Blob {
  const { kind, status, pageUrl, requestId, publicationName } = props;
  const { title, detail } = FOR_PEOPLE[kind] ?? props;
  return renderDocument({
    title,
    language: 'en',
    publicationName,
    canonical: undefined,
    skipLabel: 'Skip to content',
    children: (
      <article class="hosted">
        <p class="kicker">{status}</p>
        <h1>{title}</h1>
        <p>{detail}</p>
        {pageUrl === undefined ? null : (
          <p>
            <a class="more" href={pageUrl}>
              Read the page itself
            </a>
          </p>
        )}
        <p>
          <a class="more" href="/">
            The newest articles of {publicationName}
          </a>
        </p>
        <section class="how">
          <p>Reference: {requestId}</p>
        </section>
      </article>
    ),
  });
}
