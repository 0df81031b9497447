import type { Article } from './article.ts';
import { hashWord, listTerms } from './scan-terms.ts';
import { COLON, OPENER } from './sentence-marks.ts';
import { hasSigns } from './sentence-signs.ts';
import { TERM_DIGIT } from './term-list.ts';

/**
 * Lines that newsrooms print around an article and that never belong into a summary: calls to click, credits,
 * captions, cookie notices, newsletter lines, navigation. Matched at the start of a sentence.
 */
const OPENINGS = [
  'click here',
  'tap here',
  'scroll down',
  'read more',
  'see also',
  'related:',
  'watch:',
  'watch the video',
  'listen:',
  'photo:',
  'photos:',
  'image:',
  'picture:',
  'pictures:',
  'credit:',
  'caption:',
  'video:',
  'file photo',
  'getty images',
  'advertisement',
  'sponsored',
  'share this',
  'follow us',
  'sign up',
  'subscribe',
  'get our newsletter',
  'for more information visit',
  'copyright',
  '©',
  '\\(c\\)',
  'all rights reserved',
  'this article was',
  'this story was',
  'this story has been',
  'editor.s note',
  'no time to read',
  'get a summary',
  'previous article',
  'next article',
  'most read',
  'more from',
  'we use cookies',
  'this site uses cookies',
  'this website uses cookies',
  'updated:',
  'published:',
  'posted:',
  'last updated',
  'reporting by',
  'additional reporting',
  'editing by',
  'story highlights',
  'news:',
  'by\\.?$',
  'for confidential (?:support|help)',
  'for the latest',
  'back to mail',
  'lire aussi',
  'à lire aussi',
  'voir aussi',
  'crédit photo',
  'photo d.illustration',
  'abonnez-vous',
  'inscrivez-vous',
  'cliquez ici',
  'publicité',
  'tous droits réservés',
  'avec afp',
  'lesen sie auch',
  'mehr zum thema',
  'foto:',
  'bild:',
  'quelle:',
  'anzeige',
  'newsletter',
  'hier klicken',
  'lea también',
  'lee también',
  'le puede interesar',
  'haga clic',
  'suscríbete',
  'leia também',
  'leia mais',
  'clique aqui',
  'leggi anche',
  'clicca qui',
  'les også',
  'les mer',
  'læs også',
  'læs mere',
  'läs också',
  'läs mer',
  'lees ook',
  'lue myös',
  'czytaj też',
  'czytaj także',
  'czytaj więcej',
  'zdjęcie:',
  'čtěte také',
  'читайте также',
  'читать далее',
  'фото:',
  'читайте також',
  'прочетете още',
  'ayrıca okuyun',
  'fotoğraf:',
  'ảnh:',
  'ảnh minh họa',
  'xem thêm',
  'đọc thêm',
  'video:',
  'baca juga',
  'foto oleh',
  'اقرأ أيضا',
  'اقرأ المزيد',
  'صورة:',
  'بیشتر بخوانید',
  'مزید پڑھیں',
  'আরও পড়ুন',
  'আরো পড়ুন',
  'ছবি:',
  'यह भी पढ़ें',
  'फोटो:',
  '写真：',
  '図：',
  '关注我们',
  '点击',
  '延伸閱讀',
  '更多',
  '사진=',
  '사진：',
];
const AT_START = new RegExp(`^[\\s"'“”(\\[|>»•*–—-]*(?:${OPENINGS.join('|')})`, 'iu');
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
  openingTerms ??= new Set(OPENINGS.map((opening) => listTerms(opening).hashAt(0)));
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
