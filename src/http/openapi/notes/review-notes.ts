import { SUMMARY_STATES } from '../../../core/summary/review.ts';
import { DESCRIBED } from './article-notes.ts';
import { placed } from './placed.ts';

const RULE = '`automatic`, `review` or `off`.';
const RULE_ENTRY = {
  entry: 'Its number, from 1.',
  at: 'When (RFC 3339).',
  by: 'Who: the name of the token.',
  tag: 'The tag.',
  before: RULE,
  after: RULE,
};
const REVISION = 'The revision of the article.';
const STATE =
  '`automatic`: the engine’s choice. `proposed`: a model wrote another, which waits for an editor. `generated`: a model’s, shown because it passed the gate. `edited`: an editor’s. `approved`: looked at and found right. `stale`: the article moved on after that. `waiting`: not shown before an editor has approved it, by the rule of a tag. `failed`: the model gave nothing that could be shown. `off`: none is shown.';
const STANDING = {
  approval: 'Who approved these sentences, or null.',
  'approval.by': 'Who.',
  'approval.at': 'When (RFC 3339).',
  'approval.of': 'Names the sentences: it holds for no others.',
  correction: 'The public note, or null.',
  'correction.text': 'The note.',
  'correction.at': 'When it was written (RFC 3339).',
  enabled: 'Whether a summary is to be shown.',
  sentences: 'The editor’s sentences; null where the engine chooses.',
  exclude: 'Sentences that the engine must never choose.',
  proposal: 'What was decided of a model’s sentences; null where there are none.',
  'proposal.name': 'Names the sentences.',
  'proposal.state': '`waiting` for an editor, `shown`, `refused` or `failed`.',
};
const within = (place: string) =>
  Object.fromEntries(Object.entries(STANDING).map(([name, note]) => [`${place}.${name}`, note]));
const SENTENCE = {
  text: 'The sentence.',
  offset: 'UTF-16 units into the `text` of the article, or null.',
  length: 'UTF-16 units of the sentence there, or null.',
  paragraph: 'Number of its paragraph, from 1, or null.',
};

const PROPOSED = {
  ...SENTENCE,
  support: 'Sentences of the article that hold it up; none for one that stands there itself.',
  'support.offset': 'UTF-16 units into the `text` of the article.',
  'support.length': 'UTF-16 units of the sentence there.',
  'support.paragraph': 'Number of its paragraph, from 1.',
};

const ENTRY = {
  entry: 'Its number, from 1 for each article.',
  at: 'When (RFC 3339).',
  by: 'Who: the name of the token, or whom the decision names.',
  action: 'What was decided.',
  revision: REVISION,
  before: 'What stood before.',
  after: 'What stood after.',
  ...within('before'),
  ...within('after'),
};

export const REVIEW_NOTES: Readonly<Record<string, string>> = {
  ...placed('Review', {
    slug: 'Name of the article.',
    title: 'Its headline.',
    revision: REVISION,
    state: STATE,
    approved: 'Whether the sentences that stand now are those that were approved.',
    rule: 'The strictest of its tags: `automatic`, `review` or `off`.',
    standing: 'Everything that editors decided of it.',
    ...within('standing'),
    sentences:
      'Those of the short summary, then what the medium and the long one add: as an `edit` takes them.',
    automatic: 'What the engine would choose, in the same order.',
    proposal: 'What a model wrote of the article as it stands, or null.',
    'proposal.state': '`waiting` for an editor, `shown`, `refused` by one, or `failed`.',
    'proposal.reason': 'Why it failed, or null.',
    'proposal.generator': 'Which model.',
    'proposal.at': 'When (RFC 3339).',
    'proposal.points': 'Key points, the most important first.',
    'proposal.tldr': 'The story in one sentence, or null.',
  }),
  ...Object.fromEntries(
    ['points', 'tldr']
      .map((name) => [name, placed(`Review.proposal.${name}`, PROPOSED)])
      .flatMap(([, notes]) => Object.entries(notes as object)),
  ),
  ...placed('Review.sentences', {
    ...SENTENCE,
    faults: 'What the article does not hold of it.',
    'faults.kind':
      'What is wrong: `number`, `unit`, `date`, `name`, `negation`, `modality`, `quotation`, `opposite`, `role` (who did it to whom), or `unsupported` (docs/grounding.md).',
    'faults.text': 'The words that the article does not hold up.',
  }),
  ...placed('Review.automatic', SENTENCE),
  ...placed('PreviewRequest', {
    sentences: 'The editor’s sentences; nothing given is the engine’s choice.',
    exclude: 'Sentences that the engine must not choose.',
    labels: 'Language of the label, instead of the article’s.',
  }),
  ...placed('Preview', {
    revision: REVISION,
    faults: 'What the article does not hold of each sentence, in the order in which they were sent.',
    'faults.kind': '`number`, or `name`: a word with a capital inside the sentence.',
    'faults.text': 'The number or the word.',
    short: 'The short summary.',
    medium: 'The medium one.',
    long: 'The long one.',
  }),
  ...placed('Decision', {
    decision: 'What to do.',
    sentences: 'The editor’s sentences, best known first: every length shows the first of them.',
    exclude: 'Sentences that the engine must never choose, also in later revisions.',
    editor: 'Who says so, where it is not the owner of the token.',
    text: 'The public note; null takes it away.',
    entry: 'Number of the entry.',
    side: 'As it was before or after that decision.',
  }),
  ...placed('TagRule', { tag: 'The tag, as articles have it.', rule: RULE }),
  ...placed('Rules', { items: 'By tag.', applied: 'Whether all articles follow them by now.' }),
  ...placed('Rules.items', { tag: 'The tag.', rule: RULE }),
  ...placed('RuleHistory', { items: 'Newest first.' }),
  ...placed('RuleHistory.items', RULE_ENTRY),
  ...placed('BackupRecord.rules', { tag: 'The tag.', rule: RULE }),
  ...placed('History', { items: 'Newest first.' }),
  ...placed('History.items', ENTRY),
  ...placed('BackupRecord.history', { ...ENTRY, tag: RULE_ENTRY.tag }),
  ...placed('Queue', {
    items: 'One page.',
    page: 'Where to go on.',
    'page.next': 'Value of `cursor` for older articles, or null.',
    'page.previous': 'Value of `cursor` for newer articles, or null.',
    counts: 'How many summaries are in each state.',
    ...Object.fromEntries(
      SUMMARY_STATES.map((state) => [`counts.${state}`, `Summaries in the state \`${state}\`.`]),
    ),
  }),
  ...placed('Queue.items', {
    ...DESCRIBED,
    slug: 'Name of the article.',
    readingTimeSeconds: 'Silent reading at 238 words a minute.',
    summary: 'The article in one sentence, or null.',
    state: STATE,
    revision: REVISION,
  }),
  ...placed('Approvals', { articles: 'What is approved.' }),
  ...placed('Approvals.articles', {
    slug: 'Name of the article.',
    revision: 'The revision that was looked at.',
  }),
  ...placed('ApprovalOutcomes', { items: 'What became of each, in the order in which they were sent.' }),
  ...placed('ApprovalOutcomes.items', {
    slug: 'Name of the article.',
    outcome: '`approved`, or the kind of the problem that stood in the way.',
  }),
};
