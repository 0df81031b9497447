import { termCount } from '../article/read-article.ts';
import { WEIGHT_UNIT } from '../model/binned-model.ts';
import { EDITOR_FEATURES, EDITOR_WIDTH } from '../model/editor-features.ts';
import { SENTENCE_FEATURES, SENTENCE_WIDTH } from '../model/sentence-features.ts';
import { LENGTH_PRIOR } from '../model/sentence-values.ts';
import { TERM_FEATURES } from '../model/term-features.ts';
import { DETAILS, type RankedSentence, type Ranking, type RankingDetails } from './ranking.ts';

/** Why a sentence has its score: what each group of features added to it, in plain names. */
export interface Explanation {
  sentence: RankedSentence;
  contributions: Record<string, number>;
}

const TERM_GROUPS: Readonly<Record<(typeof TERM_FEATURES)[number], string>> = {
  frequency: 'repeated words',
  'first sentence': 'place of its words',
  'first place': 'place of its words',
  'mean place': 'place of its words',
  letters: 'kind of words',
  rarity: 'kind of words',
  title: 'headline',
  'best title match': 'headline',
  'article size': 'article size',
  company: 'central words',
  'best sentence': 'central words',
  'mean sentence': 'central words',
};

const SENTENCE_GROUPS: Readonly<Record<(typeof SENTENCE_FEATURES)[number], string>> = {
  first: 'place in the article',
  second: 'place in the article',
  third: 'place in the article',
  'fourth to sixth': 'place in the article',
  lateness: 'place in the article',
  last: 'place in the article',
  'opens paragraph': 'place in the article',
  'dangling start': 'stands alone',
  'opens with quote': 'quotation',
  'holds quote': 'quotation',
  asks: 'quotation',
  'speaks in the first person': 'quotation',
  'holds number': 'names and numbers',
  capitals: 'names and numbers',
  'very short': 'length',
  short: 'length',
  long: 'length',
  'leading colon': 'kind of sentence',
  'no end mark': 'kind of sentence',
  'title match': 'headline',
  'best title match': 'headline',
  value: 'central words',
  'best value': 'central words',
};

const EDITOR_GROUPS: Readonly<Record<(typeof EDITOR_FEATURES)[number], string>> = {
  headline: 'headline',
  'headline covered': 'headline',
  'repeats headline': 'headline',
  description: 'description',
  'description covered': 'description',
  'best of both': 'headline',
  opening: 'place in the article',
  lateness: 'place in the article',
  'announced opening': 'place in the article',
  'opening without headline': 'place in the article',
  'lateness without headline': 'place in the article',
  last: 'place in the article',
  'opens paragraph': 'place in the article',
  'alone in paragraph': 'place in the article',
  'very short': 'length',
  short: 'length',
  length: 'length',
  long: 'length',
  number: 'names and numbers',
  names: 'names and numbers',
  'opens with quote': 'quotation',
  'holds quote': 'quotation',
  'leans back': 'stands alone',
  'answered back': 'stands alone',
  'short and answered back': 'stands alone',
  'first person': 'quotation',
  central: 'central words',
};

/** What each group of features added to the chances of every term, in log-odds times the chance. */
function weighGroups({ article, profile, estimate }: RankingDetails): Map<string, Float64Array> {
  const { secondPass, lexicon } = profile;
  const { chances, termCodes } = estimate;
  const size = article.table.size;
  const groups = new Map<string, Float64Array>();
  const add = (group: string, term: number, value: number) => {
    const values = groups.get(group) ?? new Float64Array(size);
    values[term] = (values[term] as number) + value * (chances[term] as number);
    groups.set(group, values);
  };
  TERM_FEATURES.forEach((feature, number) => {
    for (let term = 0; term < size; term += 1)
      add(TERM_GROUPS[feature], term, secondPass.weightOf(number, termCodes, term));
  });
  lexicon.numberTerms(article.table, article.arena).forEach((word, term) => {
    add('kind of words', term, WEIGHT_UNIT * lexicon.oddsOf(word));
  });
  return groups;
}

/** Explains every score of a ranking. Meant for people who ask; costs a few times the ranking itself. */
export function explainRanking(ranking: Ranking): Explanation[] {
  const details = ranking[DETAILS];
  const { distinct } = details.article;
  const groups = weighGroups(details);
  return ranking.sentences.map((sentence, index) => {
    const contributions: Record<string, number> = {};
    const length = termCount(details.article, index);
    const terms = distinct.items.subarray(distinct.starts[index], distinct.starts[index + 1]);
    for (const [group, values] of groups) {
      const sum = terms.reduce((total, term) => total + (values[term] as number), 0);
      contributions[group] = sum / (length + LENGTH_PRIOR);
    }
    SENTENCE_FEATURES.forEach((feature, at) => {
      const group = SENTENCE_GROUPS[feature];
      const added =
        (details.profile.sentence[at] as number) * (details.features[index * SENTENCE_WIDTH + at] as number);
      contributions[group] = (contributions[group] ?? 0) + added;
    });
    EDITOR_FEATURES.forEach((feature, at) => {
      const group = EDITOR_GROUPS[feature];
      const added =
        details.editorShare *
        (details.models.editor.point[at] as number) *
        (details.editorRows[index * EDITOR_WIDTH + at] as number);
      contributions[group] = (contributions[group] ?? 0) + added;
    });
    return { sentence, contributions };
  });
}
