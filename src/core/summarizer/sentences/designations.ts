import { lateWords } from '../memory/late-words.ts';

/**
 * Words that a single letter, a number or a Roman numeral belongs to: "Gruppe A.", "vitamin D.", "Platz 3.", "kl. 14."
 * The full stop behind ends the sentence. Stems of four letters and more match the beginning of a word, shorter ones
 * the whole word. Written by hand, after reports of sentences that stayed glued.
 */
const DESIGNATIONS: Readonly<Record<string, string>> = {
  en: 'vitamin hepatitis influenza group gate block type class plan section row grade level zone hall terminal wing building area exhibit appendix annex point platform pier stage league division tier pool category schedule title part form option answer question team squad company unit ward room flat staircase deck model series season version line route chapter verse phase round step volume book apollo route highway psalm generation strain variant lane berth bay studio court crown',
  de: 'grupp block hepatitis vitamin klass typ tor stuf plan saal halle gleis linie haus abschnitt zone bereich punkt teil band kategorie serie liga reihe platz rang nummer kapitel seite artikel paragraf absatz zimmer raum wohnung version modell bus tram jahr alter kurs phase runde station ebene stock feld position variant lose uhr um',
  fr: 'groupe vitamin hépatite porte bloc type classe plan section rang niveau zone hall terminal point quai ligue division catégorie série ligne étape salle bâtiment annexe option article chapitre page numéro place tome',
  es: 'grupo vitamina hepatitis puerta bloque tipo clase plan sección fila nivel zona sala terminal punto liga división categoría serie línea etapa edificio anexo opción artículo capítulo página número',
  it: 'serie gruppo vitamin epatite porta blocco tipo classe piano sezione fila livello zona sala terminal punto lega girone categoria linea fase edificio allegato opzione articolo capitolo pagina numero',
  pt: 'grupo vitamina hepatite portão bloco tipo classe plano seção secção fila nível zona sala terminal ponto liga divisão categoria série linha etapa edifício anexo opção artigo capítulo página número',
  nl: 'groep vitamin hepatitis poort blok type klasse plan sectie rij niveau zone hal terminal punt perron divisie categorie serie lijn fase gebouw bijlage optie artikel hoofdstuk bladzijde nummer plaats team',
  da: 'gruppe vitamin hepatitis port blok type klasse plan hal punkt perron division kategori serie linje fase bygning bilag artikel kapitel side nummer plads hold kl klokken nr er var blev år alder rute spor',
  nb: 'gruppe vitamin hepatitt port blokk type klasse plan hall punkt perrong divisjon kategori serie linje fase bygg vedlegg artikkel kapittel side nummer plass lag kl klokken klokka nr er var ble år alder rute spor',
  sv: 'grupp vitamin hepatit port block typ klass plan hall punkt perrong division kategori serie linje fas bilaga artikel kapitel sida nummer plats lag',
  fi: 'ryhmä lohko vitamiini hepatiitti portti luokka taso halli kohta laituri sarja linja vaihe liite artikla luku sivu numero sija kello klo on oli nro vuoro kerros',
  pl: 'grup witamin bram blok typ klas plan sekcj rząd poziom stref hal terminal punk peron lig kategori seri lini etap budyn załącznik opcj artykuł rozdział stron numer miejsc godz nr pkt poz str jest sal pokój wiek',
  cs: 'skupin vitamin hepatitid bran blok typ tříd plán sekc řad úrov zón hal terminál bod nástupišt lig kategori séri link fáz budov příloh článek kapitol stran čísl míst hod č str je byl věk',
  sk: 'skupin vitamin hepatitíd brán blok typ tried plán sekci rad úrov zón hal terminál bod nástupišt lig kategóri séri link fáz budov príloh článok kapitol stran čísl miest hod č str je bol vek',
  sl: 'skupin vitamin hepatitis vrat blok tip razred načrt sekcij vrst raven con dvoran terminal točk peron lig kategorij serij linij faz stavb prilog člen poglavj stran števil mest ob št je bil',
  hr: 'skupin vitamin hepatitis vrat blok tip razred plan sekcij red razin zon dvoran terminal točk peron lig kategorij serij linij faz zgrad prilog član poglavlj stranic broj mjest sati br je bio',
  et: 'rühm grupp vitamin hepatiit värav plokk klass tase saal punkt liiga kategooria seeria liin etapp lisa peatükk lehekülg number koht kell on oli nr',
  lv: 'grup vitamīn hepatīt vārt blok tip klas līmeņ zāl punkt līg kategorij sērij līnij posm pielikum nodaļ lappus numur viet plkst ir bija nr',
  lt: 'grup vitamin hepatit vart blok tip klas lygi sal punkt lyg kategorij serij linij etap pried skyri puslap numer viet val yra buvo nr',
  hu: 'csoport vitamin kapu blokk típus osztály szint zóna terem terminál pont vágány liga kategória sorozat vonal szakasz melléklet fejezet oldal szám hely',
  is: 'riðil flokk vítamín hlið blokk deild hæð sal punkt brautarpall lín fasa kafl blaðsíð númer sæt kl klukkan er var nr',
  tr: 'grubu grup vitamin hepatit kapı blok tip sınıf plan seviye bölge salon terminal nokta peron ligi kategori seri hat etap ek madde bölüm sayfa numara sayısı yaşı saat saati skor skoru no sırada',
  ro: 'grup vitamin hepatit poart bloc tip clas plan secți rând nivel zon sal terminal punct liga categori seri lini etap clădir anex opțiun articol capitol pagin număr',
  ru: 'групп витамин гепатит ворот блок тип класс план секци ряд уровен уровн зон зал терминал точк платформ лиг категори сери лини этап корпус приложени вариант стать глав страниц номер мест отрезк версии',
  uk: 'груп вітамін гепатит ворот блок тип клас план секці ряд рівен рівн зон зал термінал точц точк платформ ліг категорі сері ліні етап корпус додат варіант статт глав сторін номер місц',
  bg: 'груп витамин хепатит врат блок тип клас план секци ред ниво зон зал терминал точк перон лига категори сери лини етап приложени вариант член глав страниц номер мяст',
  el: 'ομάδ όμιλ βιταμίν ηπατίτιδ πύλ μπλοκ τύπ τάξ σχέδι τομέ επίπεδ ζών αίθουσ σημεί κατηγορί σειρ γραμμ φάσ παράρτημ άρθρ κεφάλαι σελίδ αριθμ θέσ',
};

/** Rulers and popes, wars and events that a Roman numeral follows. */
const NUMBERED_NAMES = lateWords(
  'leo felipe charles henry george louis pius benedict elizabeth edward james william richard john paul philip alexander nicholas peter gregory clement innocent urban war bowl wilhelm friedrich ludwig karl heinrich georg papst gustaf christian frederik haakon carlos fernando alfonso juan carlo vittorio umberto giovanni paolo leone pio henri napoléon napoleon',
);

/** Polish institutions that bear a name ("szkoła im. …"), as stems. */
const INSTITUTIONS =
  'szkoł szkół lice uniwersytet szpital teatr plac muze park most stadion hal fundacj instytut politechnik akademi bibliotek lotnisk port centrum rond ulic kości dom przedszkol filharmoni ośrod skwer towarzystw osiedl gimnazj technik konkurs turniej memoria nagrod festiwal jednost okręt'.split(
    ' ',
  );

export const isInstitution = (word: string): boolean =>
  INSTITUTIONS.some((stem) => word.toLowerCase().startsWith(stem));

const WHOLE_WORD_LENGTH = 3;
const stems = new Map<string, readonly string[]>();
const SAME: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb', bs: 'hr', sr: 'hr' };

function stemsOf(language: string): readonly string[] {
  const known = stems.get(language);
  if (known !== undefined) return known;
  const list = (DESIGNATIONS[SAME[language] ?? language] ?? DESIGNATIONS.en ?? '').split(' ');
  stems.set(language, list);
  return list;
}

/** Whether a letter or a number behind `word` belongs to it. Cost: one pass over some sixty stems. */
export function isDesignation(word: string, language: string): boolean {
  const lower = word.toLowerCase();
  return stemsOf(language).some((stem) =>
    stem.length <= WHOLE_WORD_LENGTH ? lower === stem : lower.startsWith(stem),
  );
}

export const isNumberedName = (word: string): boolean => NUMBERED_NAMES.has(word.toLowerCase());
