import type { Labels } from '../core/labels/labels.ts';
import { SUMMARY_LENGTHS } from '../core/summary/presets.ts';
import type { Summary } from '../core/summary/summary.ts';
import { formatDate } from './dates.ts';
import { renderDocument } from './document.ts';
import { meta, sharePicture } from './head-tags.ts';

export interface SummaryPageProps {
  summary: Summary;
  /** In the summary's language. */
  labels: Labels;
  title: string;
  /** The article's own picture. */
  image: { url: string; alt: string } | null;
  /** Where the article stands for readers. */
  articleUrl: string;
  /** Address of this page, without a length. */
  ownUrl: string;
  publicationName: string;
}

/**
 * The summary as a page of its own: for readers without scripts, for links, for paper. Each point leads to its sentence
 * in the article, by a text fragment where the article stands on the publisher's page.
 */
export function renderSummaryPage(props: SummaryPageProps): Blob {
  const { summary, labels, title, articleUrl, publicationName } = props;
  return renderDocument({
    title: `${labels.summary}: ${title}`,
    description: summary.sentences[0]?.text,
    language: summary.language,
    publicationName,
    canonical: articleUrl,
    skipLabel: labels.summary,
    head: [
      meta({ property: 'og:title', content: title }),
      sharePicture(props.image, new URL(props.ownUrl).origin),
    ],
    children: (
      <article class="hosted">
        <p class="kicker">{labels.summary}</p>
        <h1>
          <a href={articleUrl}>{title}</a>
        </h1>
        <Lengths {...props} />
        {summary.warnings.includes('already-short') ? <p class="label">{labels.alreadyShort}</p> : null}
        <ul class="points">
          {summary.sentences.map((sentence) => (
            <Point sentence={sentence} labels={labels} />
          ))}
        </ul>
        {summary.correction === null ? null : (
          <p class="correction" dir="auto">
            {summary.correction.text}
          </p>
        )}
        <p>
          <a class="more" href={articleUrl}>
            {labels.readArticle}
          </a>
        </p>
        <How summary={summary} labels={labels} />
      </article>
    ),
  });
}

function Lengths({ summary, labels, ownUrl }: SummaryPageProps) {
  if (summary.warnings.includes('already-short')) return null;
  return (
    <nav class="lengths" aria-label={labels.length}>
      {SUMMARY_LENGTHS.map((length) => {
        const url = new URL(ownUrl);
        url.searchParams.set('length', length);
        return (
          <a
            href={`${url.pathname}${url.search}`}
            aria-current={summary.length === length ? 'true' : undefined}
          >
            {labels[length]}
          </a>
        );
      })}
    </nav>
  );
}

function Point({ sentence, labels }: { sentence: Summary['sentences'][number]; labels: Labels }) {
  const { text, url, paragraph } = sentence;
  return (
    <li dir="auto">
      {text}
      {url === null || paragraph === null ? null : (
        <a class="place" href={url} aria-label={labels.showSource.replace('{n}', String(paragraph))}>
          {labels.paragraphMark} {paragraph}
        </a>
      )}
    </li>
  );
}

const GENERATED =
  'A language model wrote these sentences. Each was compared with the article, word by word, by a fixed and published method; one that the article does not hold up was left out, and a sentence of the article stands in its place. The marks lead to the sentences that hold each one up.';
const METHODS: Readonly<Record<Summary['label']['code'], string>> = {
  extracted:
    'Every sentence stands in the article, word for word. A fixed and published method ranks the sentences and takes the ones that say most; no language model writes, shortens or changes anything. The marks lead to the place of each sentence.',
  edited: 'The editors wrote or chose these sentences.',
  generated: GENERATED,
  'generated-reviewed': `${GENERATED} An editor has read and approved them.`,
};

/** What the box's "How it works" leads to. */
function How({ summary, labels }: Pick<SummaryPageProps, 'summary' | 'labels'>) {
  const { label, engine, updatedAt, language } = summary;
  return (
    <section class="how" id="how">
      <h2>{labels.how}</h2>
      <p>{label.text}</p>
      <p lang="en" dir="ltr">
        {METHODS[label.code]} Engine: {engine.name} {engine.version}.
      </p>
      {updatedAt === null ? null : (
        <p>
          {labels.updated} <time datetime={updatedAt}>{formatDate(updatedAt, language)}</time>
        </p>
      )}
    </section>
  );
}
