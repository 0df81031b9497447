import type { Article } from '../article/read-article.ts';
import { returns } from '../article/returning-leads.ts';
import { hasSigns } from '../article/sentence-signs.ts';
import { COLON, OPENER } from '../characters/mark-kinds.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { hashWord } from '../terms/scan-terms.ts';
import { TERM_DIGIT } from '../terms/term-list.ts';

/**
 * Captions that stand in the text: "Heart-broken: Mr Tancock was devastated", "Kate Middleton, April 2011.", "Mr
 * Smith (pictured)". A speaker before the colon ("He said: …") is none.
 */
const CAPTION_LEAD = lateExpression("^\\p{Lu}[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,2}: \\p{Lu}", 'u');
const SPEECH = lateExpression(
  '\\b(?:said|says|say|added|told|tells|wrote|writes|asked|replied|tweeted|explained|admitted|insisted|continued|warned|statement|read|reads|reported|question|answer|means|is|was|are|were)\\b',
  'iu',
);
const CAPTION_DATE = lateExpression(
  '^[^.!?]{5,60}, (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\\d\\d\\.?$',
  'u',
);
const PICTURED = lateExpression(
  '\\((?:pictured|above|below|left|right|file photo|inset)[^)]{0,30}\\)|^pictured\\b',
  'iu',
);
const CAPTION_LEAD_LENGTH = 48;
const YEAR_DIGITS = 4;
const PICTURED_WORD = hashWord('pictured');

/**
 * Whether a sentence is a caption by its form. What opens the article is none: the first sentence tells the story.
 *
 * @param first - Hash of its first term.
 */
export function isCaption(article: Article, sentence: number, first: number): boolean {
  const { sentences, list, starts } = article;
  const text = sentences[sentence]?.text ?? '';
  const last = (starts[sentence + 1] as number) - 1;
  const mayDate = (list.shapeAt(last) & TERM_DIGIT) !== 0 && list.lengthAt(last) === YEAR_DIGITS;
  if ((hasSigns(article, sentence, 1 << OPENER) || first === PICTURED_WORD) && PICTURED().test(text))
    return true;
  if (mayDate && CAPTION_DATE().test(text)) return true;
  if (sentence === 0 || !hasSigns(article, sentence, 1 << COLON)) return false;
  const lead = CAPTION_LEAD().exec(text.slice(0, CAPTION_LEAD_LENGTH))?.[0];
  if (lead === undefined || SPEECH().test(lead)) return false;
  return !returns(article.text, lead.slice(0, lead.indexOf(':') + 1));
}
