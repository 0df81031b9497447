import { lateExpression } from '../memory/late-expression.ts';
import { hashWords } from '../terms/scan-terms.ts';

/** Longer sentences tell more than that something is not so. */
const LONGEST_DENIAL = 120;

/**
 * Sentences that say of the one before that it is not true ("That is false.", "C'est faux."), as fact-checks do behind
 * what they test: the words that they begin with, their form, and words of which each holds one. Data by language,
 * written by hand; the last where many other sentences begin so, which need no expression then.
 */
type DenialForm = readonly [firstWords: string, form: () => RegExp, verdicts?: string];

const DENIALS: Readonly<Record<string, DenialForm>> = {
  en: [
    'that this it false untrue fake not',
    lateExpression(
      "^(?:(?:that|this|it)(?: claim| post| story)?(?: is|['’]s) (?:false|untrue|wrong|not (?:true|so|the case)|misleading|fake|a (?:lie|myth|hoax))|(?:false|untrue|fake|not true)[.!,])",
      'iu',
    ),
    'false untrue wrong not misleading fake lie myth hoax',
  ],
  fr: [
    'c cela ce faux',
    lateExpression(
      "^(?:c['’]est (?:faux|un mensonge)|(?:cela|ce) n['’]est pas vrai|cela est faux|faux[.!,])",
      'iu',
    ),
  ],
  de: [
    'das dies falsch',
    lateExpression('^(?:(?:das|dies) ist (?:falsch|nicht wahr)|das stimmt (?:so )?nicht|falsch[.!,])', 'iu'),
  ],
  es: [
    'eso esto es no falso',
    lateExpression('^(?:(?:eso |esto )?(?:es (?:falso|mentira)|no es (?:cierto|verdad))|falso[.!,])', 'iu'),
  ],
  it: [
    'questo è non falso',
    lateExpression('^(?:(?:questo )?(?:è (?:falso|una bufala)|non è vero)|falso[.!,])', 'iu'),
  ],
  pt: [
    'isso isto é não falso',
    lateExpression('^(?:(?:isso |isto )?(?:é (?:falso|mentira)|não é verdade)|falso[.!,])', 'iu'),
  ],
  nl: [
    'dat dit onwaar',
    lateExpression('^(?:(?:dat|dit) is (?:onjuist|niet waar|onwaar)|dat klopt niet|onwaar[.!,])', 'iu'),
  ],
  da: [
    'det dette forkert',
    lateExpression(
      '^(?:(?:det|dette) er (?:forkert|falsk|ikke (?:rigtigt|sandt))|det passer ikke|forkert[.!,])',
      'iu',
    ),
  ],
  nb: [
    'det dette feil usant',
    lateExpression(
      '^(?:(?:det|dette) er (?:feil|usant|ikke (?:sant|riktig))|det stemmer ikke|(?:feil|usant)[.!,])',
      'iu',
    ),
  ],
  sv: [
    'det detta fel falskt',
    lateExpression(
      '^(?:(?:det|detta) är (?:fel|falskt|inte sant)|det stämmer inte|(?:fel|falskt)[.!,])',
      'iu',
    ),
  ],
  fi: [
    'se tämä väite',
    lateExpression('^(?:se|tämä|väite) (?:on (?:väärä|perätön)|ei (?:ole totta|pidä paikkaansa))', 'iu'),
  ],
  pl: ['to nieprawda fałsz', lateExpression('^(?:to (?:jest )?)?(?:nieprawda|fałsz)(?:[.!,]| )', 'iu')],
  cs: ['to nepravda lež', lateExpression('^(?:to (?:je lež|není pravda)|(?:nepravda|lež)[.!,])', 'iu')],
  hu: ['ez az', lateExpression('^(?:ez|az) (?:nem igaz|hamis)', 'iu')],
  ro: ['este nu fals', lateExpression('^(?:este fals|nu este adevărat|fals[.!,])', 'iu')],
  tr: ['bu yanlış asılsız', lateExpression('^(?:bu (?:doğru değil|yanlış)|(?:yanlış|asılsız)[.!,])', 'iu')],
  ru: ['это неправда ложь не фейк', lateExpression('^(?:это )?(?:неправда|ложь|не так|фейк)[.!, ]', 'iu')],
  uk: ['це неправда брехня не фейк', lateExpression('^(?:це )?(?:неправда|брехня|не так|фейк)[.!, ]', 'iu')],
  el: ['αυτό ψευδές', lateExpression('^(?:αυτό (?:είναι (?:ψευδές|ψέμα)|δεν ισχύει)|ψευδές[.!,])', 'iu')],
  he: ['זה זו', lateExpression('^(?:זה|זו) (?:לא נכון|שקר)', 'u')],
  ar: ['هذا وهذا', lateExpression('^و?هذا (?:غير صحيح|كذب)', 'u')],
  fa: ['این', lateExpression('^این (?:نادرست|دروغ|درست نیست)', 'u')],
  hi: ['यह', lateExpression('^यह (?:झूठ|गलत|सच नहीं)', 'u')],
  ja: ['', lateExpression('^これは(?:誤り|虚偽|デマ)', 'u')],
  ko: ['이는', lateExpression('^이는 (?:사실이 아니|거짓)', 'u')],
  zh: ['', lateExpression('^(?:这是|這是|这|這)(?:假的|谣言|謠言|不实|不實)', 'u')],
  vi: ['điều đây', lateExpression('^(?:điều này|đây) (?:là )?(?:sai|không đúng|tin giả)', 'iu')],
};

/** Tells a denial by the hash of its first term and its text. */
type Denial = (first: number, text: string) => boolean;

const NO_DENIAL: Denial = () => false;
const known = new Map<string, Denial>();

/** What denies in a language. An expression is compiled only for a sentence that begins as one; ready on first use. */
export function denialOf(language: string): Denial {
  let denies = known.get(language);
  if (denies === undefined) {
    denies = readDenial(DENIALS[language]);
    known.set(language, denies);
  }
  return denies;
}

function readDenial(denial: DenialForm | undefined): Denial {
  if (denial === undefined) return NO_DENIAL;
  const [firstWords, form, verdicts] = denial;
  // Chinese and Japanese terms are pairs of characters: no list of words there.
  const firsts = firstWords === '' ? undefined : new Set(hashWords(firstWords));
  const words = verdicts?.split(' ');
  const mayDeny = (text: string) => words === undefined || holdsOne(text.toLowerCase(), words);
  return (first, text) =>
    text.length <= LONGEST_DENIAL && firsts?.has(first) !== false && mayDeny(text) && form().test(text);
}

const holdsOne = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word));
