/**
 * Abbreviations of a language by what a full stop after them means. Lower case, without the last full stop.
 *
 * - `title`: a name or noun follows; never ends a sentence ("Dr. Watson", "St. Michael's").
 * - `number`: does not end a sentence before a digit or a Roman numeral ("No. 5", "p. 55", "kap. IV").
 * - `general`: firms, states, degrees; ends one when what follows reads like a new sentence ("& Co. They should know").
 * - `measure`: times, eras, units, sums; a capital after them begins a sentence unless the sentence so far is only an
 *   adverbial ("At 5 a.m. Mr. Smith went" against "She weighed 5 lb. Tom was impressed"). A word that is a title as
 *   well is a measure behind a number ("в 2019 г. Стройка" against "г. Москва").
 * - `closing`: "and so on"; ends one before any capital.
 * - `plain`: also a word of every day; an abbreviation only beside a number, or a title before a full name.
 *
 * Sources: the lists of pragmatic_segmenter, pySBD, sentencex and CoNLL treebanks were compared with the house styles
 * of agencies and the spelling rules of each language (Duden, Lexique des règles typographiques, RAE Ortografía, Crusca,
 * Accordo 1990, Słownik ortograficzny PWN, Pravidla českého pravopisu, AkH. 12, DOOM 2, TDK, ГОСТ 7.0.12, ДСТУ 3582);
 * public reports of wrong cuts added the rest. Written by hand.
 */
export interface AbbreviationList {
  title?: string;
  number?: string;
  general?: string;
  measure?: string;
  closing?: string;
  plain?: string;
}

/** Names of firms and people keep their English abbreviations in every language. */
export const COMMON_ABBREVIATIONS: AbbreviationList = {
  title: 'arch capt cf col dr e.g gen i.e ing lt maj mlle mme mr mrs ms mt prof sgt skt sr sra st viz vs',
  number: 'art ch ed fig no nos nr n° nº p pp rs sec vol №',
  general: 'co corp d.c e.u gmbh inc jr llc ltd ph.d plc u.k u.n u.s u.s.a',
  closing: 'etc',
};

export const ABBREVIATIONS: Readonly<Record<string, AbbreviationList>> = {
  af: {
    title: 'adv asb bv ca d.w.s ds genl kapt kol m.b.t mej mev mnr nl regter',
    number: 'bl tel',
    general: 'bpk edms',
    closing: 'e.a ens',
  },
  ar: {
    title: 'أ أ.د ا.د ت د ش.م.ك ص م م.م هـ',
    general: 'إلخ ق.م م هـ',
  },
  bg: {
    title:
      'акад ап арх бл бул вкл вх г г-жа г-н ген гр д-р доц ет ж.к зам изм изп инж к.с кап кв лейт н.в н.с напр нач о.з обл общ ок отец пл подп полк пом прев проф р с св серж т.г т.е т.нар ул',
    number: 'ал вж г гл макс мин ок рис с ср стр т табл тел чл',
    general: 'ст ч',
    measure: 'г км лв м млн млрд н.е пр.н.е пр.хр сл.хр хил',
    closing: 'др и.др пр т.н',
    plain: 'ген полк',
  },
  bn: {
    title: 'অ্যাড ইঞ্জি ড ডা প্রফ প্রা মি মো মোঃ রেজি লি',
    number: 'নং পৃ',
  },
  ca: {
    title: 'arq av c cnel ctra dra ds enga enginy ex excm gral il·lm mn mons núm p.ex pg pl pàg pça sta tel',
    number: 'núm pàg',
    general: 's.a s.l',
  },
  cs: {
    title:
      'ap arcib atp bc cca csc dipl doc drsc event gen ing.arch judr kard kpt let mba mga mgr mj mjr ml mudr místost nadpor např npor náb nábř nám p ph.d phdr phmr plk popř por pplk ppor prap pí písm předs r red resp rndr rtm rtn s sl spol srv st sv sídl thdr tj tzn tzv tř ul zast zn zvl č čj čl škpt',
    number: 'kap max obr odst p příp roč s str tab tel ved § č č.p čl',
    general: 'a.s s.r.o',
    measure: 'hod kč mil min mld n.l př.n.l st tis',
    closing: 'aj apod atd',
    plain: 'dle gen pod por ved',
  },
  da: {
    title:
      'a.m adj adv afd alm ang angl anm bisp bl bl.a ca cand cand.jur cand.mag civ cpr cvr d.å dept dir dvs e.l eks ekskl eng evt f f.eks fhv fmd foreg forf formand forts fr frb frk fx gr grdl gæld hhv hovedgr hr ibid iflg ifm ift iht init inkl itk j.nr jf jur jvf kbh kgl kmd kpt lekt lic ltn m.a.o m.fl mfl mht mv obl obs ovf p.g.a p.m p.n p.t pga pl polit provst ps r.t red s.d s.k sct stud sv t.h t.v th tilh tlfsv u.st udg uds ult v vedr vet vha vol',
    number:
      'apr aug dec div feb fm fork følg indt jan jul jun kl lat maj mar niv nov okt plur ret s sep sept sig sml spec tlf tv §',
    measure: 'a.m e.kr f.kr mia mio p.m pct sek stk',
    closing: 'm.m m.v o.l o.s.v osv',
  },
  de: {
    title:
      'abk abschn adr alias allg anm aufl ausg ausschl az bearb beil betr bez bgld bgm bibl brosch bspw bzgl bzw ca co d.h dgl dipl dir dt ehem eigtl einschl engl etw ev evtl exkl fa ff fr frl frz geb gefr gegr gem gf ggf ggfs ggü griech habil hl hon hptm hptst hr hrsg i.a i.d.r i.h.v i.v inkl insb ital iur jr jun jur jährl kath kgl kl lat led lfd ltd m.e mag mdl med min mio mrd mtl n.r nachm nat num nördl o.g o.ä oblt od p.a p.m pfr phil pkt prot präs ra rdnr reg rer rn röm s.a s.g s.o s.u schriftl sel sen sog span std stellv stv südl theol tsd u u.a u.u u.ä uffz urspr usf v.a v.h v.l verh verw vgl vorm vors westl z.b z.hd z.t z.z ziff zit zus zz zzgl östl',
    number:
      'abb abs abt apr aug az bd bes bl dez feb febr jan jul jun kap max min mär nov okt pkt rdnr rn s seite sep sept str tab teil tel vers ziff §',
    general: 'a.d co e.g e.v inh jr kg mio mrd o.j o.ä sek sen std u.ä v.d',
    measure: 'chr jh jhd n.chr v.chr',
    closing: 'u.s.w u.v.m usw',
    plain: 'co fest hon mag not od sog u vers',
  },
  el: {
    title:
      'αγ αρ αριθ αρχ αστ βλ βουλ γ.γ γεν δηλ δημ δισ δρ εκ επισκ κ κ.κ κα καθ κεφ κος κων λεωφ μ.μ μητρ ν οδ π.μ π.χ πλ πρβλ σ.σ σελ στρ ταξ τηλ υπ χιλ',
    number: 'αρ αριθ κεφ σελ τηλ',
    general: 'α.ε ε.ε μ.χ π.χρ',
    closing: 'κ.ά κ.α κ.λπ κλπ',
  },
  en: {
    title:
      'adj adm adv al ald amb approx archbp assn asst atty ave blvd bp brig bros c ca capt cert cf cllr cmdr col comdr comm commr coun cpl cpo cpt dept det dir dist dn dr drs e.g eg ens esq est fr ft ft.lt gen gens gov govs hon hosp i.e ie insp lance lt lt.col lt.gov maj master mdme messrs mlle mme mr mrs ms msgr msgt mssrs mt mx op ord pfc ph phd pres prof profs pt pvt radm rep reps resp rev rs rt sec sen sens sfc sgt sgts spc ssgt st ste supt treas tsgt univ v vadm viz vs',
    number:
      'app approx apr apt art arts aug bldg box ch chs dec eq ex ext feb fig figs flt fn hwy inv jan jul jun lot mar max no nos nov n° nº oct p para paras pg pgs pp rm rs rte sec secs sep sept ste tbl tel ver vol vols vs § №',
    general:
      'a.k.a ala alta apr apt ariz ark assoc aug ave avg b.a b.s bldg blvd bros cal calif co colo conn corp d.c d.d.s d.r dec del dept dist e.u esq est feb fla fri fwd ga hwy ill inc ind intl jan jr jul jun kan ky l.a la llc ltd m.a m.b.a mar mass md med mfg mich min minn misc miss mo mon mont n.y natl neb nev nov oct okla ont ore pa pct penn plc pty pvt que r.n rd ret sat sep sept sr sun temp tenn tex thu thurs tues u.a.e u.k u.n u.s u.s.a univ ut va vt wash wed wis wyo',
    measure:
      'a.d a.m am.pm b.c b.c.e c.e cm d.d fl ft gal hr hrs j.d kg km lb lbs ll.d ll.m m.d m.p mi mins mm mph n.e n.w ne nw oz p.m ph.d pt qt s.e s.w se secs sq sw yd yds',
    closing: 'etc',
    plain:
      'a adm adv al ala am apt ark art asst ave box brig bros cal cart cert ch col conn del do ed ens ext fig fri ga gen gens gov hon hosp id ill in ind jun la lit mag mar mass max may me med min miss mo mon ms mt no op ore p pa pol rep reps sat sec sen sens so sun supt tel temp tenn tex tom vol wash wis yd',
  },
  es: {
    title:
      'admón alc ap aprox arq arzob av avda ayto ayunt bldv blvd c calz carr cd cmdte cnel comte cp cptán cra cte ctra cía d dcha depto dip dpto dra drs dña edif edo ee ej esc excma excmo excmos fco fdez fedo ff.aa fr gdor gob gral gzlez hdez hno hnos ilmo izq lcda lcdo lic mons mtra mtro mtz mz nro ntra núm p.d p.ej pbro pdta pdte phd pres presb proc profa profr psic pte pza rda rgto sec sen sgto soc sras sres srita srta sta sto trad tte ud uds univ urb v.gr vd vda vds',
    number:
      'abr ago cap dic ene ext feb jue lun mar mié máx mín nov núm oct pág págs párrf sept sáb tel vid vie',
    general:
      'aa.vv c.v cc.aa cía ee.uu ee.uu.aa ff.aa j.c jj.oo ltda m.n rr.hh s.a s.a.b s.a.s s.c s.l s.r.l uu',
    measure: 'a.c d.c',
    plain: 'don sol',
  },
  et: {
    title: 'akad ca dots e hr ins jm kin kol kpt lk ltn mag mjr mnt nt pr prl pst s.o s.t tel tn v.a vrd vt',
    number: 'lk tel',
    measure: 'ekr eur kg km min mld mln pkr saj sek tuh',
    closing: 'jms jne jt',
    plain: 'tuh',
  },
  fa: {
    title: 'آیت‌الله ح دکتر ص م مهندس ه.ش ه.ق',
    general: 'ق.م م',
  },
  fi: {
    title:
      'alik apt apul dos eli em ent eräp esim evl evp fil fil.toht hra huom k kapt kers ko ks ltn luutn lääk maist mm n.s nk noin ns nti os os.vrt rva sis synt t.s toht toim tri ts tuo virk vrt yht',
    number: 'klo n nro puh s',
    general: 'ao ay ko ky oyj',
    measure: 'ekr jkr milj mrd',
    closing: 'jne ym yms',
  },
  fr: {
    title:
      'adj adm all apr auj av bd boul c.-à-d cap cdt ch cne fbg fg gén hab imp j.-c j.-l j.-m j.-p jean-p lt-col m m.-c me mgr mgrs mlles mm mmes mss p.-y p.ex pl pr profs rte ste sté vve éd',
    number: 'bull chap coll déc env ex févr janv juil ms nov oct sept t tél',
    general: 'cie l.r ll.aa.ii.rr s.a sr',
    measure: 'j.-c',
    plain: 'me pr',
  },
  gu: {
    title: 'ડો પ્રા પ્રો લિ શ્રી',
  },
  he: {
    title: 'גב׳ ד״ר מס׳ מר עו״ד פרופ׳ רח׳ שד׳',
  },
  hi: {
    title: 'आर इंजी ए एम एस कु के जि डी डॉ पं पी प्रा प्रो बी मो रु लि श्री श्रीमती सं सी',
  },
  hr: {
    title:
      'akad br dipl doc don dr fra g god gosp gđa gđica inž kap m mons nar npr o.g odn por puk r.br sl st str sv tel tj trg tzv ul usp v vlč ž',
    number: 'br god sl st str tel čl',
    measure: 'eur god kg km kn mil min mlrd sek st tis',
    closing: 'dr i.dr itd sl',
    plain: 'don por sl st trg',
  },
  hu: {
    title:
      'alez aug biz bp dec em ev ezr febr fhdgy ford fszt g.k hdgy hrsz id ifj ill jan júl jún kat kb ker kft krt ld mb megye márc n nov okt pl pol.m polgm r.k ref s.k sz szds szept szerk szt tér u u.n ua uo vezérőrgy vm vmint vö ápr özv ún őrgy őrm',
    number: 'aug dec febr jan júl jún kb köt max min máj márc nov okt old sz szept tel ápr',
    general: 'bt i.e i.sz kft kr.e kr.u nyrt rt zrt',
    measure: 'sz',
    closing: 'stb',
    plain: 'em ford köt ut út',
  },
  hy: {
    title: 'ակադ դ պրոֆ',
  },
  id: {
    title:
      'a.n akp bp brigjen d.a drg drs gg h hj hlm ibu ipda iptu ir jl k.h kab kec kel kep kh kol kombes kompol letjen m.m m.si mayjen no ny pdt ph.d prov rt rw s.d s.e s.h sdr sdri tgk tgl tn u.p ust',
    number: 'hlm no',
    general: 'cv m.m m.si pt s.e s.h tbk',
    closing: 'dkk dll dsb dst',
  },
  is: {
    title: 'a.m.k bls ca f frú hr kl m m.a nr o.fl s.k s.s sbr skv t.d tel u.þ.b þ.e þ.e.a.s þ.m.t',
    number: 'bls gr kl nr',
    measure: 'e.kr f.kr kg km kr m.kr mín sek',
    closing: 'o.fl o.s.frv',
    plain: 'gr kl',
  },
  it: {
    title:
      'amm arc arch.tto ass avv avv.to b.go brig c.da c.so ca cap.no card cav cfr co cod col col.lo comm cons cons.re coop d.l d.lgs d.p.r dir dott dott.ssa ecc.mo ed egr es f.lli fam fraz gen.le gent geom ill ill.mo l.go l.r loc magg mar.llo min mons n on on.le onn p.es p.i p.le p.ti p.zza pag pagg parr pref pres prof.ssa prov psicol rag rev rev.do s s.e san sen serg sig sig.na sig.ra sig.ri sigg sind soc spett spett.le ss str ten ten.te uff v.le v.lo vic vicep',
    number:
      'ago all apr cap cit cod comma dic dom feb gen giov giu lug lun mag mar merc n n.ro nov ott pag pagg par sab sett sez tav tel ven',
    general: 'c.c co p.i s.a.s s.p.a s.r.l',
    measure: 'a.c d.c',
    closing: 'ecc',
    plain: 'col es san ten',
  },
  kk: {
    title: 'акад ауд б.з б.з.б ж жж м обл проф т т.б т.с.с ғ қ',
    number: 'б',
    general: 'б ж т.б т.с.с ғ',
  },
  lt: {
    title:
      'a adv akad al angl apskr aut b doc e faks g gyd inž kpt kr kt kun lot ltn mjr mok mstl pan pav plk pr pvz raj red rus sav skv t.y tel ul vad val vlsč vok vyr vysk y šv',
    number: 'd m psl str tel',
    measure: 'eur kg km lt min mln mlrd mėn proc sek tūkst val',
    closing: 'kt pan t.t',
    plain: 'kun red',
  },
  lv: {
    title:
      'akad apr att biedr bulv doc dz iel inž kpt kr l ltn nov pag piem plkv pr prosp red resp saīsin sk t.i t.s tel tālr vad ģen',
    number: 'att lpp sk tab tel',
    measure: 'gs kg km milj min mljrd sek tūkst',
    closing: 'tml u.c u.tml utt',
    plain: 'pag red',
  },
  ml: {
    title: 'കെ ഡോ പി പ്രൊ മി ശ്രീ',
  },
  mr: {
    title: 'अॅड इंजि कु जि डॉ ता पं पो प्रा प्रो मु रु लि श्री श्रीमती सौ',
  },
  nb: {
    title:
      'adv ang avd bl.a bp ca cand cand.jur cand.mag dir dvs ekskl ev evt f f.eks fhv forts fr frk førsteam gt hr iflg ift inkl jf jfr kap kgl kpt ltn m.fl m.h.t mht o.a o.l obl p.g.a p.t pga red res resp s.k siv.ing stip vedr',
    number: 'apr aug des feb jan jul jun kap kl mag maj maks min nov okt s sen sep sept tlf utg §',
    measure: 'e.kr f.kr mill mrd',
    closing: 'm.m m.v mv o.l o.s.v osv',
    plain: 'red',
  },
  ne: {
    title: 'इ डा नं पं प्रा प्रो रु लि श्री',
  },
  nl: {
    title:
      'a.d.h.v aant afb afd bacc bc bijl bijv burg bv ca d.w.z dgl dhr drs ds e.a evt excl exkl fam gebr ged hfdst hr i.h.b i.o i.p.v i.v.m incl inz ir jg jhr jl jur kol kpt lic lt.kol m.a.w m.b.t m.i.v mej mevr mgr min mw n.a.v n.o.t nl o.a off ong opm p.a pastoor plv r.k red resp secr stas t.a.v t.g.v t.o.v t/m tek uitg vgl voorz w.o weth z.g.a.n z.o.z zgn',
    number: 'apr aug blz dec feb jan jul jun ll max nov nrs okt sep sept tel',
    general: 'b.v n.v',
    measure: 'min mld mln n.chr v.chr',
    closing: 'e.a e.d enz',
    plain: 'bel fam jan',
  },
  pl: {
    title:
      'abp adw al asp bp cd cdn daw dh doc dot ds dypl dyr dz ew gen gen.bryg godz gosp gł hab im in inc insp inż it j jw k.c k.k k.p.a kard kl kmdr kom kpt ks lic lp m.in mec mgr mies min mjr mkw mł nacz nadkom nb not np nt nw o o.o ob obr ok oprac os p pdh pl podinsp poj por pos ppor ppłk prok przew ps pt pw płd płk płk.pil płn r r.pr red reż rozdz rtm rys rzecz s s.p sekr sen sierż sygn szer szt tj tzn tzw ub ul um ur w wicemin wicepr wlk woj wsp wyd z.o.o zast zm zob śp św',
    number: 'cz godz max ok pkt poz r s str tel ust',
    general: 'ww',
    measure: 'a.o godz gr min mld mln n.e os p.n.e proc r s tys w zł',
    closing: 'itd itp',
    plain: 'gen im lit pan por red tys',
  },
  pt: {
    title:
      'adv al alm aprox apto arq av bl brig cb cel cia cj cons conselh dep des desa dra drs drª ed eng enga exma exmo exmos fr gal gen gov ilma ilmo irmã jd lgo ltda min mons núm p.ex pe pq pres profa profª pç r rod rua sd sec sen sras srs srta srª sta sto ten trav ver vereador vl',
    number: 'cap cel cpf ex fl fls km núm pág págs rg tel',
    general: 'cia e.u.a ltda s.a',
    measure: 'a.c d.c',
    plain: 'cap cel gen ten',
  },
  ro: {
    title:
      'ap aprox arh av bd bd-ul bl cal cca com comis d-l d-na dep dir dl dna dra ec et ex fost gen insp int jud jur lt.col min mons mun p p.s plt plut pr ps sat sc sect sen serg sf str subinsp î.p.s șos',
    number: 'alin cap lit loc p pag tel',
    general: 'd.hr s.a s.r.l î.hr ş.a ș.a',
    plain: 'ap et gen',
  },
  ru: {
    title:
      'авт адм акад англ арх архиеп архим б-р биол букв бульв в вв воен врио вып г гг ген ген.-лейт ген.-майор гос гр греч гуп д д.м.н д.т.н д.э.н дер дир докт доц еп ефр жен зав зам зам.пред зд и.о изд им инж к.м.н к.т.н к.э.н канд кап кв ком корп лат лейт макс митр мкр мкрн муж муп н.э.е наб напр нач нем обл ок оф пгт пер перен пл подп подполк полк пос пр прап преп прим просп протоиер проф р р-н разг ред рожд рт с.г св свящ серж см собр сокр соч ср ст ст.-лейт т.д.п т.е т.з т.к т.н т.о тов тчк ул ур устар факс физ фр х хим чл-корр ш эт яз',
    number: 'n вып г гг гл кн ок п пп рис с ст стр т табл тел тт',
    general: 'пр р т.с',
    measure:
      'в вв г га гг до.н.э долл кв кг км коп куб л м мин млн млрд мм н.э руб сек см трлн тыс ч час чел шт экз',
    closing: 'др и.т.д проч т.д т.п',
    plain: 'бар ген кап лат лит нем полк серж физ хим час',
  },
  sk: {
    title:
      'ai angl bc bl cca csc dipl doc dol ev gen hl hor judr kard kpt mgr mjr ml mudr napr nem npor nábr nám p phdr plk pod por pplk príp pí písm r red resp rndr rtm s sl spol st sv t.j t.z tj tzn tzv ul ust zast zn zv zák č čes čl',
    number: 'kap kol max obr ods odst roč s str tab tel tr zák § č čl',
    general: 'a.s s.r.o',
    measure: 'hod kč mil min mld n.l pr.n.l st tis',
    closing: 'apod atď',
    plain: 'dol gen hor kol pod por us',
  },
  sl: {
    title:
      'akad c dipl doc g ga gdč inž kap mag msgr npr oz polk por pribl r roj str sv t.i tel tj tki ul univ št',
    number: 'str tel čl št',
    measure: 'kg km min mio mrd sek st tis',
    closing: 'idr ipd itd',
    plain: 'kap por',
  },
  sv: {
    title:
      'adv ang avd bitr bl.a ca civ.ing d.v.s docent dvs enl ev exkl f.d f.n fig fil.dr forts fr fr.o.m hr i.st inkl inv jfr jur.kand kapt kl kyrkoh leg löjtn m.a.o med.dr nr o.d o.s.a ordf p.g.a pga prost resp riksd s s.k sekr st.f t.ex t.o.m tab tf utg vd övl',
    number: 'apr aug dec feb fn jan jul jun kap kl maj max min nov nr okt s sep sept tel ung §',
    measure: 'e.kr f.kr mdr milj',
    closing: 'e.d m.fl m.m mfl o.s.v osv',
    plain: 'ang',
  },
  ta: {
    title: 'டாக்டர் திரு பி லி',
  },
  tr: {
    title:
      'alb alm apt av bkz blv bnb bulv bşk cad d doç dr.öğr dt ecz fr gör haz hz hâk ilç kat koop krş köy m.s m.ö mah mev mim müh onb op org ort s san sav sit sn sok tic tğm uzm vb.g vet yay yb yrd yy yzb çev çvş ör örn öğr ütğm',
    number: 'd daire kat s tel',
    general: 'a.o a.ş ltd.şti san t.c tic şti',
    measure: 'yy',
    closing: 'vb vd vs',
    plain: 'alm apt av haz or org sok yay',
  },
  uk: {
    title:
      'акад англ арх архієп бл буд бул бульв в.о вт вул ген ген.-лейт гол гр д.т.н див доц журн зам засл зв к.т.н канд кв квт лат м макс митр наб напр нар нач нім о о.с обл од пл полк пор прим пров просп прот проф підполк р р-н р.х рр с с.-щ св сер смт ст т т.в.о т.зв т.т т.ін тзв тов у.о укр чл чл.-кор єп ім інж',
    number: 'бл вид від гл див кн мін п рис с ст стор т табл тел ч',
    general: 'екз кв л ос ст',
    measure: 'вт га год град грн кб квт кг км коп куб мб млн млрд н.е р рр сек тис трлн х хв шт экз',
    closing: 'т.д т.п та.ін ін',
    plain: 'вид ген див лат мін полк',
  },
  vi: {
    title:
      'bs cn gs gs.ts h hđnd kp ks lm ls p pgs pgs.ts q th.s ths thạc tp tp.hcm ts ts.bs tt tx ubnd x ô đ',
    closing: 'v.v',
  },
};
