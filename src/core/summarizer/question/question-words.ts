import { hashWord } from '../terms/scan-terms.ts';

/** What kind of thing a question asks for. */
const ANSWER_KINDS = ['number', 'time', 'name', 'reason', 'place'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Words that ask, by what they ask for. A word that asks for nothing in particular ("how", "what") is in `other`. */
interface QuestionWords extends Partial<Record<AnswerKind, string>> {
  other?: string;
  /** Words that give a reason, as an answer to "why". */
  reasons?: string;
  /** Words that tell a time or a number without a digit. */
  times?: string;
  numbers?: string;
}

const QUESTION_WORDS: Readonly<Record<string, QuestionWords>> = {
  en: {
    number: 'many much old long far tall big often high deep heavy fast soon percentage cost costs price',
    time: 'when time year date day',
    name: 'who whom whose',
    reason: 'why',
    place: 'where',
    other: 'how what which does did do is are was were will would can could should',
    reasons: 'because since so due after as for to cause caused reason owing thanks blame',
    times:
      'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december noon midnight morning evening spring summer autumn winter today tomorrow yesterday week month year',
    numbers:
      'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million half third quarter dozen twice double',
  },
  de: {
    number: 'viel viele vielen lange hoch alt weit groß oft',
    time: 'wann jahr',
    name: 'wer wem wen wessen',
    reason: 'warum wieso weshalb wozu',
    place: 'wo wohin woher',
    other: 'wie was welche welcher welches woran',
    reasons: 'weil denn da um wegen grund damit',
    times:
      'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember',
    numbers:
      'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend hälfte drittel viertel',
  },
  fr: {
    number: 'combien',
    time: 'quand',
    name: 'qui',
    reason: 'pourquoi',
    place: 'où',
    other: 'que quoi quel quelle quels quelles comment est ce',
    reasons: 'parce car pour afin raison cause',
    times:
      'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    numbers: 'deux trois quatre cinq six sept huit neuf dix onze douze cent mille moitié tiers quart',
  },
  es: {
    number: 'cuánto cuánta cuántos cuántas cuanto cuantos cuantas',
    time: 'cuándo cuando',
    name: 'quién quiénes quien',
    reason: 'qué porqué',
    place: 'dónde donde adónde',
    other: 'cómo como cuál cuáles por',
    reasons: 'porque pues debido para causa',
    times:
      'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    numbers: 'dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil mitad tercio',
  },
  it: {
    number: 'quanto quanta quanti quante',
    time: 'quando',
    name: 'chi',
    reason: 'perché',
    place: 'dove',
    other: 'che cosa quale quali come',
    reasons: 'perché poiché causa per dopo',
    times:
      'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    numbers: 'due tre quattro cinque sei sette otto nove dieci cento mille metà terzo',
  },
  pt: {
    number: 'quanto quanta quantos quantas',
    time: 'quando',
    name: 'quem',
    reason: 'porque porquê',
    place: 'onde aonde',
    other: 'que o qual quais como por',
    reasons: 'porque pois devido para depois causa',
    times:
      'segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    numbers: 'dois duas três quatro cinco seis sete oito nove dez cem mil metade terço',
  },
  nl: {
    number: 'hoeveel lang oud hoog ver groot vaak',
    time: 'wanneer',
    name: 'wie',
    reason: 'waarom',
    place: 'waar',
    other: 'hoe wat welke',
    reasons: 'omdat want doordat vanwege door reden',
    times:
      'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december',
    numbers: 'twee drie vier vijf zes zeven acht negen tien honderd duizend helft derde',
  },
  nb: {
    number: 'mange mye lenge gammel langt høy stor',
    time: 'når',
    name: 'hvem',
    reason: 'hvorfor',
    place: 'hvor',
    other: 'hva hvilken hvilke hvordan',
    reasons: 'fordi for siden grunn grunnet',
    times:
      'mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober november desember',
    numbers: 'to tre fire fem seks sju åtte ni ti hundre tusen halvparten tredjedel',
  },
  da: {
    number: 'mange meget længe gammel langt høj stor',
    time: 'hvornår',
    name: 'hvem',
    reason: 'hvorfor',
    place: 'hvor',
    other: 'hvad hvilken hvilke hvordan',
    reasons: 'fordi for siden grund',
    numbers: 'to tre fire fem seks syv otte ni ti hundrede tusind halvdelen',
  },
  sv: {
    number: 'många mycket länge gammal långt hög stor',
    time: 'när',
    name: 'vem vilka',
    reason: 'varför',
    place: 'var',
    other: 'vad vilken hur',
    reasons: 'eftersom för därför grund',
    numbers: 'två tre fyra fem sex sju åtta nio tio hundra tusen hälften',
  },
  fi: {
    number: 'kuinka montako paljonko',
    time: 'milloin koska',
    name: 'kuka ketkä',
    reason: 'miksi',
    place: 'missä minne mistä',
    other: 'mikä mitä miten',
    reasons: 'koska sillä takia vuoksi',
  },
  pl: {
    number: 'ile ilu',
    time: 'kiedy',
    name: 'kto kogo komu',
    reason: 'dlaczego czemu',
    place: 'gdzie dokąd',
    other: 'co jak jaki jaka jakie czy który',
    reasons: 'bo ponieważ gdyż powodu dlatego',
    numbers: 'dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc połowa',
  },
  cs: {
    number: 'kolik',
    time: 'kdy',
    name: 'kdo koho komu',
    reason: 'proč',
    place: 'kde kam',
    other: 'co jak jaký který',
    reasons: 'protože neboť kvůli',
  },
  tr: {
    number: 'kaç',
    time: 'zaman',
    name: 'kim kimi kime',
    reason: 'neden niçin niye',
    place: 'nerede nereye',
    other: 'ne nasıl hangi mı mi',
    reasons: 'çünkü için nedeniyle yüzünden',
  },
  ru: {
    number: 'сколько',
    time: 'когда',
    name: 'кто кого кому',
    reason: 'почему зачем',
    place: 'где куда',
    other: 'что как какой какая какие',
    reasons: 'потому поскольку из-за причина',
  },
  uk: {
    number: 'скільки',
    time: 'коли',
    name: 'хто кого кому',
    reason: 'чому навіщо',
    place: 'де куди',
    other: 'що як який яка які',
    reasons: 'тому оскільки через причина',
  },
  el: {
    number: 'πόσο πόσα πόσοι πόσες',
    time: 'πότε',
    name: 'ποιος ποια ποιοι',
    reason: 'γιατί',
    place: 'πού',
    other: 'τι πώς',
    reasons: 'επειδή διότι γιατί λόγω',
  },
  hu: {
    number: 'hány mennyi',
    time: 'mikor',
    name: 'ki kik kit',
    reason: 'miért',
    place: 'hol hová',
    other: 'mi mit hogyan milyen',
    reasons: 'mert mivel miatt',
  },
  ro: {
    number: 'cât câtă câți câte',
    time: 'când',
    name: 'cine',
    reason: 'ce',
    place: 'unde',
    other: 'cum care de',
    reasons: 'pentru fiindcă deoarece cauza',
  },
  ar: {
    number: 'كم',
    time: 'متى',
    name: 'من',
    reason: 'لماذا لم',
    place: 'أين',
    other: 'ما ماذا هل كيف',
    reasons: 'لأن بسبب إذ كي',
  },
  he: {
    number: 'כמה',
    time: 'מתי',
    name: 'מי',
    reason: 'למה מדוע',
    place: 'איפה היכן',
    other: 'מה איך',
    reasons: 'כי בגלל משום',
  },
  fa: {
    number: 'چند چقدر',
    time: 'کی',
    name: 'چه‌کسی',
    reason: 'چرا',
    place: 'کجا',
    other: 'چه چگونه آیا',
    reasons: 'زیرا چون برای',
  },
  hi: {
    number: 'कितने कितना कितनी',
    time: 'कब',
    name: 'कौन किसने',
    reason: 'क्यों',
    place: 'कहाँ कहां',
    other: 'क्या कैसे',
    reasons: 'क्योंकि कारण',
  },
  vi: {
    number: 'bao nhiêu mấy',
    time: 'khi',
    name: 'ai',
    reason: 'sao',
    place: 'đâu',
    other: 'gì nào thế',
    reasons: 'vì bởi do để',
  },
};

/** The lists of one language, hashed as a scan hashes them. */
export interface HashedQuestionWords {
  kinds: ReadonlyMap<number, AnswerKind | 'other'>;
  reasons: ReadonlySet<number>;
  times: ReadonlySet<number>;
  numbers: ReadonlySet<number>;
}

const known = new Map<string, HashedQuestionWords>();
const hashesOf = (words: string | undefined): number[] =>
  words === undefined ? [] : words.split(' ').map(hashWord);

/** Lists of a language, made when first asked for; empty ones where it has none. */
export function questionWordsOf(language: string): HashedQuestionWords {
  let lists = known.get(language);
  if (lists === undefined) {
    const words: QuestionWords =
      QUESTION_WORDS[language === 'nn' || language === 'no' ? 'nb' : language] ?? {};
    const kinds = new Map<number, AnswerKind | 'other'>();
    for (const kind of [...ANSWER_KINDS, 'other'] as const)
      for (const hash of hashesOf(words[kind])) if (!kinds.has(hash)) kinds.set(hash, kind);
    lists = {
      kinds,
      reasons: new Set(hashesOf(words.reasons)),
      times: new Set(hashesOf(words.times)),
      numbers: new Set(hashesOf(words.numbers)),
    };
    known.set(language, lists);
  }
  return lists;
}
