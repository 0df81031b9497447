import { hashWord } from '../terms/scan-terms.ts';

/** What kind of thing a question asks for. */
const ANSWER_KINDS = [
  'number',
  'money',
  'age',
  'extent',
  'size',
  'time',
  'name',
  'reason',
  'place',
  'advice',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Kinds that a measure behind "how" asks for: "how many", "how old", "wie lange". */
export const MEASURED_KINDS = ['number', 'age', 'extent', 'size', 'time'] as const;
type Measures = { word: string } & Partial<Record<(typeof MEASURED_KINDS)[number], string>>;

/** Words that ask, by what they ask for. A word that asks for nothing in particular ("how", "what") is in `other`. */
interface QuestionWords extends Partial<Record<AnswerKind, string>> {
  other?: string;
  how?: Measures;
  /** Names of the text itself, which it does not hold: "what does the author propose". */
  text?: string;
  /** Words of answers: of reasons, of times and numbers without a digit, of measures, of ages, of what ought to be. */
  reasons?: string;
  times?: string;
  numbers?: string;
  units?: string;
  spans?: string;
  ages?: string;
  advises?: string;
  denials?: string;
}

const QUESTION_WORDS: Readonly<Record<string, QuestionWords>> = {
  en: {
    denials: 'not no never none nobody nothing cannot yet unknown unclear declined refused',
    name: 'who whom whose',
    reason: 'why cause causes caused reason',
    place: 'where',
    other: 'how what which does did do is are was were will would can could should',
    times:
      'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december noon midnight morning evening spring summer autumn winter today tomorrow yesterday week month year',
    numbers:
      'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million half third quarter dozen twice double',
    number: 'percentage',
    time: 'when time year date day',
    how: {
      word: 'how',
      number: 'many much often',
      age: 'old',
      extent: 'long',
      size: 'far tall big high deep heavy fast large wide',
      time: 'soon',
    },
    money: 'cost costs price prices pay pays paid earn earns worth fee fees salary wage wages rent fine',
    advice:
      'should propose proposes suggest suggests recommend recommends advise advises argue argues want wants demand demands',
    text: 'author writer columnist article piece text editorial',
    advises: 'should must ought need let stop make give buy ask put',
    reasons: 'because since due caused owing reason thanks blame blamed',
    spans:
      'second seconds minute minutes hour hours day days week weeks month months year years decade decades',
    units:
      'metre metres meter meters kilometre kilometres kilometer kilometers km mile miles foot feet inch inches yard yards tonne tonnes ton tons kilo kilos kilogram kilograms gram grams pound pounds degree degrees hectare hectares acre acres litre litres',
    ages: 'year years old aged age',
  },
  de: {
    denials: 'nicht kein keine keinen nie niemand noch unklar',
    time: 'wann jahr',
    name: 'wer wem wen wessen',
    reason: 'warum wieso weshalb wozu',
    place: 'wo wohin woher',
    other: 'wie was welche welcher welches woran',
    times:
      'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember',
    numbers:
      'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend hälfte drittel viertel',
    number: 'wieviel wieviele',
    how: {
      word: 'wie',
      number: 'viel viele vielen oft',
      age: 'alt',
      extent: 'lange lang',
      size: 'hoch weit groß tief schwer schnell breit',
      time: 'bald',
    },
    money: 'kostet kosten preis gekostet zahlt zahlen bezahlt verdient wert gehalt miete',
    advice: 'sollte sollten soll sollen fordert empfiehlt rät schlägt will',
    text: 'autor autorin verfasser kommentar text schreiber',
    advises: 'sollte sollten muss müssen soll sollen darf',
    reasons: 'weil denn wegen grund damit',
    spans:
      'sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren',
    units: 'meter metern kilometer kilometern tonne tonnen kilo grad hektar liter',
    ages: 'jahr jahre jahren alt jährige',
  },
  fr: {
    denials: 'pas aucun aucune jamais rien personne encore',
    number: 'combien',
    time: 'quand',
    name: 'qui',
    reason: 'pourquoi',
    place: 'où',
    other: 'que quoi quel quelle quels quelles comment est ce',
    times:
      'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    numbers: 'deux trois quatre cinq six sept huit neuf dix onze douze cent mille moitié tiers quart',
    money: 'coûte coûter coûté coûtera prix paie payer payé gagne salaire loyer tarif',
    advice: 'propose proposent demande demandent recommande conseille veut faut',
    text: 'auteur auteure article texte chronique éditorial',
    advises: 'faut doit doivent devrait devraient devons',
    reasons: 'parce car raison cause grâce',
    spans: 'secondes minute minutes heure heures jour jours semaine semaines mois an ans année années',
    units: 'mètre mètres kilomètres km tonnes kilos degrés hectares litres',
    age: 'âge',
    ages: 'ans an âgé âgée',
  },
  es: {
    denials: 'no nunca ningún ninguna nadie nada aún todavía',
    number: 'cuánto cuánta cuántos cuántas cuanto cuantos cuantas',
    time: 'cuándo cuando',
    name: 'quién quiénes quien',
    reason: 'qué porqué',
    place: 'dónde donde adónde',
    other: 'cómo como cuál cuáles por',
    times:
      'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    numbers: 'dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil mitad tercio',
    money: 'cuesta costar costó cuestan precio paga pagar pagó gana sueldo alquiler',
    advice: 'propone proponen pide piden recomienda recomiendan quiere debería',
    text: 'autor autora articulista artículo texto',
    advises: 'debe deben debería deberían hay',
    reasons: 'porque pues debido causa',
    spans: 'segundos minuto minutos hora horas día días semana semanas mes meses año años',
    units: 'metros kilómetros km toneladas kilos grados hectáreas litros',
    age: 'edad',
    ages: 'años edad',
  },
  it: {
    denials: 'non nessun nessuno mai niente ancora',
    number: 'quanto quanta quanti quante',
    time: 'quando',
    name: 'chi',
    reason: 'perché',
    place: 'dove',
    other: 'che cosa quale quali come',
    times:
      'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    numbers: 'due tre quattro cinque sei sette otto nove dieci cento mille metà terzo',
    money: 'costa costo costerà costare costata costato prezzo paga pagare pagato guadagna stipendio affitto',
    advice: 'propone propongono chiede chiedono consiglia vuole dovrebbe',
    text: 'autore autrice articolo testo',
    advises: 'deve devono dovrebbe dovrebbero bisogna',
    reasons: 'perché poiché causa',
    spans: 'secondi minuto minuti ora ore giorno giorni settimana settimane mese mesi anno anni',
    units: 'metri chilometri km tonnellate chili gradi ettari litri',
    age: 'età',
    ages: 'anni età',
  },
  pt: {
    denials: 'não nunca nenhum nenhuma ninguém nada ainda',
    number: 'quanto quanta quantos quantas',
    time: 'quando',
    name: 'quem',
    reason: 'porque porquê',
    place: 'onde aonde',
    other: 'que o qual quais como por',
    times:
      'segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    numbers: 'dois duas três quatro cinco seis sete oito nove dez cem mil metade terço',
    money: 'custa custam custar custou preço paga pagar pagou ganha salário aluguel renda',
    advice: 'propõe propõem pede pedem recomenda quer deveria',
    text: 'autor autora articulista artigo texto',
    advises: 'deve devem deveria deveriam precisa',
    reasons: 'porque pois devido causa',
    spans: 'segundos minuto minutos hora horas dia dias semana semanas mês meses ano anos',
    units: 'metros quilómetros quilômetros km toneladas quilos graus hectares litros',
    age: 'idade',
    ages: 'anos idade',
  },
  nl: {
    denials: 'niet geen nooit niemand nog',
    time: 'wanneer',
    name: 'wie',
    reason: 'waarom',
    place: 'waar',
    other: 'hoe wat welke',
    times:
      'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december',
    numbers: 'twee drie vier vijf zes zeven acht negen tien honderd duizend helft derde',
    number: 'hoeveel',
    how: { word: 'hoe', number: 'vaak', age: 'oud', extent: 'lang', size: 'hoog ver groot diep zwaar snel' },
    money: 'kost kosten gekost prijs betaalt betalen betaald verdient loon huur',
    advice: 'moet moeten wil stelt raadt pleit',
    text: 'schrijver auteur columnist artikel',
    advises: 'moet moeten zou zouden',
    reasons: 'omdat want doordat vanwege reden',
    spans: 'seconden minuut minuten uur dag dagen week weken maand maanden jaar',
    units: 'meter kilometer ton kilo graden hectare liter',
    ages: 'jaar oud jarige',
  },
  nb: {
    denials: 'ikke ingen aldri ennå',
    time: 'når',
    name: 'hvem',
    reason: 'hvorfor',
    place: 'hvor',
    other: 'hva hvilken hvilke hvordan',
    times:
      'mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober november desember',
    numbers: 'to tre fire fem seks sju åtte ni ti hundre tusen halvparten tredjedel',
    how: {
      word: 'hvor',
      number: 'mange mye ofte',
      age: 'gammel',
      extent: 'lenge lang langt',
      size: 'høy stor dyp tung',
    },
    money: 'koster koste kostet pris prisen betaler betale tjener lønn leie',
    advice: 'bør foreslår vil råder anbefaler krever',
    text: 'forfatteren skribenten artikkelen',
    advises: 'bør må skal',
    reasons: 'fordi grunn grunnet',
    spans: 'sekunder minutt minutter time timer dag dager uke uker måned måneder år',
    units: 'meter kilometer tonn kilo grader liter',
    ages: 'år gammel åring',
  },
  da: {
    denials: 'ikke ingen aldrig endnu',
    time: 'hvornår',
    name: 'hvem',
    reason: 'hvorfor',
    place: 'hvor',
    other: 'hvad hvilken hvilke hvordan',
    numbers: 'to tre fire fem seks syv otte ni ti hundrede tusind halvdelen',
    how: {
      word: 'hvor',
      number: 'mange meget ofte',
      age: 'gammel',
      extent: 'længe lang langt',
      size: 'høj stor dyb tung',
    },
    money: 'koster koste kostet pris prisen betaler betale tjener løn leje',
    advice: 'bør foreslår vil råder anbefaler kræver',
    text: 'forfatteren skribenten artiklen',
    advises: 'bør må skal',
    reasons: 'fordi grund',
    spans: 'sekunder minut minutter time timer dag dage uge uger måned måneder år',
    units: 'meter kilometer ton kilo grader liter',
    ages: 'år gammel åring',
  },
  sv: {
    denials: 'inte ingen inga aldrig ännu',
    time: 'när',
    name: 'vem vilka',
    reason: 'varför',
    place: 'var',
    other: 'vad vilken hur',
    numbers: 'två tre fyra fem sex sju åtta nio tio hundra tusen hälften',
    how: {
      word: 'hur',
      number: 'många mycket ofta',
      age: 'gammal',
      extent: 'länge lång långt',
      size: 'hög stor djup tung',
    },
    money: 'kostar kosta kostade pris priset betalar betala tjänar lön hyra',
    advice: 'bör föreslår vill råder kräver',
    text: 'författaren skribenten artikeln',
    advises: 'bör måste ska',
    reasons: 'eftersom därför grund',
    spans: 'sekunder minut minuter timme timmar dag dagar vecka veckor månad månader år',
    units: 'meter kilometer ton kilo grader liter',
    ages: 'år gammel åring',
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
    denials: 'nie żaden nikt nigdy jeszcze',
    number: 'ile ilu',
    time: 'kiedy',
    name: 'kto kogo komu',
    reason: 'dlaczego czemu',
    place: 'gdzie dokąd',
    other: 'co jak jaki jaka jakie czy który',
    reasons: 'bo ponieważ gdyż powodu dlatego',
    numbers: 'dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc połowa',
    money: 'kosztuje kosztować kosztowało cena płaci zarabia',
    advice: 'proponuje proponują chce radzi powinien powinna',
    text: 'autor autorka',
    advises: 'powinien powinna powinno powinny trzeba musi należy',
    spans: 'minut godzin godziny dni tygodni miesięcy lat roku',
    units: 'metrów kilometrów ton kilo stopni litrów',
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
    denials: 'değil hiç henüz',
    number: 'kaç',
    time: 'zaman',
    name: 'kim kimi kime',
    reason: 'neden niçin niye',
    place: 'nerede nereye',
    other: 'ne nasıl hangi mı mi',
    reasons: 'çünkü için nedeniyle yüzünden',
    money: 'fiyat fiyatı ücret maaş lira liraya',
    advice: 'öneriyor istiyor',
    text: 'yazar yazarı',
    advises: 'gerek gerekir lazım',
  },
  ru: {
    denials: 'не нет никто никогда пока',
    number: 'сколько',
    time: 'когда',
    name: 'кто кого кому',
    reason: 'почему зачем',
    place: 'где куда',
    other: 'что как какой какая какие',
    reasons: 'потому поскольку из-за причина',
    money: 'стоит стоят стоила цена платит зарабатывает',
    advice: 'предлагает требует советует хочет',
    text: 'автор',
    advises: 'нужно надо должен должна должны следует',
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
    advice: 'يقترح يطالب يريد',
    text: 'الكاتب الكاتبة',
    advises: 'يجب ينبغي',
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
  /** Undefined where a measure asks without a word before it ("combien"). */
  how: number | undefined;
  measures: ReadonlyMap<number, AnswerKind>;
  text: ReadonlySet<number>;
  answers: Readonly<
    Record<
      'reasons' | 'times' | 'numbers' | 'units' | 'spans' | 'ages' | 'advises' | 'denials',
      ReadonlySet<number>
    >
  >;
}

const known = new Map<string, HashedQuestionWords>();
const hashesOf = (words: string | undefined): number[] =>
  words === undefined ? [] : words.split(' ').map(hashWord);
const setOf = (words: string | undefined): ReadonlySet<number> => new Set(hashesOf(words));

function hashLists(words: QuestionWords): HashedQuestionWords {
  const kinds = new Map<number, AnswerKind | 'other'>();
  for (const kind of [...ANSWER_KINDS, 'other'] as const)
    for (const hash of hashesOf(words[kind])) if (!kinds.has(hash)) kinds.set(hash, kind);
  const measures = new Map<number, AnswerKind>();
  for (const kind of MEASURED_KINDS) for (const hash of hashesOf(words.how?.[kind])) measures.set(hash, kind);
  const { how, reasons, times, numbers, units, spans, ages, advises, denials } = words;
  return {
    kinds,
    how: how === undefined ? undefined : hashWord(how.word),
    measures,
    text: setOf(words.text),
    answers: {
      reasons: setOf(reasons),
      times: setOf(times),
      numbers: setOf(numbers),
      units: setOf(units),
      spans: setOf(spans),
      ages: setOf(ages),
      advises: setOf(advises),
      denials: setOf(denials),
    },
  };
}

/** Lists of a language, made when first asked for; empty ones where it has none. */
export function questionWordsOf(language: string): HashedQuestionWords {
  let lists = known.get(language);
  if (lists === undefined) {
    lists = hashLists(QUESTION_WORDS[language === 'nn' || language === 'no' ? 'nb' : language] ?? {});
    known.set(language, lists);
  }
  return lists;
}
