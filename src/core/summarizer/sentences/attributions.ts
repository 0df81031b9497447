import { flagsOf } from '../characters/character-classes.ts';
import { IS_LOWER, IS_SPACE, IS_UPPER, IS_WORD } from '../characters/class-flags.ts';
import { isTerminator, markOf } from '../characters/mark-kinds.ts';
import { isSpace, skipSpaces } from '../characters/white-space.ts';
import { lateWords } from '../memory/late-words.ts';
import { wordAt } from './word-context.ts';

/**
 * Verbs that tell who spoke, as they stand behind "…!” and "…?”: the quotation and its speaker are one sentence. By
 * language; written by hand from the style of news texts.
 */
const SPEECH_VERBS: Readonly<Record<string, string>> = {
  en: 'said says asked asks added adds told wrote writes replied replies shouted cried yelled screamed answered joked tweeted posted recalled explained insisted continued concluded declared laughed whispered wondered exclaimed called demanded begged sang texted quipped',
  ar: 'قال قالت يقول تقول سأل سألت أضاف أضافت صرخ صرخت كتب كتبت رد ردت تساءل تساءلت هتف هتفت أجاب أجابت صاح صاحت',
  fa: 'گفت گفتند می‌گوید پرسید نوشت افزود فریاد پاسخ می‌پرسد گفته',
  he: 'אמר אמרה אמרו שאל שאלה צעק צעקה כתב כתבה הוסיף הוסיפה השיב השיבה קרא קראה הגיב הגיבה תהה תהתה',
  hi: 'कहा कहते कहती पूछा बोले बोला बोलीं बोली बताया लिखा चिल्लाया चिल्लाए चिल्लाई',
  bn: 'বলেন বললেন বলেছেন বলে বলল বলেছিলেন প্রশ্ন জিজ্ঞেস লিখেছেন জানান চিৎকার',
  ur: 'کہا پوچھا بولے بولا بولی لکھا بتایا چلایا کہتے کہتی',
  mr: 'म्हणाले म्हणाली म्हणाला विचारले विचारलं सांगितले सांगितलं लिहिले ओरडला ओरडले',
  ne: 'भने भनिन् सोधे सोधिन् बताए लेखे भन्छन्',
  gu: 'કહ્યું પૂછ્યું બોલ્યા જણાવ્યું લખ્યું',
  pa: 'ਕਿਹਾ ਪੁੱਛਿਆ ਬੋਲੇ ਦੱਸਿਆ ਲਿਖਿਆ',
  ta: 'கூறினார் கேட்டார் என்றார் என்று சொன்னார்',
  te: 'అన్నారు అడిగారు చెప్పారు ప్రశ్నించారు',
  ckb: 'گوتی پرسی وتی نووسی',
  ps: 'وویل پوښتل ولیکل',
  ka: 'თქვა იკითხა დაწერა',
  am: 'አለ አለች አሉ ጠየቀ ጠየቀች',
};

/** A speaker is named in so many words: "said Tom", "Councillor Ann Maria van Lee asked". */
const LONGEST_SPEAKER = 6;
const MOST_WORDS_WITHOUT_CASE = 8;
/** What may follow "Tom Reed said" when it belongs to the quotation: "on Monday", "as he left". */
const AFTER_VERB = lateWords(
  'in on at as after before to of during from when while with by via through last earlier later this again afterwards then',
);
const PARTICLES = lateWords('of de del della di da van von der den bin al el la le ben');

const verbs = new Map<string, ReadonlySet<string>>();

function verbsOf(language: string): ReadonlySet<string> | undefined {
  const list = SPEECH_VERBS[language];
  if (list === undefined) return undefined;
  const known = verbs.get(language) ?? new Set(list.split(' '));
  verbs.set(language, known);
  return known;
}

/** "Tom Reed said.", "Mayor Ann Lee asked, smiling": names, then a verb, then the end or when and where. */
function namesSpeaker(text: string, from: number, end: number, known: ReadonlySet<string>): boolean {
  let at = from;
  for (let count = 0; count <= LONGEST_SPEAKER; count += 1) {
    const word = wordAt(text, at, end);
    if (word === '') return false;
    const after = at + word.length;
    if (count > 0 && known.has(word)) return endsAttribution(text, after, end);
    const isName = (flagsOf(word.charCodeAt(0)) & IS_UPPER) !== 0 || (count > 0 && PARTICLES.has(word));
    if (!isName) return false;
    // The full stop of an initial or of a title.
    const next =
      markOf(text.charCodeAt(after)) === 0 || !isTerminator(markOf(text.charCodeAt(after)))
        ? after
        : after + 1;
    if ((flagsOf(text.charCodeAt(next)) & IS_SPACE) === 0 && text.charCodeAt(next) !== 45) return false;
    at = text.charCodeAt(next) === 45 ? next + 1 : skipSpaces(text, next, end);
  }
  return false;
}

function endsAttribution(text: string, after: number, end: number): boolean {
  if (after >= end) return true;
  if (!isSpace(text.charCodeAt(after))) return (flagsOf(text.charCodeAt(after)) & IS_WORD) === 0;
  return AFTER_VERB.has(wordAt(text, skipSpaces(text, after, end), end));
}

/** Where letters have no case: a verb of speech among the words before the next mark that ends a sentence. */
function tellsSpeaker(text: string, from: number, end: number, known: ReadonlySet<string>): boolean {
  let at = from;
  for (let count = 0; count < MOST_WORDS_WITHOUT_CASE && at < end; count += 1) {
    const word = wordAt(text, at, end);
    if (word === '') return false;
    if (known.has(word)) return true;
    const after = at + word.length;
    if (!isSpace(text.charCodeAt(after))) return false;
    at = skipSpaces(text, after, end);
  }
  return false;
}

/**
 * Whether the words behind a quotation that ended with "!" or "?" only say who spoke.
 *
 * @param from - The first letter behind the quotation.
 */
export function attributesQuote(text: string, from: number, end: number, language: string): boolean {
  const known = verbsOf(language);
  if (known === undefined) return false;
  const flags = flagsOf(text.charCodeAt(from));
  if ((flags & IS_LOWER) !== 0) return true;
  return (flags & IS_UPPER) !== 0
    ? namesSpeaker(text, from, end, known)
    : tellsSpeaker(text, from, end, known);
}
