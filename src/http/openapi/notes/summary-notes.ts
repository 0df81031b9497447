import { placed } from './placed.ts';

/** Options of every summary: parameters of a GET, members of a POST. */
export const OPTION_NOTES = {
  type: '`key-points`: 3, 5 or 7 sentences, one to a line. `tldr`: 1, 2 or 3 of running text. `teaser`: 1, 2 or 3 from the first third, never the ending.',
  length: 'How long a summary of this type is: `short` when it is not given. Not together with `sentences`.',
  sentences: 'How many sentences. Not together with `length`.',
  query:
    'Answers this question with sentences of the text, the best one first. Where the text does not answer it, the ordinary summary comes with the warning `no-answer`.',
  order:
    '`offset`: as in the article. `rank`: best first. When it is not given, answers to a `query` come by rank, all else by offset.',
  avoid: 'Kinds of sentence to leave out where others can be had.',
  include: 'What else to answer with.',
  labels: 'BCP 47 tag of the language that label texts are wanted in; that of the text when it is not given.',
  source:
    '`extractive`: sentences of the article, also where others would be shown that a model wrote and the gate let pass.',
  format: '`json` is the whole answer, the others are its sentences alone.',
} as const;

/** Of what is sent to be summarised. */
export const SENT_TEXT_NOTES = {
  title: 'Headline of the text; sentences that follow it up count for more.',
  description:
    'What the page says of itself in a sentence or two; sentences that follow it up count for more.',
  language: 'BCP 47 tag of the text. Detected when it is not given.',
} as const;

const PLACE = {
  offset: 'UTF-16 units into the text.',
  length: 'UTF-16 units of the sentence.',
  rankScore: 'How much the sentence stands for the whole, 0 to 1.',
  paragraph: 'Number of its paragraph, from 1.',
};

export const SUMMARY_NOTES: Readonly<Record<string, string>> = {
  ...placed('Summary', {
    article: 'What is summarised; null for a text that was sent.',
    'article.slug': 'Its slug.',
    'article.url': 'Where readers find it.',
    'article.title': 'Its headline.',
    'article.revision': 'The revision that the sentences are from.',
    type: OPTION_NOTES.type,
    length: 'The length that was asked for; null where `sentences` was.',
    method:
      '`extractive`: sentences of the article. `editorial`: written or chosen by an editor. `generated`: written by a model, each sentence held up by the article.',
    engine: 'What picked the sentences.',
    'engine.name': 'Its name.',
    'engine.version': 'Its version; the same text and version give the same sentences.',
    language: 'BCP 47 tag of the summary.',
    text: 'The sentences together: for key points one to a line.',
    sentences: 'The sentences, in the order that was asked for.',
    label: 'What a reader has to be told about how the summary was made.',
    'label.code':
      '`extracted`: the engine’s choice. `edited`: an editor’s. `generated`: a model’s. `generated-reviewed`: a model’s, approved by an editor.',
    'label.aiGenerated': 'Whether a language model wrote it.',
    'label.reviewed': 'Whether a person has approved it.',
    'label.text': 'The label in words.',
    correction: 'A note of the editors on a change after publication, or null.',
    'correction.text': 'The note.',
    'correction.at': 'When it was written (RFC 3339).',
    stale: 'The article has moved away under the editor’s sentences; these are the engine’s.',
    updatedAt: 'When the article was last changed (RFC 3339); null for a text that was sent.',
    warnings: 'What to know about this summary.',
    stats: 'Figures of the whole text. Only with `include=stats`.',
    'stats.words': 'Its words.',
    'stats.sentences': 'Its sentences.',
    'stats.readingTimeSeconds': 'Silent reading at 238 words a minute.',
    'stats.reduction': 'Share of it that the summary spares, 0 to 1.',
    ranking: 'Every sentence with what made its score. Only with `include=ranking`.',
    keywords: 'Words and names that stand out. Only with `include=keywords`.',
    labels: 'Texts of the box in that language, by name. Only with `include=labels`.',
  }),
  ...placed('Summary.sentences', {
    ...PLACE,
    text: 'The sentence.',
    offset: 'UTF-16 units into the `text` of the article; null for a sentence that does not stand there.',
    length: 'UTF-16 units of the sentence there; null where `offset` is.',
    paragraph:
      'Number of its paragraph, from 1; of a sentence that a model wrote, of the first that holds it up; null where there is none.',
    url: 'Address that shows the sentence in its place, or the sentences that hold it up; or null.',
    support: 'Sentences of the article that hold it up. Only of a sentence that a model wrote.',
    'support.offset': 'UTF-16 units into the `text` of the article.',
    'support.length': 'UTF-16 units of the sentence there.',
    'support.paragraph': 'Number of its paragraph, from 1.',
  }),
  ...placed('Summary.ranking', {
    ...PLACE,
    text: 'The sentence.',
    contributions: 'What each feature has added to its score, by name.',
  }),
  ...placed('SummaryRequest', {
    ...OPTION_NOTES,
    ...SENT_TEXT_NOTES,
    html: 'The text as HTML. Exactly one of `html`, `markdown` and `text`.',
    markdown: 'The text as CommonMark.',
    text: 'The text as it is; blank lines part paragraphs.',
  }),
  ...placed('OverrideInput', {
    sentences: 'The editor’s sentences, best known first: every length shows the first of them.',
    exclude: 'Sentences that the engine must never choose, also in later revisions.',
    editor: 'Who says so.',
  }),
};
