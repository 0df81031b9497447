import { listedAs } from '../language/listed-as.ts';
import { lateExpression } from '../memory/late-expression.ts';
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
  'which',
  'manner',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/**
 * Other lists of a language: of `closed` questions, which yes or no answers, their first words; of the `text` itself its
 * names, which it does not hold ("what does the author propose"); the others hold words of answers: of reasons, of what
 * came before and may be the reason, of how a thing was done, of times beside weekdays and months, of numbers without a digit, of measures, of
 * ages, of what ought to be.
 */
const LISTS = [
  'closed',
  'text',
  'reasons',
  'occasions',
  'manners',
  'times',
  'numbers',
  'units',
  'spans',
  'ages',
  'advises',
] as const;
type ListName = (typeof LISTS)[number];

/**
 * Words that ask, by what they ask for; two that ask only together have a line between them. A word that asks for
 * nothing in particular ("what") is in `other`.
 */
type QuestionWords = Partial<Record<AnswerKind | 'other' | ListName, string>>;

const QUESTION_WORDS: Readonly<Record<string, QuestionWords>> = {
  en: {
    name: 'who whom whose',
    reason: 'why cause causes caused reason',
    place: 'where',
    other: 'what does did do is are was were will would can could should',
    closed: 'do does did is are was were will would can could has have had',
    which: 'which',
    manner: 'how',
    manners: 'by with through using thanks',
    times:
      'noon midnight morning evening spring summer autumn winter today tomorrow yesterday week month year',
    numbers:
      'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million half third quarter dozen twice double',
    number: 'percentage how_many how_much how_often',
    time: 'when what_time what_year what_date what_day which_year which_day how_soon',
    age: 'how_old',
    extent: 'how_long',
    size: 'how_far how_tall how_big how_high how_deep how_heavy how_fast how_large how_wide',
    money: 'cost costs price prices pay pays paid earn earns worth fee fees salary wage wages rent fine',
    advice:
      'should propose proposes suggest suggests recommend recommends advise advises argue argues want wants demand demands',
    text: 'author writer columnist article piece text editorial',
    advises: 'should must ought need let stop make give buy ask put',
    reasons: 'because since due caused owing reason thanks blame blamed',
    occasions: 'after',
    spans:
      'second seconds minute minutes hour hours day days week weeks month months year years decade decades',
    units:
      'metre metres meter meters kilometre kilometres kilometer kilometers km mile miles foot feet inch inches yard yards tonne tonnes ton tons kilo kilos kilogram kilograms gram grams pound pounds degree degrees hectare hectares acre acres litre litres',
    ages: 'old aged age',
  },
  de: {
    time: 'wann jahr wie_bald',
    name: 'wer wem wen wessen',
    reason: 'warum wieso weshalb wozu',
    place: 'wo wohin woher',
    other: 'was woran',
    closed: 'ist sind war waren hat haben kann darf wird werden muss gibt',
    which: 'welche welcher welches welchen welchem',
    manner: 'wie',
    manners: 'durch mit indem dank mithilfe',
    numbers:
      'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend hälfte drittel viertel',
    number: 'wieviel wieviele wie_viel wie_viele wie_vielen wie_oft',
    age: 'wie_alt',
    extent: 'wie_lange wie_lang',
    size: 'wie_hoch wie_weit wie_groß wie_tief wie_schwer wie_schnell wie_breit',
    money: 'kostet kosten preis gekostet zahlt zahlen bezahlt verdient wert gehalt miete',
    advice: 'sollte sollten soll sollen fordert empfiehlt rät schlägt will',
    text: 'autor autorin verfasser kommentar text schreiber',
    advises: 'sollte sollten muss müssen soll sollen darf',
    reasons: 'weil denn wegen grund damit',
    occasions: 'nach nachdem',
    spans:
      'sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren',
    units: 'meter metern kilometer kilometern tonne tonnen kilo grad hektar liter',
    ages: 'jahr jahre jahren alt jährige',
  },
  fr: {
    number: 'combien',
    time: 'quand',
    name: 'qui',
    reason: 'pourquoi',
    place: 'où',
    other: 'que quoi est ce',
    which: 'quel quelle quels quelles',
    manner: 'comment',
    manners: 'en grâce avec par',
    numbers: 'deux trois quatre cinq six sept huit neuf dix onze douze cent mille moitié tiers quart',
    money: 'coûte coûter coûté coûtera prix paie payer payé gagne salaire loyer tarif',
    advice: 'propose proposent demande demandent recommande conseille veut faut',
    text: 'auteur auteure article texte chronique éditorial',
    advises: 'faut doit doivent devrait devraient devons',
    reasons: 'parce car raison cause grâce',
    occasions: 'après suite',
    spans: 'secondes minute minutes heure heures jour jours semaine semaines mois an ans année années',
    units: 'mètre mètres kilomètres km tonnes kilos degrés hectares litres',
    age: 'quel_âge',
    ages: 'ans an âgé âgée',
  },
  es: {
    number: 'cuánto cuánta cuántos cuántas cuanto cuantos cuantas',
    time: 'cuándo cuando qué_hora qué_día qué_año',
    name: 'quién quiénes quien',
    reason: 'por_qué por_que porqué',
    place: 'dónde donde adónde',
    other: 'qué',
    which: 'cuál cuáles',
    manner: 'cómo como',
    manners: 'con mediante gracias por',
    numbers: 'dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil mitad tercio',
    money: 'cuesta costar costó cuestan precio paga pagar pagó gana sueldo alquiler',
    advice: 'propone proponen pide piden recomienda recomiendan quiere debería',
    text: 'autor autora articulista artículo texto',
    advises: 'debe deben debería deberían hay',
    reasons: 'porque pues debido causa',
    occasions: 'tras después',
    spans: 'segundos minuto minutos hora horas día días semana semanas mes meses año años',
    units: 'metros kilómetros km toneladas kilos grados hectáreas litros',
    age: 'edad cuántos_años',
    ages: 'años edad',
  },
  it: {
    number: 'quanto quanta quanti quante',
    time: 'quando',
    name: 'chi',
    reason: 'perché',
    place: 'dove',
    other: 'che cosa',
    which: 'quale quali',
    manner: 'come',
    manners: 'con grazie attraverso',
    numbers: 'due tre quattro cinque sei sette otto nove dieci cento mille metà terzo',
    money: 'costa costo costerà costare costata costato prezzo paga pagare pagato guadagna stipendio affitto',
    advice: 'propone propongono chiede chiedono consiglia vuole dovrebbe',
    text: 'autore autrice articolo testo',
    advises: 'deve devono dovrebbe dovrebbero bisogna',
    reasons: 'perché poiché causa',
    occasions: 'dopo',
    spans: 'secondi minuto minuti ora ore giorno giorni settimana settimane mese mesi anno anni',
    units: 'metri chilometri km tonnellate chili gradi ettari litri',
    age: 'età quanti_anni',
    ages: 'anni età',
  },
  pt: {
    number: 'quanto quanta quantos quantas',
    time: 'quando',
    name: 'quem',
    reason: 'porque porquê por_que por_quê',
    place: 'onde aonde',
    other: 'que o',
    which: 'qual quais',
    manner: 'como',
    manners: 'com graças através',
    numbers: 'dois duas três quatro cinco seis sete oito nove dez cem mil metade terço',
    money: 'custa custam custar custou preço paga pagar pagou ganha salário aluguel renda',
    advice: 'propõe propõem pede pedem recomenda quer deveria',
    text: 'autor autora articulista artigo texto',
    advises: 'deve devem deveria deveriam precisa',
    reasons: 'porque pois devido causa',
    occasions: 'depois após',
    spans: 'segundos minuto minutos hora horas dia dias semana semanas mês meses ano anos',
    units: 'metros quilómetros quilômetros km toneladas quilos graus hectares litros',
    age: 'idade quantos_anos',
    ages: 'anos idade',
  },
  nl: {
    time: 'wanneer',
    name: 'wie',
    reason: 'waarom',
    place: 'waar',
    other: 'wat',
    which: 'welke welk',
    manner: 'hoe',
    manners: 'met door dankzij',
    numbers: 'twee drie vier vijf zes zeven acht negen tien honderd duizend helft derde',
    number: 'hoeveel hoe_vaak',
    age: 'hoe_oud',
    extent: 'hoe_lang',
    size: 'hoe_hoog hoe_ver hoe_groot hoe_diep hoe_zwaar hoe_snel',
    money: 'kost kosten gekost prijs betaalt betalen betaald verdient loon huur',
    advice: 'moet moeten wil stelt raadt pleit',
    text: 'schrijver auteur columnist artikel',
    advises: 'moet moeten zou zouden',
    reasons: 'omdat want doordat vanwege reden',
    occasions: 'na nadat',
    spans: 'seconden minuut minuten uur dag dagen week weken maand maanden jaar',
    units: 'meter kilometer ton kilo graden hectare liter',
    ages: 'oud jarige',
  },
  nb: {
    time: 'når',
    name: 'hvem',
    reason: 'hvorfor',
    place: 'hvor',
    other: 'hva',
    which: 'hvilken hvilke hvilket',
    manner: 'hvordan',
    manners: 'med ved gjennom',
    numbers: 'to tre fire fem seks sju åtte ni ti hundre tusen halvparten tredjedel',
    number: 'hvor_mange hvor_mye hvor_ofte',
    age: 'hvor_gammel',
    extent: 'hvor_lenge hvor_lang hvor_langt',
    size: 'hvor_høy hvor_stor hvor_dyp hvor_tung',
    money: 'koster koste kostet pris prisen betaler betale tjener lønn leie',
    advice: 'bør foreslår vil råder anbefaler krever',
    text: 'forfatteren skribenten artikkelen',
    advises: 'bør må skal',
    reasons: 'fordi grunn grunnet',
    occasions: 'etter',
    spans: 'sekunder minutt minutter time timer dag dager uke uker måned måneder år',
    units: 'meter kilometer tonn kilo grader liter',
    ages: 'gammel gammal åring',
  },
  da: {
    time: 'hvornår',
    name: 'hvem',
    reason: 'hvorfor',
    place: 'hvor',
    other: 'hvad',
    which: 'hvilken hvilke hvilket',
    manner: 'hvordan',
    manners: 'med ved gennem',
    numbers: 'to tre fire fem seks syv otte ni ti hundrede tusind halvdelen',
    number: 'hvor_mange hvor_meget hvor_ofte',
    age: 'hvor_gammel',
    extent: 'hvor_længe hvor_lang hvor_langt',
    size: 'hvor_høj hvor_stor hvor_dyb hvor_tung',
    money: 'koster koste kostet pris prisen betaler betale tjener løn leje',
    advice: 'bør foreslår vil råder anbefaler kræver',
    text: 'forfatteren skribenten artiklen',
    advises: 'bør må skal',
    reasons: 'fordi grund',
    occasions: 'efter',
    spans: 'sekunder minut minutter time timer dag dage uge uger måned måneder år',
    units: 'meter kilometer ton kilo grader liter',
    ages: 'gammel gammal åring',
  },
  sv: {
    time: 'när',
    name: 'vem vilka',
    reason: 'varför',
    place: 'var',
    other: 'vad',
    which: 'vilken vilket',
    manner: 'hur',
    manners: 'med genom',
    numbers: 'två tre fyra fem sex sju åtta nio tio hundra tusen hälften',
    number: 'hur_många hur_mycket hur_ofta',
    age: 'hur_gammal',
    extent: 'hur_länge hur_lång hur_långt',
    size: 'hur_hög hur_stor hur_djup hur_tung',
    money: 'kostar kosta kostade pris priset betalar betala tjänar lön hyra',
    advice: 'bör föreslår vill råder kräver',
    text: 'författaren skribenten artikeln',
    advises: 'bör måste ska',
    reasons: 'eftersom därför grund',
    occasions: 'efter',
    spans: 'sekunder minut minuter timme timmar dag dagar vecka veckor månad månader år',
    units: 'meter kilometer ton kilo grader liter',
    ages: 'gammel gammal åring',
  },
  fi: {
    number: 'kuinka montako paljonko',
    time: 'milloin koska',
    name: 'kuka ketkä',
    reason: 'miksi',
    place: 'missä minne mistä',
    other: 'mikä mitä',
    manner: 'miten',
    reasons: 'koska sillä takia vuoksi',
  },
  pl: {
    number: 'ile ilu',
    time: 'kiedy',
    name: 'kto kogo komu',
    reason: 'dlaczego czemu',
    place: 'gdzie dokąd',
    other: 'co czy',
    which: 'jaki jaka jakie który',
    manner: 'jak',
    reasons: 'bo ponieważ gdyż powodu dlatego',
    occasions: 'po',
    numbers:
      'dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście sto tysiąc połowa',
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
    other: 'co',
    which: 'jaký který',
    manner: 'jak',
    reasons: 'protože neboť kvůli',
  },
  tr: {
    number: 'kaç ne_kadar',
    time: 'ne_zaman',
    name: 'kim kimi kime',
    reason: 'neden niçin niye',
    place: 'nerede nereye',
    other: 'ne mı mi',
    which: 'hangi',
    manner: 'nasıl',
    reasons: 'çünkü için nedeniyle yüzünden',
    occasions: 'sonra',
    money: 'fiyat fiyatı ücret maaş lira liraya',
    advice: 'öneriyor istiyor',
    text: 'yazar yazarı',
    numbers: 'iki üç dört beş altı yedi sekiz dokuz on yüz bin yarısı',
    advises: 'gerek gerekir lazım',
  },
  ru: {
    number: 'сколько',
    time: 'когда',
    name: 'кто кого кому',
    reason: 'почему зачем',
    place: 'где куда',
    other: 'что',
    which: 'какой какая какие',
    manner: 'как',
    reasons: 'потому поскольку из-за причина',
    occasions: 'после',
    money: 'стоит стоят стоила цена платит зарабатывает',
    advice: 'предлагает требует советует хочет',
    text: 'автор',
    numbers: 'два две три четыре пять шесть семь восемь девять десять сто тысяч половина треть',
    advises: 'нужно надо должен должна должны следует',
  },
  uk: {
    number: 'скільки',
    time: 'коли',
    name: 'хто кого кому',
    reason: 'чому навіщо',
    place: 'де куди',
    other: 'що',
    which: 'який яка які',
    manner: 'як',
    reasons: 'тому оскільки через причина',
  },
  el: {
    number: 'πόσο πόσα πόσοι πόσες',
    time: 'πότε',
    name: 'ποιος ποια ποιοι',
    reason: 'γιατί',
    place: 'πού',
    other: 'τι',
    manner: 'πώς',
    reasons: 'επειδή διότι γιατί λόγω',
  },
  hu: {
    number: 'hány mennyi',
    time: 'mikor',
    name: 'ki kik kit',
    reason: 'miért',
    place: 'hol hová',
    other: 'mi mit',
    which: 'milyen',
    manner: 'hogyan',
    reasons: 'mert mivel miatt',
  },
  ro: {
    number: 'cât câtă câți câte',
    time: 'când',
    name: 'cine',
    reason: 'de_ce',
    place: 'unde',
    other: 'care ce',
    manner: 'cum',
    reasons: 'pentru fiindcă deoarece cauza',
  },
  ar: {
    number: 'كم',
    time: 'متى',
    name: 'من',
    reason: 'لماذا لم',
    place: 'أين',
    other: 'ما ماذا هل',
    manner: 'كيف',
    reasons: 'لأن بسبب إذ كي',
    occasions: 'بعد',
    advice: 'يقترح يطالب يريد',
    text: 'الكاتب الكاتبة',
    numbers: 'ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر مئة ألف نصف ثلث',
    advises: 'يجب ينبغي',
  },
  he: {
    number: 'כמה',
    time: 'מתי',
    name: 'מי',
    reason: 'למה מדוע',
    place: 'איפה היכן',
    other: 'מה',
    manner: 'איך',
    reasons: 'כי בגלל משום',
  },
  fa: {
    number: 'چند چقدر',
    time: 'کی',
    name: 'چه‌کسی',
    reason: 'چرا',
    place: 'کجا',
    other: 'چه آیا',
    manner: 'چگونه',
    reasons: 'زیرا چون برای',
  },
  hi: {
    number: 'कितने कितना कितनी',
    time: 'कब',
    name: 'कौन किसने',
    reason: 'क्यों',
    place: 'कहाँ कहां',
    other: 'क्या',
    manner: 'कैसे',
    reasons: 'क्योंकि कारण',
  },
  vi: {
    number: 'bao_nhiêu mấy',
    time: 'khi_nào bao_giờ năm_nào',
    name: 'ai',
    reason: 'vì_sao tại_sao sao_lại',
    place: 'đâu',
    other: 'gì nào thế',
    money: 'nhiêu_tiền',
    age: 'nhiêu_tuổi',
    reasons: 'vì bởi do để',
    occasions: 'sau',
  },
};

/** The lists of one language, hashed as a scan hashes them. */
export interface HashedQuestionWords extends Readonly<Record<ListName, ReadonlySet<number>>> {
  kinds: ReadonlyMap<number, AnswerKind | 'other'>;
}

/** Hash of two words that ask together: "how many", "por qué". */
export const hashPair = (first: number, second: number): number => Math.imul(first, 31) ^ second;

const known = new Map<string, HashedQuestionWords>();
const hashesOf = (words: string | undefined): number[] =>
  words === undefined ? [] : words.split(' ').map((word) => word.split('_').map(hashWord).reduce(hashPair));

const LETTERS = lateExpression('\\p{L}+', 'gu');
/** Twelve dates that many days apart have every month and every weekday. */
const DAYS_APART = 31;
const DATES = 12;

/** Months and weekdays as dates name them ("3 января"); the platform knows them in every language. */
function calendarWords(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return Array.from({ length: DATES }, (_, at) =>
    format.formatToParts(Date.UTC(1970, 0, 1 + at * DAYS_APART)),
  )
    .flat()
    .filter(({ type }) => type === 'month' || type === 'weekday')
    .flatMap(({ value }) => value.match(LETTERS()) ?? []);
}

function hashLists(words: QuestionWords, calendar: readonly string[]): HashedQuestionWords {
  const kinds = new Map<number, AnswerKind | 'other'>();
  for (const kind of [...ANSWER_KINDS, 'other'] as const)
    for (const hash of hashesOf(words[kind])) if (!kinds.has(hash)) kinds.set(hash, kind);
  const lists = {} as Record<ListName, ReadonlySet<number>>;
  for (const name of LISTS)
    lists[name] = new Set([...hashesOf(words[name]), ...(name === 'times' ? calendar.map(hashWord) : [])]);
  return { ...lists, kinds };
}

/** Lists of a language, made when first asked for; empty ones where it has none. */
export function questionWordsOf(language: string): HashedQuestionWords {
  const name = listedAs(language);
  let lists = known.get(name);
  if (lists === undefined) {
    const words = QUESTION_WORDS[name];
    lists = words === undefined ? hashLists({}, []) : hashLists(words, calendarWords(name));
    known.set(name, lists);
  }
  return lists;
}
