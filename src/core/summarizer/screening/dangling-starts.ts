import { type Article, termCount } from '../article/read-article.ts';
import { listedAs } from '../language/listed-as.ts';
import { hashWords } from '../terms/scan-terms.ts';
import { hasLatePronoun } from './late-pronouns.ts';

/**
 * First words that lean on the sentence before: pronouns, demonstratives and connectives. English and French as
 * the project's definition of a dangling start lists them; the other lists follow the same plan.
 */
const DANGLING_STARTS: Readonly<Record<string, string>> = {
  en: 'he she it they his her hers its their this that these those but and or so yet however also then still meanwhile moreover furthermore instead otherwise therefore thus hence nevertheless nonetheless besides likewise similarly conversely additionally consequently accordingly',
  fr: 'il elle ils elles ce cet cette ces cela ça son sa ses leur leurs mais et or donc car cependant toutefois pourtant ainsi aussi puis ensuite',
  de: 'er sie es ihr ihre sein seine dies diese dieser dieses das aber und oder doch jedoch dennoch daher deshalb darum dann danach auch außerdem zudem damit dabei dagegen',
  es: 'él ella ello ellos ellas su sus este esta estos estas ese esa eso esto pero y o sin además también entonces luego así por',
  it: 'egli ella lui lei essi loro suo sua suoi sue questo questa questi queste ciò ma e o però tuttavia quindi dunque inoltre anche poi così',
  pt: 'ele ela eles elas seu sua seus suas este esta isto isso esse essa mas e ou porém contudo entretanto também além então assim depois',
  nl: 'hij zij ze het hun zijn haar dit dat deze die maar en of echter toch ook daarom dus dan daarna bovendien',
  da: 'han hun den det de hans hendes deres dette disse denne men og eller dog derfor så også desuden derefter',
  nb: 'han hun den det de hans hennes deres dette disse denne men og eller likevel derfor så også dessuten deretter',
  sv: 'han hon den det de hans hennes deras detta dessa denna men och eller dock därför så också dessutom därefter',
  pl: 'on ona ono oni one jego jej ich to ta ten te ale i lub jednak więc dlatego także również potem następnie',
  cs: 'on ona ono oni jeho její jejich to tento tato toto ale a nebo však proto také navíc pak potom',
  tr: 'o onlar bu şu bunlar ama fakat ve veya ancak ayrıca sonra böylece bunun',
  ru: 'он она оно они его ее её их это этот эта эти но и а или однако также поэтому затем потом при',
  uk: 'він вона воно вони його її їх це цей ця ці але і а або однак також тому потім',
  vi: 'ông bà anh chị họ nó này đó nhưng và hay tuy do vì sau cũng đồng',
  id: 'dia ia mereka ini itu tetapi dan atau namun juga karena kemudian lalu',
  ar: 'وهو وهي هو هي هم هذا هذه ذلك لكن ولكن كما ثم وقد وأضاف وكان',
  bn: 'তিনি তারা তাঁরা সে এ এটি এই তবে কিন্তু এবং আর এছাড়া',
  hi: 'वह वे उन्होंने उसने यह ये लेकिन और या हालांकि इसके',
  ur: 'وہ انہوں اس یہ ان لیکن اور یا تاہم جبکہ',
  fa: 'او آنها وی این آن اما و یا ولی همچنین سپس',
};

/**
 * Openings of several words that lean just as much, `;` between them; one of the words that `|` parts stands in each
 * place.
 */
const DANGLING_PHRASES: Readonly<Record<string, string>> = {
  en: 'in particular|addition|contrast|turn|response|fact; in other words; in the meantime; in that|this|each|every|either|both|all|these|those case|cases; as a result; as such|well; for example|instance; for this|that reason; by contrast|comparison|then; at the same time; on the other hand; in|for|with|from|by|to|on|of it|them|him|her; such a|an|is|was|were|are; both of|men|women|sides|were|are|have|had; neither; the former|latter|pair|duo|couple|trio; another one|said|told; one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|few|several|none|all|half|others was|were|is|are|has|had|have|did|do|does|said|say; one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|few|several|none|all|half|others of them|those|these|this|that',
  fr: "en effet|outre|revanche|conséquence; par ailleurs|conséquent|exemple|contre; de plus|même; de son|leur côté; à l'inverse; au contraire; dans ce cas; pour autant; c'est; d'ailleurs; celui|celle|ceux-ci",
  de: 'zum beispiel; im gegensatz|übrigen; darüber hinaus; auf der anderen seite; aus diesem grund; in der folge',
  es: 'por ejemplo|eso; por otro lado; por su parte; por lo tanto; sin embargo; en cambio; de hecho; además',
};

interface Place {
  /** Hashes of the words that may stand here. */
  words: readonly number[];
  /** What joins them to the next: a space, a hyphen or an apostrophe of either form. */
  joint: string;
}

type Phrase = readonly Place[];

interface DanglingStarts {
  words: ReadonlySet<number>;
  /** By the hash of what they begin with: most sentences cost one look, and a phrase is read when one may open with it. */
  phrases: ReadonlyMap<number, (() => Phrase)[]>;
}

const known = new Map<string, DanglingStarts>();

/** Made ready on first use of a language. */
function startsOf(language: string): DanglingStarts {
  let dangling = known.get(language);
  if (dangling === undefined) {
    const name = listedAs(language);
    const words = DANGLING_STARTS[name];
    dangling = {
      words: new Set(words === undefined ? [] : hashWords(words)),
      phrases: indexPhrases(DANGLING_PHRASES[name]?.split('; ') ?? []),
    };
    known.set(language, dangling);
  }
  return dangling;
}

const JOINTS: Readonly<Record<string, string>> = { ' ': ' ', '-': '-', "'": "'’" };

/** Where the place of a phrase that begins at `from` ends. */
function placeEnd(phrase: string, from: number): number {
  let to = from;
  while (to < phrase.length && JOINTS[phrase.charAt(to)] === undefined) to += 1;
  return to;
}

const wordsBetween = (phrase: string, from: number, to: number): number[] =>
  hashWords(phrase.slice(from, to), '|');

function indexPhrases(phrases: readonly string[]): Map<number, (() => Phrase)[]> {
  const index = new Map<number, (() => Phrase)[]>();
  for (const phrase of phrases) {
    let places: Phrase | undefined;
    const read = () => {
      places ??= readPhrase(phrase);
      return places;
    };
    for (const hash of wordsBetween(phrase, 0, placeEnd(phrase, 0))) {
      const others = index.get(hash);
      if (others === undefined) index.set(hash, [read]);
      else others.push(read);
    }
  }
  return index;
}

function readPhrase(phrase: string): Phrase {
  const places: Place[] = [];
  for (let from = 0; from <= phrase.length; ) {
    const to = placeEnd(phrase, from);
    const words = wordsBetween(phrase, from, to);
    places.push({ words, joint: JOINTS[phrase.charAt(to)] ?? '' });
    from = to + 1;
  }
  return places;
}

/** Whether a sentence opens with a phrase, word for word. */
function opensWith(phrase: Phrase, article: Article, sentence: number): boolean {
  const { starts, terms, table, list, text } = article;
  const from = starts[sentence] as number;
  if (phrase.length > termCount(article, sentence)) return false;
  let next = article.sentences[sentence]?.offset;
  return phrase.every(({ words, joint }, place) => {
    const at = from + place;
    if (list.offsetAt(at) !== next || !words.includes(table.hashAt(terms[at] as number))) return false;
    next += list.lengthAt(at) + 1;
    return joint.includes(text.charAt(next - 1)) || place === phrase.length - 1;
  });
}

/** Marks the sentences that begin with a word that needs the sentence before them. */
export function markDangling(article: Article): Uint8Array {
  const { starts, terms, table, language, sentences, arena } = article;
  const { words, phrases } = startsOf(language);
  const marks = arena.uint8(sentences.length);
  for (let sentence = 0; sentence < marks.length; sentence += 1) {
    const first = table.hashAt(terms[starts[sentence] as number] as number);
    if (
      words.has(first) ||
      phrases.get(first)?.some((read) => opensWith(read(), article, sentence)) === true ||
      hasLatePronoun(article, sentence)
    )
      marks[sentence] = 1;
  }
  return marks;
}
