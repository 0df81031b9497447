/**
 * What a full stop means after a known abbreviation. Lower case, without the last full stop.
 *
 * - `title`: a name or noun follows; never ends a sentence ("Dr. Watson", "St. Michael's").
 * - `number`: does not end a sentence before a digit ("No. 5", "p. 55").
 * - `general`: may end a sentence; it does when a function word with a capital follows ("& Co. They should know").
 * - `measure`: times, eras, units, degrees; a capital after them begins a sentence unless the sentence so far is
 *   only an adverbial ("At 5 a.m. Mr. Smith went" against "She weighed 5 lb. Tom was impressed").
 */
interface AbbreviationList {
  title: string;
  number?: string;
  general?: string;
  measure?: string;
}

const COMMON: AbbreviationList = {
  title: 'mr mrs ms dr prof st mt skt mme mlle sr sra ing arch gen col lt maj capt sgt vs viz cf',
  number: 'rs no nr nos n° nº № p pp fig vol art ch sec ed',
  general: 'etc inc ltd co corp jr llc plc gmbh al i.e e.g ph.d u.s u.k u.s.a e.u u.n d.c',
};

const ABBREVIATIONS: Readonly<Record<string, AbbreviationList>> = {
  en: {
    title:
      'mr mrs ms messrs mx dr drs prof profs rev fr hon sen sens rep reps gov govs gen col lt maj capt cpt cmdr sgt cpl pvt adm pres supt det insp st ste mt ft.lt ft vs v viz cf e.g i.e eg ie al approx dept univ assn bros atty gens sgts insp comdr msgr amb est pt ave blvd adj adv asst brig ens hosp mlle mme op ord pfc ph phd resp rs sfc treas cert ca c',
    number:
      'no nos n° nº № p pp fig figs vol vols art arts ch chs sec secs eq ex ext jan feb mar apr jun jul aug sep sept oct nov dec rs tel box §',
    general:
      'etc inc ltd co corp jr sr esq llc plc ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n u.s.a e.u d.c n.y l.a b.a b.s m.a m.b.a r.n d.d.s mfg med ala ariz ark calif cal colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex ut vt va wash wis wyo alta ont que dist tues thu thurs fri mon wed sat sun min max avg pct temp misc dept est bldg apt fwd ret',
    measure:
      'a.m p.m am.pm a.d b.c b.c.e c.e lb lbs oz ft mi yd yds sq kg km cm mm hrs hr mins secs fl ph.d ll.d ll.m m.d j.d d.d m.p ne nw se sw n.e n.w s.e s.w gal qt pt mph',
  },
  de: {
    title:
      'hr fr dr prof med dipl ing mag abs abschn allg bspw bzw ca d.h dgl ehem einschl etw evtl ff frl geb gegr ggf ggü inkl insb kath ev kap lfd max min mio mrd mtl nachm num od phil rer nat s.a s.o s.u sog st stv str tel u.a u.ä u.u v.a vgl vorm z.b z.t z.z zit zzgl zus zz i.d.r i.a i.v jährl iur jur theol hon habil vers urspr usf abt adr bes betr bibl bzgl co exkl fa hrsg jhd jh jr kl',
    number: 'nr s art abs kap bd abb tab § jan feb febr mär apr jun jul aug sep sept okt nov dez',
    general: 'usw etc gmbh u.s.w v.chr n.chr u.v.m mio mrd std min sek str co kg inc bzw u.ä o.ä u',
  },
  fr: {
    title:
      'm mm mme mmes mlle mlles dr me mgr pr st ste sté éd env apr av cf coll ex janv févr juil sept oct nov déc tél vol chap art ms mss p.ex c.-à-d adj adm auj boul bd hab bull',
    number: 'n° no p pp art vol chap fig t',
    general: 'etc ltd inc co jr sr cie s.a ll.aa.ii.rr l.r j.-c',
  },
  es: {
    title:
      'sr sra srta sres sras dr dra drs prof profa ing lic arq gral cnel tte gob d dña fr sto sta st avda av ctra pág págs cap p.ej ej aprox depto dpto izq dcha excmo ilmo mons hno hnos cía vda núm tel cra admón fig ntra trad vid v.gr ud uds vd vds rda excma máx mín párrf lun mié jue vie sáb ene feb abr ago sept oct nov dic ee mar',
    number: 'n° nº no núm art pág págs p pp cap vol fig tel ext',
    general: 'etc s.a s.l ee.uu ff.aa d.c a.c ltda inc cía jr j.c d.c',
  },
  it: {
    title:
      'sig sigg sig.ra sig.na sig.ri dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen col cap mons san s ss sr es p.es pag pagg art cap fig vol vs ca cfr tel n ecc.mo egr spett gent ill.mo on.le p.zza v.le c.so l.go rev ten geom co cav comm tav all cit ed psicol dir amm st gen feb mar apr mag giu lug ago sett ott nov dic lun merc giov ven sab dom',
    number: 'n nr pag pagg p art cap fig vol tel',
    general: 'ecc etc s.p.a s.r.l d.c a.c co c.c p.i s.a.s',
  },
  pt: {
    title:
      'sr sra srs sras srta dr dra drs prof profa eng arq exmo exma gen cel cap ten av pç r st sto sta pág ex p.ex aprox dep gov tel núm ltda cia',
    number: 'n° nº no núm art pág págs p pp cap vol fig tel',
    general: 'etc s.a ltda e.u.a d.c a.c jr cia',
  },
  nl: {
    title:
      'dhr mevr mw mr drs ir ing dr prof ds st jhr ca bijv bv nl m.b.t i.v.m o.a d.w.z t.a.v a.d.h.v m.a.w n.a.v t/m incl excl resp vgl zgn jl ll art blz tel afd max min mln mld gebr fam i.p.v m.i.v t.o.v w.o',
    number: 'nr nrs blz art p pp tel jan feb apr jun jul aug sep sept okt nov dec',
    general: 'enz etc e.d n.v b.v v.chr n.chr co inc',
  },
  da: {
    title:
      'hr fr frk dr prof adv ca bl.a f.eks fx pga mht ift inkl ekskl evt iflg jf nr kl tlf kgl st sct vedr ang dvs m.fl p.t p.g.a s.k t.h t.v vha mio mia afd alm angl anm apr aug cand cf civ cpr d.å dec div e.g eks e.l eng fhv f forf forts foreg fork fm følg gr grdl gæld hhv hovedgr i.e ibid iht ifm indt init itk j.nr jan jul jun jur jvf lat lic m.a.o m.m mar mfl mv niv o.l obl obs okt ovf p.m p.n pct pl plur polit ps r.t ret s.d sek sept sig sml spec stk sv th tilh tlfsv tv ult v vet vha vol udg uds dept u.st cvr',
    number: 'nr kl s p pp tlf § jan feb apr jun jul aug sep sept okt nov dec no n°',
    general: 'osv etc o.s.v m.v m.m co inc ltd jr o.l f.kr e.kr e.u u.s u.s.a',
    measure: 'a.m p.m',
  },
  nb: {
    title:
      'hr fr frk dr prof adv ca bl.a f.eks pga mht ift inkl ekskl evt iflg jf nr kl tlf kgl st vedr ang dvs m.fl p.t p.g.a s.k mill mrd maks min gt fhv forts kap avd red ev f m.h.t o.a jfr cand mag sen vol utg',
    number: 'nr kl s tlf § jan feb apr jun jul aug sep sept okt nov des',
    general: 'osv etc o.s.v m.v m.m mv o.l f.kr e.kr',
  },
  sv: {
    title:
      'hr fr dr prof adv ca bl.a t.ex dvs d.v.s p.g.a pga m.a.o s.k f.d inkl exkl ev enl jfr nr kl tel resp st milj mdr max min ang fn avd kap forts ung tf t.o.m fr.o.m o.d i.st utg vol',
    number: 'nr kl s tel § jan feb apr jun jul aug sep sept okt nov dec',
    general: 'osv o.s.v etc m.m m.fl mfl e.d f.kr e.kr',
  },
  fi: {
    title:
      'hra rva nti dr prof esim ns mm eli nk ts vrt ks ym yms jne s synt k n noin tri fil maist ltn evp toim mrd milj huom ko os sis tuo em ent os.vrt virk',
    number: 'nro s klo puh',
    general: 'jne ym yms jkr ekr ao ko oyj ay ky',
  },
  pl: {
    title:
      'p pan dr prof mgr inż hab doc gen płk kpt por ul al pl os św ks bp abp np tj tzn tzw m.in ok godz r s str ds dot gł im in it lic max min mies mjr nt ob płd płn proc pt red rtm sierż tys mln mld ur woj wsp zob zł gr cd cdn cz daw dyr dz ew inc j jw kl k.k lp mec mkw nb nw oprac ps pkt poj por prok pw reż rys sygn szt tel tzn ub um wlk wyd zm z.o.o o.o k.p.a k.c obr',
    number: 'nr s str art ust pkt r godz ok poz tel',
    general: 'itd itp etc r w a.o n.e p.n.e ww zł gr',
  },
  cs: {
    title:
      'p pí sl dr mudr judr phdr ing mgr bc prof doc rndr phmr thdr csc drsc gen plk kpt por ul nám tř sv např tzv tj tzn cca č čj čl str s r mj resp příp popř ap aj atp event obr tab odst písm max min mil mld tis hod tel ved red zvl mjr pplk npor rtm srv dle kap roč',
    number: 'č čl str s odst § tel',
    general: 'atd apod aj s.r.o a.s n.l př.n.l kč hod mil mld tis st',
  },
  sk: {
    title:
      'p pí sl dr mudr judr phdr ing mgr bc prof doc rndr csc gen plk kpt por ul nám sv napr tzv tj tzn cca č čl str s r resp príp obr tab odst písm max min mil mld tis hod tel ai mjr pplk npor tzn t.j t.z hl dol hor arch pod zv roč atď zák ods tr ust bl zn čes angl nem kol ev',
    number: 'č čl str s ods § tel zák',
    general: 'atď apod a.s s.r.o n.l pr.n.l kč tis mil mld hod st',
  },
  hu: {
    title:
      'dr prof ifj id özv kb pl ill stb ún u n u.n vö ld sz köt old út ut bp szt tel max min kft hrsz s.k szerk ford vmint ua uo em fszt',
    number: 'sz old köt kb tel',
    general: 'stb kft rt bt zrt nyrt stb i.e i.sz kr.e kr.u',
  },
  ro: {
    title:
      'dl d-l dna d-na dra dr prof ing av gen col lt ec str bd bl sc et ap nr pag p art alin lit jud loc tel aprox cca ex vol cap sf st',
    number: 'nr pag p art alin vol cap tel',
    general: 'etc s.a s.r.l ş.a ș.a î.hr d.hr',
  },
  tr: {
    title:
      'sn dr prof doç yrd öğr gör av müh mim uzm alb bşk gen org cad sok mah apt no tel hz st bkz çev haz yay vb.g krş s vd ör örn yy ort alm ing fr',
    number: 'no s nr tel',
    general: 'vb vs vd a.ş ltd şti t.c m.ö m.s',
  },
  ru: {
    title:
      'г гг гр д и.о ул пл пр просп пер корп стр кв обл р-н ст рис табл гл им проф акад доц докт канд чл-корр инж св преп архим т.е т.н т.к т.о т.д.п тов ср см напр прим ок мин макс зам зав нач ген полк подп кап лейт серж адм авт англ нем фр лат греч бульв наб пос дер с.г к.м.н д.м.н тел факс т.з пгт ред изд вып соч собр пп ч н.э.е х тчк яз физ хим биол проч рт',
    number: 'n № стр с рис табл гл т тт ст п пп ч кн вып г гг ок тел',
    general:
      'др пр проч и.т.д т.д т.п г гг в вв н.э до.н.э млн млрд тыс трлн руб долл коп сек мин час км кг м см мм га кв куб шт экз чел л т.с р',
  },
  uk: {
    title:
      'м с вул пл просп бул пров обл р-н ст рис табл гл ім проф акад доц канд чл чл.-кор інж св див напр прим бл мін макс зам ген полк сер тов т.зв т.т т.ін тзв вид журн укр англ нім лат стор од хв год гр куб кв сек тел град грн буд кб мб вт кВт км кг га х у.о р.х о т зв Вт',
    number: '№ стор с рис табл гл т ст п ч кн бл тел від',
    general:
      'ін та.ін т.д т.п р рр ст н.е млн млрд тис трлн грн коп сек хв год км кг га кв куб шт екз ос л вт',
  },
  bg: {
    title:
      'г г-н г-жа др д-р проф доц акад инж арх ул бул пл обл гр с стр рис табл т.е т.г т.нар напр вж ср мин макс ген полк св тел ок чл ал кв вкл изм н.с прев',
    number: '№ стр с рис табл гл т чл ал ок тел',
    general: 'др и.др т.н пр.н.е н.е г лв ст млн млрд хил ч сл.хр пр.хр м км',
  },
  el: {
    title: 'κ κα κος δρ καθ αρ αριθ σελ κεφ π.χ δηλ βλ πρβλ τηλ οδ λεωφ εκ δισ στρ αγ μ.μ π.μ υπ χιλ',
    number: 'αρ αριθ σελ κεφ τηλ',
    general: 'κ.λπ κλπ κ.ά κ.α α.ε ε.ε μ.χ π.χρ',
  },
  kk: {
    title: 'т б.з.б б.з т.б т.с.с проф акад ғ ж жж қ обл ауд м',
    number: '№ б',
    general: 'т.б т.с.с ғ ж б',
  },
  hy: { title: 'դ պրոֆ ակադ', general: '' },
  ar: { title: 'د أ م ا.د ص ت هـ', general: 'م هـ ق.م إلخ' },
  fa: { title: 'دکتر ص م', general: 'ق.م م' },
  he: { title: 'ד״ר פרופ׳ מר גב׳', general: '' },
  vi: {
    title: 'ts pgs gs ths tp tx tt q p bs ks ls st đ ô dr mr mrs ts.bs pgs.ts gs.ts ubnd tp.hcm',
    general: 'v.v',
  },
  id: {
    title: 'dr prof ir drs h hj tn ny jl no hlm dkk dll a.n s.d d.a u.p tgl',
    number: 'no hlm',
    general: 'dll dsb dst dkk tbk',
  },
  ml: { title: 'dr ഡോ മി പ്രൊ ശ്രീ കെ പി', general: '' },
  mr: { title: 'डॉ श्री प्रा रु', general: '' },
  hi: { title: 'डॉ श्री प्रो रु', general: '' },
  ca: {
    title: 'sr sra dr dra prof st sta av pl c pàg p.ex núm tel',
    number: 'núm pàg art',
    general: 'etc s.a s.l',
  },
};

export type FullStop = 'title' | 'number' | 'general' | 'measure';

const LATIN_COMMON = [
  'af',
  'ca',
  'cy',
  'et',
  'eu',
  'ga',
  'hr',
  'bs',
  'is',
  'lt',
  'lv',
  'ms',
  'mt',
  'nn',
  'sl',
  'sq',
  'sw',
  'tl',
  'und',
];
const tables = new Map<string, ReadonlyMap<string, readonly FullStop[]>>();

function addWords(table: Map<string, FullStop[]>, words: string | undefined, meaning: FullStop): void {
  for (const word of (words ?? '').toLowerCase().split(' ')) {
    if (word === '') continue;
    const meanings = table.get(word);
    if (meanings === undefined) table.set(word, [meaning]);
    else meanings.push(meaning);
  }
}

function listsFor(language: string): readonly AbbreviationList[] {
  const own = ABBREVIATIONS[language === 'nn' || language === 'no' ? 'nb' : language];
  // Names of firms and people keep their English abbreviations in every language.
  if (own === undefined)
    return LATIN_COMMON.includes(language) ? [COMMON, ABBREVIATIONS.en ?? COMMON] : [COMMON];
  return language === 'en' ? [own] : [own, COMMON];
}

/** Abbreviations of a language with the meanings of their full stop; built on first use. */
export function abbreviationsOf(language: string): ReadonlyMap<string, readonly FullStop[]> {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const table = new Map<string, FullStop[]>();
  for (const list of listsFor(language)) {
    addWords(table, list.title, 'title');
    addWords(table, list.number, 'number');
    addWords(table, list.general, 'general');
    addWords(table, list.measure, 'measure');
  }
  tables.set(language, table);
  return table;
}
