import { isTimeLine } from '../article/datelines.ts';
import type { Article } from '../article/read-article.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { hashWords } from '../terms/scan-terms.ts';
import type { TermTable } from '../terms/term-table.ts';
import { isCaption } from './captions.ts';
import { markFragments } from './fragments.ts';
import {
  ASKS_TO_FOLLOW,
  howItOpens,
  IS_LINE,
  type LineIndex,
  lineIndexOf,
  mayOpen,
  networkTerms,
} from './line-index.ts';
import { skipLeadingMarks } from './line-openings.ts';
import { WIDE_NETWORKS } from './networks.ts';

/** Longer sentences tell a story, whatever they hold. */
const LONGEST_LINE = 260;
/** As much of a sentence as an opening may need. */
const OPENING_LENGTH = 100;
/** A mail address at the end, or a clock time with a zone and a date: "12:00 GMT, 5 …". */
const ADDRESS_OR_STAMP = lateExpression(
  '^\\W*\\d{1,2}:\\d{2}\\s+(?:EST|EDT|GMT|BST|PST)\\b|\\b\\d{1,2}:\\d{2} (?:EST|GMT|BST|EDT),? \\d|@[\\w.]+\\.\\w{2,}\\s*$',
  'iu',
);
const ADDRESS_ALONE = lateExpression('^(?:https?://|www\\.)\\S+$', 'iu');
/** What {@link ADDRESS_ALONE} may begin with. */
const ADDRESS_LETTERS = 'hHwW';
const STAMP_WORDS = hashWords('est edt gmt bst pst');
const COPYRIGHT = 0xa9;
const CIRCLED_C = 0x24d2;
const COPYRIGHT_WITHIN = 4;

/** A paragraph that ends with a credit and is no longer than this is a caption with its credit. */
const LONGEST_CAPTION = 320;
const MOST_SENTENCES_OF_CAPTION = 3;
const CREDITS =
  'photo photos photograph photographs picture pictures image foto fotos fotografía fotografia fotografie fotografija bild bilder beeld billede bilde kuva zdjęcie zdjęcia fot fotó fotoğraf φωτογραφία φωτό фото снимка صورة تصوير عكس צילום फोटो फ़ोटो ảnh 写真 사진 图片 摄影 攝影';
let credits: ReadonlySet<number> | undefined;

/** Words that a credit begins with; made ready for the first line of the desk, since they are of all scripts. */
function creditTerms(): ReadonlySet<number> {
  credits ??= new Set(hashWords(CREDITS));
  return credits;
}

/** What an article may hold at all, so that most sentences are spared the search. */
interface Suspicions {
  index: LineIndex;
  holds: readonly string[];
  hasStamp: boolean;
}

/** Those of the words that stand anywhere in a text; most texts lack their longest terms already. */
function wordsHeld(holds: LineIndex['holds'], text: string, table: TermTable): string[] {
  const likely: string[] = [];
  for (const { words, key } of holds) if (table.find(key) >= 0) likely.push(words);
  if (likely.length === 0) return likely;
  const lower = text.toLowerCase();
  return likely.filter((words) => lower.includes(words));
}

function suspicionsOf({ text, table, language }: Article): Suspicions {
  const index = lineIndexOf(language);
  return {
    index,
    holds: wordsHeld(index.holds, text, table),
    hasStamp: text.includes('@') || STAMP_WORDS.some((word) => table.find(word) >= 0),
  };
}

function namesNetwork({ sentences, table, terms, starts }: Article, sentence: number): boolean {
  const to = starts[sentence + 1] as number;
  for (let at = starts[sentence] as number; at < to; at += 1) {
    if (networkTerms().includes(table.hashAt(terms[at] as number))) return true;
  }
  const text = sentences[sentence]?.text ?? '';
  return WIDE_NETWORKS.some((name) => text.includes(name));
}

function isSigned(text: string): boolean {
  for (let at = 0; at < COPYRIGHT_WITHIN; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COPYRIGHT || code === CIRCLED_C) return true;
  }
  return false;
}

/** Whether a sentence is a line of the desk, by how it begins or by what it holds. */
function isDeskLine(article: Article, sentence: number, first: number, suspicions: Suspicions): boolean {
  const text = article.sentences[sentence]?.text ?? '';
  if (mayOpen(suspicions.index, first)) {
    const start = text.slice(0, OPENING_LENGTH + 1).toLowerCase();
    const how = howItOpens(start.slice(skipLeadingMarks(start)), first, suspicions.index);
    if ((how & IS_LINE) !== 0) return true;
    const asks = (how & ASKS_TO_FOLLOW) !== 0;
    if (asks && text.length <= LONGEST_LINE && namesNetwork(article, sentence)) return true;
  }
  if (isSigned(text)) return true;
  if (text.length > LONGEST_LINE) return false;
  if (suspicions.hasStamp && ADDRESS_OR_STAMP().test(text)) return true;
  if (suspicions.holds.length === 0) return false;
  const lower = text.toLowerCase();
  return suspicions.holds.some((words) => lower.includes(words));
}

/** "The pier in May. Photograph: Ann Lee/Courier": the words before a credit are its caption. */
function markCaptionOf(article: Article, credit: number, marks: Uint8Array): void {
  const { paragraphs, sentences } = article;
  const paragraph = paragraphs[credit];
  if (paragraphs[credit + 1] === paragraph || paragraph === 1) return;
  let from = credit;
  while (from > 0 && paragraphs[from - 1] === paragraph) from -= 1;
  const start = sentences[from]?.offset ?? 0;
  const end = (sentences[credit]?.offset ?? 0) + (sentences[credit]?.length ?? 0);
  if (credit - from >= MOST_SENTENCES_OF_CAPTION || end - start > LONGEST_CAPTION) return;
  marks.fill(1, from, credit);
}

/** Marks the lines that are not part of the story. Most sentences cost a look-up of their first word. */
export function markBoilerplate(article: Article): Uint8Array {
  const { sentences, table, terms, starts, arena } = article;
  const suspicions = suspicionsOf(article);
  const marks = arena.uint8(sentences.length);
  sentences.forEach(({ text }, sentence) => {
    const first = table.hashAt(terms[starts[sentence] as number] as number);
    const isLine =
      isDeskLine(article, sentence, first, suspicions) ||
      isCaption(article, sentence, first) ||
      isTimeLine(text) ||
      (ADDRESS_LETTERS.includes(text.charAt(0)) && !text.includes(' ') && ADDRESS_ALONE().test(text));
    if (!isLine) return;
    marks[sentence] = 1;
    if (creditTerms().has(first)) markCaptionOf(article, sentence, marks);
  });
  markFragments(article, marks);
  return marks;
}
