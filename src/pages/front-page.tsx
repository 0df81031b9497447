import type { ListEntry } from '../core/article/article.ts';
import type { Labels } from '../core/labels/labels.ts';
import { heldLanguage } from '../core/labels/languages.ts';
import { formatReadingTime } from './dates.ts';
import { renderDocument } from './document.ts';
import { meta, sharePicture } from './head-tags.ts';
import { PublishedTime } from './published-time.tsx';

export interface FrontPageProps {
  items: readonly ListEntry[];
  /** For a reader of each of their languages, and of the page's. */
  labelsOf: (language: string) => Labels;
  publicationName: string;
  origin: string;
}

/** The newest articles, each with its one-sentence summary. */
export function renderFrontPage({ items, labelsOf, publicationName, origin }: FrontPageProps): Blob {
  const language = heldLanguage(commonLanguage(items));
  const labels = labelsOf(language);
  return renderDocument({
    title: publicationName,
    description: describeList(items, labels),
    language,
    publicationName,
    canonical: `${origin}/`,
    skipLabel: labels.latest,
    head: [
      meta({ property: 'og:type', content: 'website' }),
      meta({ property: 'og:title', content: publicationName }),
      meta({ property: 'og:url', content: `${origin}/` }),
      sharePicture(null, origin),
    ],
    children: (
      <>
        <h1 class="latest">{labels.latest}</h1>
        <ul class="entries">
          {items.map((item) => (
            <Entry item={item} labels={labelsOf(item.language)} pageLanguage={language} />
          ))}
        </ul>
      </>
    ),
  });
}

const DESCRIBED_COUNT = 3;

/** What a search engine may show of the list. */
function describeList(items: readonly ListEntry[], { latest }: Labels): string | undefined {
  if (items.length === 0) return undefined;
  const titles = items.slice(0, DESCRIBED_COUNT).map(({ title }) => title);
  return `${latest}: ${titles.join(' · ')}`;
}

interface EntryProps {
  item: ListEntry;
  labels: Labels;
  pageLanguage: string;
}

function Entry({ item, labels, pageLanguage }: EntryProps) {
  const isForeign = item.language !== pageLanguage && item.language !== 'und';
  return (
    <li lang={isForeign ? item.language : undefined} dir="auto">
      {item.tags[0] === undefined ? null : <p class="kicker">{item.tags[0]}</p>}
      <h2>
        <a href={`/articles/${item.slug}`}>{item.title}</a>
      </h2>
      {item.summary === null ? null : <p>{item.summary}</p>}
      <p class="meta">
        {item.byline === null ? '' : `${item.byline} · `}
        <PublishedTime article={item} />
        {formatReadingTime(item.readingTimeSeconds, labels, item.language)}
      </p>
    </li>
  );
}

/** The page speaks the language that most of its articles are in. */
function commonLanguage(items: readonly ListEntry[]): string {
  const counts = new Map<string, number>();
  for (const { language } of items) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}
