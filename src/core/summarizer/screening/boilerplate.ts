import type { Article } from '../article/read-article.ts';
import { hasSigns } from '../article/sentence-signs.ts';
import { COLON, OPENER } from '../characters/mark-kinds.ts';
import { hashWord, listTerms } from '../terms/scan-terms.ts';
import { TERM_DIGIT } from '../terms/term-list.ts';
import { BOILERPLATE_OPENINGS } from './boilerplate-openings.ts';

const AT_START = new RegExp(`^[\\s"'“”(\\[|>»•*–—-]*(?:${BOILERPLATE_OPENINGS.join('|')})`, 'iu');
const ANYWHERE =
  /all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|sign up (?:for|to) (?:our|the)|our newsletter|click here|scroll down|(?:accept|use of) cookies|^\W*(?:\d{1,2}:\d{2}\s+(?:EST|EDT|GMT|BST|PST)\b)|\b\d{1,2}:\d{2} (?:EST|GMT|BST|EDT),? \d|@[\w.]+\.\w{2,}\s*$/iu;
const SHORT_ANYWHERE = 260;

/**
 * Captions that stand in the text: "Heart-broken: Mr Tancock was devastated", "Kate Middleton, April 2011.", "Mr
 * Smith (pictured)". A speaker before the colon ("He said: …") is none.
 */
const CAPTION_LEAD = /^\p{Lu}[\p{L}'’-]+(?: [\p{L}'’-]+){0,2}: \p{Lu}/u;
const SPEECH =
  /\b(?:said|says|say|added|told|tells|wrote|writes|asked|replied|tweeted|explained|admitted|insisted|continued|warned|statement|read|reads|reported|question|answer|means|is|was|are|were)\b/iu;
const CAPTION_DATE =
  /^[^.!?]{5,60}, (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d\.?$/u;
const PICTURED = /\((?:pictured|above|below|left|right|file photo|inset)[^)]{0,30}\)|^pictured\b/iu;
const CAPTION_LEAD_LENGTH = 48;

/** First terms of the openings, hashed on first use: whatever begins with another term is none of them. */
let openingTerms: ReadonlySet<number> | undefined;
/** A text that has none of these words and no address holds none of the lines looked for anywhere. */
const TELLING_WORDS =
  'reserved réservés vorbehalten reservados newsletter sign click scroll cookies est edt gmt bst pst'
    .split(' ')
    .map(hashWord);
const PICTURED_WORD = hashWord('pictured');

/** An opening may also begin with a sign that is no term. */
function mayOpen(first: number, sentence: string): boolean {
  openingTerms ??= new Set(BOILERPLATE_OPENINGS.map((opening) => listTerms(opening).hashAt(0)));
  return openingTerms.has(first) || sentence.includes('©');
}

function isCaption(article: Article, sentence: number, first: number): boolean {
  const { sentences, list, starts } = article;
  const text = sentences[sentence]?.text ?? '';
  const lastShape = list.shapeAt((starts[sentence + 1] as number) - 1);
  if ((hasSigns(article, sentence, 1 << OPENER) || first === PICTURED_WORD) && PICTURED.test(text))
    return true;
  if ((lastShape & TERM_DIGIT) !== 0 && CAPTION_DATE.test(text)) return true;
  if (!hasSigns(article, sentence, 1 << COLON)) return false;
  const lead = CAPTION_LEAD.exec(text.slice(0, CAPTION_LEAD_LENGTH))?.[0];
  return lead !== undefined && !SPEECH.test(lead);
}

/** Marks the lines that are not part of the story. Most sentences cost a look-up of their first word. */
export function markBoilerplate(article: Article): Uint8Array {
  const { sentences, table, terms, starts, text, arena } = article;
  const anywhere = text.includes('@') || TELLING_WORDS.some((word) => table.find(word) >= 0);
  const marks = arena.uint8(sentences.length);
  sentences.forEach((sentence, index) => {
    const first = table.hashAt(terms[starts[index] as number] as number);
    const isLine =
      (mayOpen(first, sentence.text) && AT_START.test(sentence.text)) ||
      (anywhere && sentence.length <= SHORT_ANYWHERE && ANYWHERE.test(sentence.text)) ||
      isCaption(article, index, first);
    if (isLine) marks[index] = 1;
  });
  return marks;
}
