import { heldLanguage } from '../labels/languages.ts';
import { SOURCE_LABELS } from '../labels/source-labels.ts';
import { chooseFromDigest } from './choose-from-digest.ts';
import type { Digest, DigestSentence, TextFacts, TextSize } from './digest.ts';
import type { ProposedSentence } from './proposal.ts';
import type { Summary, SummarySentence } from './summary.ts';
import type { SummaryOptions } from './summary-options.ts';
import { rangeOf, wantedSentences } from './wanted.ts';

/** What a summary says about the article it comes from. */
export interface SummarySubject {
  slug: string;
  title: string;
  revision: number;
  updatedAt: string;
  /** Where the article stands for readers: the publisher's page, or ours. */
  pageUrl: string;
  /** Ours has a mark at each paragraph; on the publisher's page a text fragment finds the sentence. */
  ownPage: boolean;
  teaserOnly: boolean;
  /** An editor has approved the sentences that stand with it. */
  reviewed: boolean;
  correction: Summary['correction'];
}

/** Reads a summary off what was worked out before. `subject` is null for a text that is not stored. */
export function composeSummary(
  digest: Digest,
  subject: SummarySubject | null,
  language: string,
  options: SummaryOptions,
): Summary {
  const wanted = wantedSentences(options);
  const chosen = chooseFromDigest(digest, wanted, rangeOf(options));
  return describeSummary({ facts: digest, size: () => digest, subject, language, options, chosen, wanted });
}

type Facts = Omit<TextFacts, 'label'> & { label: Summary['label']['code'] };
type ShownSentence = DigestSentence & Partial<Pick<ProposedSentence, 'support'>>;

export interface SummaryParts {
  facts: Facts;
  /** Only asked for where it is shown. */
  size: () => TextSize;
  subject: SummarySubject | null;
  language: string;
  options: SummaryOptions;
  /** In reading order. */
  chosen: readonly ShownSentence[];
  wanted: number;
  /** Of a summary that a model wrote. */
  labelText?: string;
  /** False where the `query` was not answered, and this is the ordinary summary. */
  answered?: boolean;
}

export function describeSummary({
  facts,
  size,
  subject,
  language,
  options,
  chosen,
  wanted,
  labelText,
  answered = true,
}: SummaryParts): Summary {
  const order = options.order ?? (options.query !== undefined && answered ? 'rank' : 'offset');
  const ordered = order === 'rank' ? [...chosen].sort((a, b) => b.rankScore - a.rankScore) : chosen;
  const summary: Summary = {
    article: subject && {
      slug: subject.slug,
      url: subject.pageUrl,
      title: subject.title,
      revision: subject.revision,
    },
    type: options.type,
    length: options.sentences === undefined ? (options.length ?? 'short') : null,
    method: METHODS[facts.label],
    engine: facts.engine,
    language,
    text: joinSentences(
      ordered.map(({ text }) => text),
      options.type,
      language,
    ),
    sentences: ordered.map((sentence) => locateSentence(sentence, subject)),
    label: {
      code: facts.label,
      aiGenerated: METHODS[facts.label] === 'generated',
      reviewed: isReviewed(facts.label, subject),
      text: labelText ?? sourceLabel(facts.label, options.labels ?? language),
    },
    correction: subject?.correction ?? null,
    stale: facts.stale,
    updatedAt: subject?.updatedAt ?? null,
    warnings: warningsFor({ facts, subject, wanted, answered }, chosen.length),
  };
  if (options.include.includes('stats')) summary.stats = statsFor(facts, size(), ordered);
  return summary;
}

function sourceLabel(label: Facts['label'], language: string): string {
  const { edited, extracted } = SOURCE_LABELS[heldLanguage(language)];
  return label === 'edited' ? edited : extracted;
}

const METHODS = {
  extracted: 'extractive',
  edited: 'editorial',
  generated: 'generated',
  'generated-reviewed': 'generated',
} as const satisfies Record<Facts['label'], Summary['method']>;

/** What a model wrote was reviewed by itself: an approval of the article's sentences says nothing of it. */
function isReviewed(label: Facts['label'], subject: SummarySubject | null): boolean {
  return METHODS[label] === 'generated'
    ? label === 'generated-reviewed'
    : label === 'edited' || subject?.reviewed === true;
}

function locateSentence(sentence: ShownSentence, subject: SummarySubject | null): SummarySentence {
  const { text, offset, length, rankScore, paragraph, support = [] } = sentence;
  return {
    text,
    offset,
    length,
    rankScore,
    paragraph,
    url: subject && sentenceUrl(sentence, subject),
    ...(support.length === 0 ? {} : { support: support.map(withoutFragment) }),
  };
}

function withoutFragment({ offset, length, paragraph }: ProposedSentence['support'][number]) {
  return { offset, length, paragraph };
}

/** A browser marks every `text=` of an address, and goes to the first. */
function sentenceUrl(sentence: ShownSentence, subject: SummarySubject): string | null {
  if (sentence.paragraph === null) return null;
  const page = subject.pageUrl.replace(/#.*$/su, '');
  if (subject.ownPage) return `${page}#p${sentence.paragraph}`;
  const fragments = [sentence, ...(sentence.support ?? [])].flatMap(({ fragment }) => fragment ?? []);
  return fragments.length === 0 ? page : `${page}#:~:${fragments.join('&')}`;
}

function warningsFor(
  { facts, subject, wanted, answered }: Pick<SummaryParts, 'facts' | 'subject' | 'wanted' | 'answered'>,
  count: number,
): Summary['warnings'] {
  const warnings: Summary['warnings'] = [];
  if (facts.sentenceCount <= 2) warnings.push('already-short');
  else if (count < wanted) warnings.push('fewer-sentences');
  if (facts.stale) warnings.push('override-stale');
  if (subject?.teaserOnly) warnings.push('teaser-only');
  if (answered === false) warnings.push('no-answer');
  return warnings;
}

function statsFor(
  { sentenceCount }: Facts,
  { textLength, words, readingTimeSeconds }: TextSize,
  chosen: readonly DigestSentence[],
): NonNullable<Summary['stats']> {
  const share = chosen.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, textLength);
  return {
    words,
    sentences: sentenceCount,
    readingTimeSeconds,
    reduction: Math.round(Math.min(1, Math.max(0, 1 - share)) * 100) / 100,
  };
}

/** Scripts that put no space between sentences. */
const UNSPACED_LANGUAGES = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo']);

/** Points stand one to a line, sentences of running text one after the other. */
function joinSentences(sentences: readonly string[], type: SummaryOptions['type'], language: string): string {
  if (type === 'key-points') return sentences.join('\n');
  return sentences.join(UNSPACED_LANGUAGES.has(language.split('-')[0] ?? '') ? '' : ' ');
}
