import { type Article, termCount } from '../article/read-article.ts';
import { endsWithMark } from '../article/sentence-signs.ts';
import { listedAs } from '../language/listed-as.ts';
import { lateExpression } from '../memory/late-expression.ts';
import { hashWords } from '../terms/scan-terms.ts';
import { denialOf } from './denials.ts';
import { isLabelledClaim } from './labels.ts';

/**
 * First words of a sentence that takes up the one before it as something said ("That is what leaflets say", "So runs
 * the brochure", "This idea …"). What is taken up so is seldom true as it stands.
 */
const DEMONSTRATIVES: Readonly<Record<string, string>> = {
  en: 'that this so such these those',
  fr: 'c ce cela ça cette cet ces ainsi voilà tel telle',
  de: 'das dies diese dieser dieses so solche solches',
  es: 'eso esto esta este esa ese así tal',
  it: 'questo questa quello quella così ciò tale',
  pt: 'isso isto esta este essa esse assim tal',
  nl: 'dat dit die deze zo zulke',
  da: 'det dette denne disse sådan så',
  nb: 'det dette denne disse slik så',
  sv: 'det detta denna dessa så sådan',
  fi: 'näin se tämä nämä tuo',
  pl: 'to tak takie taki taka ten ta te',
  cs: 'to tak takové takový tento tato toto',
  hu: 'ez az így ezt azt',
  ro: 'asta acest această aceasta așa acestea',
  tr: 'bu bunu böyle şu öyle',
  ru: 'это так такой такая такие эта этот эти',
  uk: 'це так такий така такі ця цей ці',
  el: 'αυτό αυτή αυτός έτσι',
  he: 'זה זו זאת כך',
  ar: 'هكذا هذا هذه ذلك تلك',
  fa: 'این چنین آن',
  hi: 'यह ये ऐसा',
  vi: 'đó này thế điều',
};

/** What something said is called, behind its article. */
const CLAIM_NOUNS: ReadonlySet<number> = new Set(
  hashWords(
    'statement claim phrase sentence slogan remark quotation quote assertion idea affirmation phrase idée behauptung satz spruch frase afirmación affermazione afirmação bewering zin påstand påstanden påståendet väite zdanie zapewnienie twierdzenie tvrzení állítás iddia утверждение фраза твердження ισχυρισμός',
  ),
);

/** Openings that say plainly that the sentence before was somebody's claim. Read only where a demonstrative opens. */
const SAID: Readonly<Record<string, () => RegExp>> = {
  en: lateExpression(
    '^(?:so (?:says|said|runs|ran|goes|went|claims?|he|she|they|the \\p{L}{1,20} (?:says?|claims?|puts?))|(?:that|this|such) (?:is|was|were|are) (?:what|how|the (?:claim|view|line|promise|theory|argument|plan))|(?:that|this) (?:claim|idea|view|belief|argument|statement|promise|assertion)|(?:that|this),? (?:say|says|said|claims?|think|thinks|thought))\\b',
    'iu',
  ),
  fr: lateExpression(
    "^(?:c['’](?:est|était) (?:ce que?|du moins|ainsi)|cette (?:idée|phrase|affirmation|promesse)|ainsi (?:parle|parlait|dit|disait))(?!\\p{L})",
    'iu',
  ),
  de: lateExpression(
    '^(?:das|dies|so) (?:sagte?n?|behauptete?n?|glaubte?n?|meinte?n?|denken|steht|stand|hat es|hieß|heißt|jedenfalls)(?!\\p{L})',
    'iu',
  ),
  es: lateExpression(
    '^(?:eso|esto|así|esa) (?:dice|dijo|dicen|creen|afirma|afirmó|sostiene|lo|frase|idea|afirmación)(?!\\p{L})',
    'iu',
  ),
  it: lateExpression(
    '^(?:così|questo|questa) (?:dice|ha detto|dicono|sostiene|afferma|frase|idea|è quello che)(?!\\p{L})',
    'iu',
  ),
  pt: lateExpression(
    '^(?:isso|assim|essa|esta) (?:diz|disse|dizem|afirma|frase|ideia|é o que)(?!\\p{L})',
    'iu',
  ),
  nl: lateExpression(
    '^(?:dat|zo|dit) (?:denken|denkt|zegt|zeggen|zei|beweert|beweren|staat|is wat|idee)(?!\\p{L})',
    'iu',
  ),
  nb: lateExpression(
    '^(?:det|slik|så|denne) (?:sier|sa|mener|hevder|står|påstår|påstanden|het)(?!\\p{L})',
    'iu',
  ),
  da: lateExpression(
    '^(?:det|sådan|så|denne) (?:siger|sagde|mener|hævder|står|påstår|påstand|hed)(?!\\p{L})',
    'iu',
  ),
  sv: lateExpression(
    '^(?:det|så|detta|denna) (?:säger|sade|sa|menar|hävdar|står|påstår|hette)(?!\\p{L})',
    'iu',
  ),
  pl: lateExpression(
    '^(?:tak|takie|takiego) (?:twierdzi|mówi|powiedział|zapewnienie|zapewniał|zdanie)(?!\\p{L})',
    'iu',
  ),
  tr: lateExpression('^(?:bunu|böyle) (?:söyle|diyor|iddia)', 'iu'),
  ru: lateExpression('^(?:так|это) (?:говорит|говорят|утверждает|считают|сказал)', 'iu'),
  uk: lateExpression('^(?:так|це) (?:каже|кажуть|стверджує|вважають|сказав)', 'iu'),
  ar: lateExpression('^(?:هكذا|هذا ما|ذلك ما)', 'u'),
};

/** Takes up what was said before. */
const TAKES_UP = 1;
/** Says that it was only somebody's claim. */
export const CALLS_IT_A_CLAIM = 2;

const known = new Map<string, ReadonlySet<number>>();

function demonstrativesOf(language: string): ReadonlySet<number> {
  let set = known.get(language);
  if (set === undefined) {
    const name = listedAs(language);
    const words = DEMONSTRATIVES[name];
    set = new Set(words === undefined ? [] : hashWords(words));
    known.set(language, set);
  }
  return set;
}

const LONGEST_HEADING_TERMS = 6;

const isHeading = (article: Article, sentence: number): boolean =>
  termCount(article, sentence) <= LONGEST_HEADING_TERMS && !endsWithMark(article, sentence);

/** Marks the sentences that take up the one before them as something said. */
export function markTakingUp(article: Article): Uint8Array {
  const { starts, terms, table, language, sentences, arena } = article;
  const words = demonstrativesOf(language);
  const name = listedAs(language);
  const said = SAID[name];
  const denies = denialOf(name);
  const marks = arena.uint8(sentences.length);
  for (let at = 0; at < sentences.length; at += 1) {
    const from = starts[at] as number;
    // A heading ("The claim", "Statement") says what follows, not what stands before it.
    if (isHeading(article, at)) continue;
    const { text = '' } = sentences[at] ?? {};
    const first = table.hashAt(terms[from] as number);
    if (denies(first, text)) {
      marks[at] = CALLS_IT_A_CLAIM;
      continue;
    }
    const second = from + 1 < (starts[at + 1] as number) ? table.hashAt(terms[from + 1] as number) : 0;
    if (CLAIM_NOUNS.has(first) || (CLAIM_NOUNS.has(second) && !words.has(first)))
      // "Claim: …" says what follows, too.
      marks[at] = isLabelledClaim(text) ? 0 : CALLS_IT_A_CLAIM;
    else if (words.has(first)) marks[at] = said?.().test(text) === true ? CALLS_IT_A_CLAIM : TAKES_UP;
  }
  return marks;
}
