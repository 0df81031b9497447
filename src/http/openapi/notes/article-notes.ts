import { placed } from './placed.ts';

/** What is said of an article wherever one stands. */
export const DESCRIBED = {
  url: 'The publisher’s page, absolute, http or https; null where the article stands on our own page.',
  title: 'Headline, one line, served back exactly as sent.',
  byline: 'Who wrote it, as it is to be printed.',
  description:
    'What the publisher says the article is about, in a line or two; it helps to choose its sentences.',
  publishedAt: 'When it was or will be published (RFC 3339). In the future: scheduled.',
  updatedAt: 'When its text was last changed (RFC 3339).',
  language: 'BCP 47 tag of the text; `und` where it is in no language.',
  tags: 'Subjects, each one line.',
  image: 'Picture that stands for the article.',
  'image.url': 'Address of the picture, absolute, http or https.',
  'image.alt': 'What the picture shows, for those who do not see it.',
  access: '`full`: the text is public. `summary`: only its summary is; readers are sent to `url`.',
  status: '`published` or `draft`. A draft, or what is scheduled, is seen with a token only.',
};

const SLUG = 'Name of the article in every address: lower-case letters, digits and single hyphens.';
const REVISION = 'Grows with each accepted change by an author or editor.';
const READING_TIME = 'Silent reading at 238 words a minute.';

const NEIGHBOURS = {
  previous: 'The article published before this one, or null.',
  'previous.slug': 'Its slug.',
  'previous.title': 'Its headline.',
  next: 'The article published after this one, or null.',
  'next.slug': 'Its slug.',
  'next.title': 'Its headline.',
};

/** What a PUT takes because a GET gives it. */
const GIVEN_BACK = 'As a GET gives it; has no effect.';

const PROPOSED = {
  text: 'The sentence.',
  offset: 'UTF-16 units into the text, where it stands there word for word; or null.',
  length: 'UTF-16 units of the sentence there, or null.',
  rankScore: 'How much it says of the whole, 0 to 1.',
  paragraph: 'Number of its paragraph, or of the first that holds it up.',
  fragment: 'Directive that selects it in the page, or null.',
  support: 'Sentences of the article that hold it up.',
  'support.offset': 'UTF-16 units into the text.',
  'support.length': 'UTF-16 units of the sentence there.',
  'support.paragraph': 'Number of its paragraph, from 1.',
  'support.fragment': 'Directive that selects it in the page, or null.',
};

export const ARTICLE_NOTES: Readonly<Record<string, string>> = {
  ...placed('Article', {
    ...DESCRIBED,
    ...NEIGHBOURS,
    slug: SLUG,
    aliases: 'Other addresses of the same page, those that it had before included.',
    source: 'Who wrote it; a weaker source never changes what a stronger one wrote.',
    html: 'Body as HTML, sanitised, each paragraph with its `id`; null where only the summary is public.',
    text: 'Its paragraphs, joined by blank lines: what every `offset` counts in. Null where `html` is.',
    revision: REVISION,
    summaryEnabled: 'Whether a summary is shown.',
    readingTimeSeconds: READING_TIME,
  }),
  ...placed('ArticleInput', {
    ...DESCRIBED,
    ...NEIGHBOURS,
    previous: GIVEN_BACK,
    next: GIVEN_BACK,
    url: 'The publisher’s page, absolute, http or https; left out where the article stands on our own page.',
    updatedAt:
      'When its text was last changed (RFC 3339). Orders writes that come without a precondition: a later one replaces.',
    language: 'BCP 47 tag. Detected when it is not given.',
    aliases: 'Other addresses of the same page, on hosts of the publication.',
    html: 'Body as HTML. Exactly one of `html`, `markdown` and `text`, or `html` and `text` as a GET gives them.',
    markdown: 'Body as CommonMark with tables and footnotes.',
    text: 'Body as plain text; blank lines part paragraphs.',
    source: 'For importers: who wrote it. A weaker source never changes what a stronger one wrote.',
    revision:
      'Where the article is made: the number that it goes on counting from. Else the stored one, or left out.',
    summaryEnabled: 'Whether a summary is to be shown.',
    slug: 'As in the path, or left out.',
    readingTimeSeconds: GIVEN_BACK,
  }),
  ...placed('ArticleList', {
    items: 'Newest first.',
    page: 'Where to go on.',
    'page.next': 'Value of `cursor` for older articles, or null.',
    'page.previous': 'Value of `cursor` for newer articles, or null.',
  }),
  ...placed('ArticleList.items', {
    ...DESCRIBED,
    slug: SLUG,
    readingTimeSeconds: READING_TIME,
    summary: 'The article in one sentence, or null.',
  }),
  ...placed('BackupRecord', {
    rules: 'The rules by tag, where the state is `rules`: one record, before all others.',
    state:
      'An article, or what is left of one: `deleted`, `moved`, or `forgotten`, which no reader has ever seen. `rules`: those by tag.',
    slug: SLUG,
    article: 'Everything that people decided of it; what is worked out from its body is left out.',
    history: 'Every decision on its summary, oldest first; left out, what stands there stays.',
    revision: REVISION,
    movedTo: 'Slug of the article that took it over, or null.',
    pages: 'Hashes of the page addresses that it keeps.',
  }),
  ...placed('BackupRecord.article', {
    ...DESCRIBED,
    slug: SLUG,
    aliases: 'Other addresses of the same page, as the author sent them.',
    formerUrls: 'Addresses that its page had before.',
    source: 'Who wrote it.',
    summaryEnabled: 'The author’s setting; the body may say otherwise.',
    teaserOnly: 'The page said that only its beginning is free to read.',
    bodyKind: 'What the author sent.',
    bodySource: 'The body exactly as sent.',
    revision: REVISION,
    override: 'An editor’s word on its summary, or null.',
    'override.sentences': 'The editor’s sentences, or null.',
    'override.sentences.text': 'The sentence.',
    'override.sentences.verbatim': 'It stood in the article word for word when it was sent.',
    'override.sentences.numbers': 'Numbers that it shared with the article when it was sent.',
    'override.exclude': 'Sentences that the engine must never choose.',
    'override.editor': 'Who says so.',
    'override.stale': 'The article has moved away under it.',
    review: 'What editors say of the summary besides its words.',
    'review.approval': 'Who approved it, or null.',
    'review.approval.by': 'Who.',
    'review.approval.at': 'When (RFC 3339).',
    'review.approval.of': 'Names the sentences that were approved.',
    'review.correction': 'The public note, or null.',
    'review.correction.text': 'The note.',
    'review.correction.at': 'When it was written (RFC 3339).',
    proposal: 'What a model wrote of the article, or null.',
    'proposal.of': 'Names the words that it was made from.',
    'proposal.revision': 'The revision that it was made from.',
    'proposal.at': 'When (RFC 3339).',
    'proposal.generator': 'Which model.',
    'proposal.state': '`waiting` for an editor, `shown`, `refused` by one, or `failed`.',
    'proposal.reason': 'Why it failed, or null.',
    'proposal.points': 'Key points, the most important first.',
    'proposal.tldr': 'The story in one sentence, or null.',
  }),
  ...placed('BackupRecord.article.proposal.points', PROPOSED),
  ...placed('BackupRecord.article.proposal.tldr', PROPOSED),
  ...placed('BackupBatch', { records: 'Records of a backup (`BackupRecord`), each of another slug.' }),
  ...placed('RecordPage', {
    records: 'Records as a restore sends them, in order of slug.',
    next: 'Value of `after` for the next page; null on the last.',
  }),
  ...placed('Extraction', {
    title: 'Headline, without the name of the site.',
    byline: 'Who wrote it, as far as the page says.',
    description: 'What the page says it is about.',
    publishedAt: 'When it was published (RFC 3339), as far as the page says.',
    language: 'BCP 47 tag that the page names.',
    image: DESCRIBED.image,
    'image.url': DESCRIBED['image.url'],
    'image.alt': DESCRIBED['image.alt'],
    url: 'Address that the page calls canonical.',
    tags: 'Subjects that the page names.',
    text: 'Its paragraphs, joined by blank lines.',
    html: 'Its body, sanitised.',
  }),
  ...placed('IngestionRequest', { url: 'Address of the page, on a host of the publication.' }),
  ...placed('Ingestion', { slug: 'Slug of the article of the page.', revision: REVISION }),
};
