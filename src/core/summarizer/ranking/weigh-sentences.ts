import { type Article, termCount } from '../article/read-article.ts';
import { measureEditorFeatures } from '../model/editor-features.ts';
import { estimateUse } from '../model/estimate-use.ts';
import type { Profile } from '../model/language-profile.ts';
import { markTerms } from '../model/mark-terms.ts';
import { measureSentenceFeatures, SENTENCE_WIDTH } from '../model/sentence-features.ts';
import { profileOf } from '../model/trained-profiles.ts';
import { markDangling } from '../screening/dangling-starts.ts';
import { findIntroductions } from '../screening/introductions.ts';
import { weighStudyParts } from '../screening/study-parts.ts';
import { markTakingUp } from '../screening/taking-up.ts';
import { makeSelectionInput, type SelectionInput } from '../selection/selection-input.ts';
import { singleValues } from '../selection/summary-sums.ts';
import { markBarred } from './bar-sentences.ts';
import { markExcluded, markPinned } from './editor-wishes.ts';
import { findLead } from './find-gist.ts';
import { judgeSentences, readAnnouncements } from './judge-sentences.ts';
import type { Models } from './models.ts';
import type { RankingDetails, RankOptions } from './ranking.ts';

/** Sentences are scored as members of a summary of this many. */
const SCORED_AT = 3;
/** Exclamations and fragments ("You got it, dude!") cost a summary what a good sentence brings. */
const SHORTEST_STATEMENT = 5;
const FRAGMENT_COST = 0.15;
/** How much an editor's judgement counts beside the words that a summary should use. */
const EDITOR_SHARE = 0.15;
const EDITOR_SHARE_BARE = 0.03;
/** What a part of a study counts for: in the worth of a sentence, and in what an editor would say of it. */
const PART_WORTH = 0.2;
const PART_JUDGEMENT = 3;

/** The values with what the parts of a study count for; the same ones where the text is no study. */
function withParts(parts: Float64Array | undefined, share: number, values: Float64Array): Float64Array {
  return parts === undefined ? values : values.map((value, at) => value + share * (parts[at] as number));
}

/** What each sentence adds to a summary by itself. */
export const valuesOf = (input: SelectionInput): Float64Array => singleValues(input, SCORED_AT);

/** Worth of every sentence beside its words. */
function measureBonuses(article: Article, features: Float64Array, profile: Profile): Float64Array {
  const bonuses = article.arena.float64(article.sentences.length);
  for (let sentence = 0; sentence < bonuses.length; sentence += 1) {
    let sum = termCount(article, sentence) < SHORTEST_STATEMENT ? -FRAGMENT_COST : 0;
    for (let at = 0; at < SENTENCE_WIDTH; at += 1) {
      const value = features[sentence * SENTENCE_WIDTH + at] as number;
      if (value !== 0) sum += (profile.sentence[at] as number) * value;
    }
    bonuses[sentence] = sum;
  }
  return bonuses;
}

/** All that is known of each sentence before they are put in order. Linear. */
export function weighSentences(
  article: Article,
  options: RankOptions,
  models: Models,
): Omit<RankingDetails, 'order' | 'answers'> {
  const profile = profileOf(article.language);
  const estimate = estimateUse(article, profile, markTerms(article, options.title));
  const dangling = markDangling(article);
  const features = measureSentenceFeatures(article, estimate, dangling);
  const parts = weighStudyParts(article);
  const bonuses = withParts(parts, PART_WORTH, measureBonuses(article, features, profile));
  const announcements = readAnnouncements(article, options);
  const takingUp = markTakingUp(article);
  const barred = markBarred(article, announcements, dangling, takingUp);
  const input = makeSelectionInput(
    article,
    estimate,
    profile,
    bonuses,
    dangling,
    takingUp.subarray(1),
    findIntroductions(article, options.title),
  );
  const values = valuesOf(input);
  const material = { announcements, dangling, takingUp, barred, values, features };
  const editorRows = measureEditorFeatures(article, material);
  const { index, title } = announcements;
  const judged = judgeSentences(article, editorRows, announcements, models);
  const points = withParts(parts, PART_JUDGEMENT, judged.points);
  const editorShare = index === undefined ? EDITOR_SHARE_BARE : EDITOR_SHARE;
  for (let at = 0; at < bonuses.length; at += 1)
    bonuses[at] = (bonuses[at] as number) + editorShare * (points[at] as number);
  if (index === undefined) judged.gists.set(valuesOf(input));
  const gists = index === undefined ? judged.gists : withParts(parts, PART_JUDGEMENT, judged.gists);
  // Readers ask how a study was made as well: its parts count for nothing there.
  const questionMaterial = { index, title, barred, points: judged.points };
  const excluded = markExcluded(article, options.excluded ?? []);
  const pinned = markPinned(article, options.pinned ?? []);
  return {
    article,
    models,
    profile,
    estimate,
    input,
    features,
    editorRows,
    editorShare,
    gists,
    questionMaterial,
    lead: findLead({ gists, input, excluded, barred, pinned }),
    excluded,
    barred,
    pinned,
  };
}
