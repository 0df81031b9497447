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
  title: 'mr mrs ms dr prof st mt skt mme mlle sr sra ing arch gen col lt maj capt sgt vs viz cf i.e e.g',
  number: 'rs no nr nos n° nº № p pp fig vol art ch sec ed',
  general: 'inc ltd co corp jr llc plc gmbh ph.d u.s u.k u.s.a e.u u.n d.c',
  closing: 'etc',
};

export const ABBREVIATIONS: Readonly<Record<string, AbbreviationList>> = {
  af: {
    title: 'mnr mev mej ds adv regter genl kol kapt bv nl d.w.s m.b.t ca asb',
    number: 'bl tel',
    general: 'bpk edms',
    closing: 'ens e.a',
  },
  ar: {
    title: 'د أ م ا.د ص ت هـ أ.د م.م ش.م.ك',
    general: 'م هـ ق.م إلخ',
  },
  bg: {
    title:
      'г-н г-жа д-р проф доц акад инж арх ул бул пл обл гр с т.е т.г т.нар напр ген полк св ок кв вкл изм н.с прев г подп о.з кап лейт серж ж.к бл вх ет ап общ зам нач пом изп р н.в к.с отец',
    number: 'с т ок рис табл гл тел чл ал стр мин макс вж ср г',
    general: 'ст ч',
    measure: 'лв млн млрд хил км м пр.н.е н.е пр.хр сл.хр г',
    closing: 'др и.др т.н пр',
    plain: 'ген полк',
  },
  bn: {
    title: 'ডা ড মো মোঃ প্রফ লি প্রা মি রেজি ইঞ্জি অ্যাড',
    number: 'নং পৃ',
  },
  ca: {
    title: 'dra sta av pl c pàg p.ex núm tel ex mn mons ds gral cnel arq enga enginy excm il·lm pg pça ctra',
    number: 'núm pàg',
    general: 's.a s.l',
  },
  cs: {
    title:
      'p pí sl mudr judr phdr mgr bc doc rndr phmr thdr csc drsc gen plk kpt por ul nám tř sv např tzv tj tzn cca č čj čl s r mj resp popř ap atp event písm red zvl mjr pplk npor rtm srv st spol ppor škpt rtn prap nadpor let zn sídl nábř náb zast místost předs kard arcib dipl mga mba ph.d ing.arch ml',
    number: 'p č.p č čl s § str kap tab obr tel odst max roč příp ved',
    general: 's.r.o a.s',
    measure: 'mil mld tis hod kč min n.l př.n.l st',
    closing: 'atd apod aj',
    plain: 'por gen dle pod ved',
  },
  da: {
    title:
      'hr fr frk adv ca bl.a f.eks fx pga mht ift inkl ekskl evt iflg jf kgl sct vedr ang dvs m.fl p.t p.g.a s.k t.h t.v vha afd alm angl anm cand civ cpr d.å eks e.l eng fhv f forf forts foreg gr grdl gæld hhv hovedgr ibid iht ifm init itk j.nr jur jvf lic m.a.o mfl mv obl obs ovf p.m p.n pl polit ps r.t s.d sv th tilh tlfsv ult v vet vol udg uds dept u.st cvr bl a.m kbh frb cand.mag cand.jur ltn kpt bisp provst adj lekt stud dir fmd formand kmd red',
    number:
      'maj s § feb ret jul tv sig mar apr aug jan jun sept sep okt nov dec div fm lat niv sml spec plur følg fork kl tlf indt',
    measure: 'a.m p.m mio mia pct stk sek f.kr e.kr',
    closing: 'osv o.s.v m.v m.m o.l',
  },
  de: {
    title:
      'hr fr med dipl mag abschn allg bspw ca d.h dgl ehem einschl etw evtl ff frl geb gegr ggf ggü inkl insb kath ev lfd mio mrd mtl nachm num od phil rer nat s.a s.o s.u sog stv u.a u.ä u.u v.a vgl vorm z.b z.t z.z zit zzgl zus zz i.d.r i.a i.v jährl iur jur theol hon habil urspr usf adr betr bibl bzgl co exkl fa hrsg jr kl stellv vors az ziff rn rdnr tsd std min pkt gem eigtl ggfs ausschl mdl schriftl hptst reg bgm ltd dir präs gf ra oblt hptm gefr uffz pfr sen jun hl abk alias anm aufl ausg bearb beil bez bgld brosch dt engl frz ital span lat griech nördl südl östl westl kgl prot röm sel verh verw led v.h p.a o.g v.l n.r i.h.v m.e z.hd p.m o.ä s.g bzw u',
    number:
      's bd abb § jan feb febr mär apr jul aug sep okt nov dez max min abs kap vers tel tab str sept bes abt jun ziff pkt rn rdnr az seite teil bl',
    general: 'mio mrd std sek co kg u.ä o.ä inh jr sen a.d e.v e.g v.d o.j',
    measure: 'jh jhd v.chr n.chr chr',
    closing: 'usw u.s.w u.v.m',
    plain: 'mag fest not hon od co sog vers u',
  },
  el: {
    title:
      'κ κα κος δρ καθ αρ αριθ σελ κεφ π.χ δηλ βλ πρβλ τηλ οδ λεωφ εκ δισ στρ αγ μ.μ π.μ υπ χιλ κ.κ αρχ επισκ μητρ γεν πλ ν κων γ.γ σ.σ δημ βουλ ταξ αστ',
    number: 'αρ αριθ σελ κεφ τηλ',
    general: 'α.ε ε.ε μ.χ π.χρ',
    closing: 'κ.λπ κλπ κ.ά κ.α',
  },
  en: {
    title:
      'mr mrs ms messrs mx dr drs prof profs rev fr hon sen sens rep reps gov govs gen col lt maj capt cpt cmdr sgt cpl pvt adm pres supt det insp st ste mt ft.lt ft vs v viz cf e.g i.e eg ie approx dept univ assn bros atty gens sgts comdr msgr amb est pt ave blvd adj adv asst brig ens hosp mlle mme op ord pfc ph phd resp rs sfc treas cert ca c al spc ald lance cpo msgt ssgt tsgt radm vadm archbp bp dir sec comm commr dist mssrs lt.col lt.gov cllr coun dn rt esq mdme master',
    number:
      'no nos n° nº № p pp fig figs vol vols art arts ch chs sec secs eq ex ext jan feb mar apr jun jul aug sep sept oct nov dec rs tel box § max pg pgs para paras ver vs app fn tbl approx lot rte apt ste bldg rm flt hwy inv',
    general:
      'inc ltd co corp jr sr esq llc plc ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n u.s.a e.u d.c n.y l.a b.a b.s m.a m.b.a r.n d.d.s mfg med ala ariz ark calif cal colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex ut vt va wash wis wyo alta ont que dist tues thu thurs fri mon wed sat sun min avg pct temp misc dept est bldg apt fwd ret pty pvt bros intl natl univ assoc u.a.e d.r a.k.a',
    measure:
      'a.m p.m am.pm a.d b.c b.c.e c.e lb lbs oz ft mi yd yds sq kg km cm mm hrs hr mins secs fl ph.d ll.d ll.m m.d j.d d.d m.p ne nw se sw n.e n.w s.e s.w gal qt pt mph',
    closing: 'etc',
    plain:
      'in no a me so do am may art fig pa la mo ill ind mass wash miss sat sun mar jun ga id med mon fri ore p tom min max pol ark cal conn del tex temp col gen gens rep reps sen sens gov op ed apt hon bros ext ens brig mag supt lit sec hosp cert ch vol tenn tel yd box asst adm adv al ms ave wis cart ala mt',
  },
  es: {
    title:
      'srta sres sras dra drs profa lic arq gral cnel tte gob d dña fr sto sta avda av ctra p.ej ej aprox depto dpto izq dcha excmo ilmo mons hno hnos cía vda núm cra admón ntra trad v.gr ud uds vd vds rda excma ee c mtra mtro cp ayto ayunt arzob alc blvd bldv calz carr cd cmdte comte cptán cte dip edo fco fdez fedo gdor hdez lcda lcdo mtz nro p.d pbro pdte pdta phd pres presb proc profr psic pte pza sgto sec soc srita univ urb edif esc excmos sen mz gzlez rgto ap ff.aa',
    number:
      'núm ext mar cap máx mín ene feb abr ago sept oct nov dic lun mié jue vie sáb tel pág págs párrf vid',
    general:
      's.a s.l ee.uu ff.aa ltda cía j.c aa.vv rr.hh cc.aa jj.oo c.v uu ee.uu.aa m.n s.c s.r.l s.a.s s.a.b',
    measure: 'd.c a.c',
    plain: 'don sol',
  },
  et: {
    title: 'nt hr pr prl dots akad kpt ltn mjr kol kin ins mag v.a s.t s.o e tel mnt pst tn lk vt vrd ca jm',
    number: 'tel lk',
    measure: 'mln mld tuh min sek eur km kg saj ekr pkr',
    closing: 'jne jms jt',
    plain: 'tuh',
  },
  fa: {
    title: 'دکتر ص م مهندس آیت‌الله ح ه.ش ه.ق',
    general: 'ق.م م',
  },
  fi: {
    title:
      'hra rva nti esim ns mm eli nk ts vrt ks synt k noin tri fil maist ltn evp toim huom ko os sis tuo em ent os.vrt virk fil.toht lääk toht apul dos yht apt n.s t.s eräp kapt luutn evl kers alik',
    number: 'nro klo puh s n',
    general: 'ao ko oyj ay ky',
    measure: 'milj mrd jkr ekr',
    closing: 'jne ym yms',
  },
  fr: {
    title:
      'm mm mmes mlles me mgr pr ste sté éd apr av mss p.ex c.-à-d adj adm auj boul bd hab cdt gén lt-col cne cap mgrs vve fg fbg pl rte ch all imp profs jean-p j.-m m.-c p.-y j.-p j.-l j.-c',
    number: 'chap tél coll ex sept oct nov janv févr juil déc env bull ms t',
    general: 'sr cie s.a ll.aa.ii.rr l.r',
    measure: 'j.-c',
    plain: 'me pr',
  },
  gu: {
    title: 'ડો શ્રી પ્રો લિ પ્રા',
  },
  he: {
    title: 'ד״ר פרופ׳ מר גב׳ עו״ד רח׳ שד׳ מס׳',
  },
  hi: {
    title: 'डॉ श्री प्रो रु श्रीमती प्रा लि जि पं मो सं इंजी कु ए बी सी डी एम के आर एस पी',
  },
  hr: {
    title:
      'dr doc dipl g gđa gđica gosp sv ul trg br str npr tzv tj odn inž akad puk kap por nar don fra mons vlč o.g sl usp v god st ž m r.br tel',
    number: 'br str čl st sl tel god',
    measure: 'mil mlrd tis kn eur min sek km kg god st',
    closing: 'itd i.dr dr sl',
    plain: 'don sl st trg por',
  },
  hu: {
    title:
      'ifj id özv kb pl ill ún u n u.n vö ld bp szt kft hrsz s.k szerk ford vmint ua uo em fszt sz alez ezr szds fhdgy hdgy őrgy őrm vezérőrgy pol.m polgm ref ev kat r.k g.k ker krt tér megye jún júl jan febr márc ápr aug szept okt nov dec vm biz mb',
    number: 'kb old köt tel max min sz jan febr márc ápr máj jún júl aug szept okt nov dec',
    general: 'kft rt bt zrt nyrt i.e i.sz kr.e kr.u',
    measure: 'sz',
    closing: 'stb',
    plain: 'út ut ford em köt',
  },
  hy: {
    title: 'դ պրոֆ ակադ',
  },
  id: {
    title:
      'ir drs h hj tn ny jl no hlm a.n s.d d.a u.p tgl kec kab kel kep prov gg rt rw drg sdr sdri pdt kol letjen mayjen brigjen kombes kompol akp ipda iptu kh ust tgk bp ibu k.h s.h s.e m.m m.si ph.d',
    number: 'no hlm',
    general: 'tbk pt cv s.h s.e m.m m.si',
    closing: 'dll dsb dst dkk',
  },
  is: {
    title: 'hr frú sbr þ.e þ.e.a.s t.d o.fl s.s a.m.k u.þ.b ca skv m.a nr bls kl tel f m s.k þ.m.t',
    number: 'nr bls kl gr',
    measure: 'm.kr kr f.kr e.kr km kg mín sek',
    closing: 'o.s.frv o.fl',
    plain: 'gr kl',
  },
  it: {
    title:
      'sig sigg sig.ra sig.na sig.ri dott dott.ssa prof.ssa avv geom rag on sen col mons san s ss es p.es pag pagg ca cfr n ecc.mo egr spett gent ill.mo on.le p.zza v.le c.so l.go rev ten co cav comm ed psicol dir amm fraz loc prov min soc coop cod d.lgs d.l d.p.r l.r pres cons ass onn brig magg gen.le cap.no serg mar.llo ten.te col.lo vicep uff p.i p.ti spett.le fam f.lli v.lo vic str p.le b.go c.da avv.to cons.re pref sind rev.do card arc arch.tto s.e parr ill',
    number:
      'n pag pagg cap tel gen feb mar apr mag giu lug ago sett ott nov dic lun merc giov ven sab dom all tav cit n.ro comma par sez cod',
    general: 's.p.a s.r.l co c.c p.i s.a.s',
    measure: 'd.c a.c',
    closing: 'ecc',
    plain: 'col ten san es',
  },
  kk: {
    title: 'т б.з.б б.з т.б т.с.с проф акад ғ ж жж қ обл ауд м',
    number: 'б',
    general: 'т.б т.с.с ғ ж б',
  },
  lt: {
    title:
      'pvz gyd doc akad inž vyr plk kpt ltn mjr vysk kun adv mok aut red pav vok angl rus lot kt vad pan šv ul g pr al a kr skv mstl vlsč sav apskr raj tel faks t.y y e b val',
    number: 'tel psl str d m',
    measure: 'mln mlrd tūkst eur lt val min sek km kg mėn proc',
    closing: 'kt pan t.t',
    plain: 'kun red',
  },
  lv: {
    title:
      'piem doc akad inž plkv ltn ģen kpt kr iel bulv pr prosp l dz apr nov pag tālr tel resp saīsin t.i t.s sk att red vad biedr',
    number: 'tel lpp att tab sk',
    measure: 'milj mljrd tūkst min sek km kg gs',
    closing: 'utt u.c u.tml tml',
    plain: 'red pag',
  },
  ml: {
    title: 'ഡോ മി പ്രൊ ശ്രീ കെ പി',
  },
  mr: {
    title: 'डॉ श्री प्रा रु श्रीमती प्रो जि ता मु पो लि अॅड इंजि सौ कु पं',
  },
  nb: {
    title:
      'hr fr frk adv ca bl.a f.eks pga mht ift inkl ekskl evt iflg jf kgl vedr ang dvs m.fl p.t p.g.a s.k gt fhv forts avd red ev f m.h.t o.a jfr cand ltn kpt obl bp res kap siv.ing cand.mag cand.jur stip førsteam o.l dir resp',
    number: 'maj s § jan feb apr jun jul aug sep sept okt nov des min sen maks kap utg kl tlf mag',
    measure: 'mill mrd f.kr e.kr',
    closing: 'osv o.s.v m.v m.m mv o.l',
    plain: 'red',
  },
  ne: {
    title: 'डा श्री प्रा प्रो लि नं रु इ पं',
  },
  nl: {
    title:
      'dhr mevr mw drs ir ds jhr ca bijv bv nl m.b.t i.v.m o.a d.w.z t.a.v a.d.h.v m.a.w n.a.v t/m incl excl resp vgl zgn jl afd gebr fam i.p.v m.i.v t.o.v w.o mgr pastoor kol kpt burg weth min stas mej hr bc bacc aant afb bijl dgl e.a evt exkl ged hfdst i.h.b i.o inz jg jur lic lt.kol n.o.t off ong opm p.a plv r.k red tek t.g.v uitg voorz z.o.z z.g.a.n secr',
    number: 'nrs jan feb apr jun jul aug sep sept okt nov dec tel max blz ll',
    general: 'n.v b.v',
    measure: 'mln mld min v.chr n.chr',
    closing: 'enz e.d e.a',
    plain: 'jan fam bel',
  },
  pl: {
    title:
      'p mgr inż hab doc gen płk kpt por ul al pl św ks bp abp np tj tzn tzw m.in ok ds dot gł im in it lic mies mjr nt ob płd płn pt red rtm sierż ur woj wsp zob cd cdn daw dyr dz ew inc j jw kl k.k lp mec mkw nb nw oprac ps poj prok pw reż rys sygn szt ub um wlk wyd zm z.o.o o.o k.p.a k.c obr r w godz s os min kard o s.p śp dh pdh zast nacz wicemin rzecz pos sen gosp ppłk ppor mł asp nadkom podinsp insp kom szer sekr przew wicepr r.pr adw not dypl kmdr płk.pil gen.bryg rozdz',
    number: 'ok str ust pkt poz cz max tel godz r s',
    general: 'ww',
    measure: 'tys mln mld proc zł gr n.e p.n.e a.o r w godz s os min',
    closing: 'itd itp',
    plain: 'pan im por red tys lit gen',
  },
  pt: {
    title:
      'srs sras srta dra drs profa eng arq exmo exma gen cel ten av pç r sto sta p.ex aprox dep gov núm ltda cia des min pe profª drª srª sen ver pres vereador exmos ilmo ilma mons fr irmã gal alm brig cb sd al rod rua lgo trav jd vl pq ed bl apto cj enga adv cons conselh sec desa',
    number: 'núm págs ex tel cap pág km fls fl rg cpf cel',
    general: 's.a ltda e.u.a cia',
    measure: 'd.c a.c',
    plain: 'gen cap ten cel',
  },
  ro: {
    title:
      'dl d-l dna d-na dra av gen ec str bd bl sc et ap p jud aprox cca ex sf arh jur lt.col plt plut serg comis insp subinsp pr mons ps î.p.s p.s șos bd-ul cal int sect com sat mun dep sen min dir fost',
    number: 'p loc cap tel pag alin lit',
    general: 's.a s.r.l ş.a ș.a î.hr d.hr',
    plain: 'gen ap et',
  },
  ru: {
    title:
      'гр д и.о ул пл пр просп пер корп обл р-н ст им проф акад доц докт канд чл-корр инж св преп архим т.е т.н т.к т.о т.д.п тов ср напр прим ок макс зам зав нач ген полк подп кап лейт серж адм авт англ нем фр лат греч бульв наб пос дер с.г к.м.н д.м.н факс т.з пгт ред изд вып соч собр н.э.е х тчк яз физ хим биол рт г гг в вв арх гос воен дир муп гуп мкр мкрн ст.-лейт ген.-лейт ген.-майор подполк прап ефр протоиер свящ еп архиеп митр зам.пред врио к.э.н д.э.н к.т.н д.т.н ш б-р зд оф кв эт ком жен муж рожд р ур сокр букв перен разг устар см',
    number: 'n с т тт ст п кн вып ок рис табл гл тел стр пп г гг',
    general: 'пр т.с р',
    measure:
      'млн млрд тыс трлн руб долл коп сек мин час км кг м см мм га кв куб шт экз чел л ч н.э до.н.э г гг в вв',
    closing: 'др проч и.т.д т.д т.п',
    plain: 'ген полк кап хим физ лит час нем бар лат серж',
  },
  sk: {
    title:
      'p pí sl mudr judr phdr mgr bc doc rndr csc gen plk kpt por ul nám sv napr tzv tj tzn cca č čl s r resp príp písm ai mjr pplk npor t.j t.z hl dol hor pod zv zák ust bl zn čes angl nem ev st spol dipl rtm zast red kard ml nábr',
    number: 'č čl s § zák str kap tab obr tel ods odst max roč kol tr',
    general: 'a.s s.r.o',
    measure: 'mil mld tis hod kč min n.l pr.n.l st',
    closing: 'atď apod',
    plain: 'por gen pod dol hor kol us',
  },
  sl: {
    title:
      'mag doc dipl inž univ g ga gdč sv ul c npr tj tki t.i oz akad polk kap por msgr št str tel r roj pribl',
    number: 'št str čl tel',
    measure: 'mio mrd tis min sek km kg st',
    closing: 'itd ipd idr',
    plain: 'por kap',
  },
  sv: {
    title:
      'hr fr adv ca bl.a t.ex dvs d.v.s p.g.a pga m.a.o s.k f.d inkl exkl ev enl jfr resp ang avd forts tf t.o.m fr.o.m o.d i.st utg docent riksd st.f f.n bitr ordf sekr kapt löjtn övl prost kyrkoh civ.ing jur.kand fil.dr med.dr o.s.a leg vd fig inv kl nr s tab',
    number: 'maj s § jan feb apr jun jul aug sep sept okt nov dec max min kap tel nr kl ung fn',
    measure: 'milj mdr f.kr e.kr',
    closing: 'osv o.s.v m.m m.fl mfl e.d',
    plain: 'ang',
  },
  ta: {
    title: 'டாக்டர் திரு பி லி',
  },
  tr: {
    title:
      'sn doç yrd öğr gör av müh mim uzm alb bşk org cad sok mah apt hz bkz çev haz yay vb.g krş s ör örn ort alm fr yy op ecz vet dt hâk sav yb bnb yzb ütğm tğm çvş onb kat d blv bulv köy ilç mev koop tic san sit dr.öğr m.ö m.s',
    number: 's tel kat d daire',
    general: 'a.ş şti t.c san tic ltd.şti a.o',
    measure: 'yy',
    closing: 'vb vs vd',
    plain: 'av haz yay sok org apt alm or',
  },
  uk: {
    title:
      'м с вул пл просп бул пров обл р-н ст ім проф акад доц канд чл чл.-кор інж св напр прим бл макс зам ген полк сер тов т.зв т.т т.ін тзв журн укр англ нім лат од гр кв буд квт у.о р.х о т зв вт р рр арх смт с.-щ бульв наб о.с прот єп архієп митр нач ген.-лейт підполк засл нар в.о т.в.о к.т.н д.т.н див пор гол',
    number: 'с т ст п ч кн бл від рис табл гл тел стор мін вид див',
    general: 'ст кв екз ос л',
    measure: 'млн млрд тис трлн коп сек хв год км кг га куб шт экз град грн вт квт кб мб х н.е р рр',
    closing: 'ін та.ін т.д т.п',
    plain: 'ген вид див лат мін полк',
  },
  vi: {
    title:
      'ts pgs gs ths tp tx tt q p bs ks ls đ ô ts.bs pgs.ts gs.ts ubnd tp.hcm th.s thạc cn lm hđnd h x kp',
    closing: 'v.v',
  },
};
