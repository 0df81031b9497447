/**
 * Words that tell languages apart beside the function words of `function-words.ts`: forms of every day of which
 * relatives write others ("nedelja", "nedjelja"), days, and the commonest words of languages that have no list there.
 * Written by hand, from the news of each language. A language of its own here is only told, so that its texts are not
 * taken for its neighbour's; `srl` is Serbian and `hilatn` Hindi in Latin letters.
 *
 * A source of `packed-words.json`, as `function-words.ts` is.
 */
export const TELLING_WORDS: Readonly<Record<string, string>> = {
  az: 'və bir bu da də üçün ilə olan olaraq edib edir edən onun onlar çox daha ki kimi sonra əvvəl görə isə var yox hər heç nə kim bələdiyyə çünki qədər dedi deyib bildirib tərəfindən ildə il nəfər azərbaycan başlayacaq edəcək olacaq olub bazar',
  bs: 'šta ko gdje općina sedmica sedmice sedmicu također djeca vrijeme mjesto decembru decembra februara februaru januara januaru hiljada hiljade predsjednik prije poslije ovdje ponedjeljak nedjelja niko neko uvijek eura kazao rekao će jer dok nije nisu historija porodica porodice porodici ponovo marta aprila augusta oktobra',
  ckb: 'لەگەڵ چونکە بوو دەکات دەکەن دەبێت هەروەها بەڵام ماوەی چوار سەر لەسەر دوای پێش کرد گوتی ناکات هەفتە شارەوانی تا ئەوە دەست',
  cs: 'protože kteří bude budou jsme jste jsem tento tato toto týdnů let lidí města město řekl řekla uvedl během čtyřech dva tři jeden ještě již neboť pondělí úterý středu čtvrtek pátek sobotu neděli',
  da: 'hej jer mig dig os noget alle kommunen lukker mandag uger meget fordi gør nogle',
  de: 'sagte dienstag montag mittwoch donnerstag freitag gewann',
  eo: 'la kaj de estas en al por ke ne kiu kiuj kio li ŝi ĝi ili ni sed el dum ĉar pri kun oni tio tiu tiuj ankaŭ estis estos pli post antaŭ inter tra sur je da unu du tri kvar dek',
  es: 'aquella aquel aquellos cual cuales quien quienes aunque mientras hace aquí allí menos mucho poco lunes martes miércoles jueves viernes sábado domingo será fueron dijo indica unos unas esa',
  et: 'sest mida keda üks kaks veel juba kus miks kuidas enam pärast all ütles tuleb meie teie neid teda sellest sellel kuni koos linna aasta aastal eile täna homme esmaspäeval teisipäeval kolmapäeval neljapäeval reedel laupäeval pühapäeval ütleb mullu uus uue juures asub nädalaks leidsid kestavad',
  fy: 'de it en fan is dat yn op foar mei net by ek troch hy sy ús wurdt binne wie har dy der om út nei oan as mar dit hat hawwe wol noch kin sa wat jier wike',
  gl: 'o a os as un unha de do da dos das no na nos nas ao á aos ás polo pola polos polas co coa cos coas e que non é son foi está están máis moi tamén xa cando despois antes desde entre porque pero este esta estes estas era seu súa súas seus ten teñen hai onde quen luns martes mércores xoves venres sábado domingo semanas concello será serán dixo ata onte hoxe',
  ha: 'da na a ta ya ne ce ba su shi don ko cikin daga zai sun an kuma wannan amma yana',
  hi: 'क्योंकि होगा करेगी करेगा गई मिली मिला',
  hilatn:
    'hai hain ki ke ka ko se mein me aur nahi nahin bhi kya yeh ye woh wo bahut tha thi the ho hoga kaise liye par pe ne kar raha rahi rahe tak kisi sab log kuch wale wala abhi jab toh to hum aap mera uska unka kaha bataya lekin kyunki raat saal din',
  hr: 'gdje općina tjedan tjedna tjedana djeca vrijeme mjesto prosincu veljače veljači siječnja siječnju tisuća predsjednik prije poslije ovdje ponedjeljak nedjelja netko uvijek tijekom eura kazao rekao će jer dok nije nisu ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca obitelji tvrtka ponovno',
  ht: 'a an yo nan pou ki li te ap ak pa mwen ou nou se gen sou fè men kap kat paske tout anpil moun yon epi sa la lè di pral jiska vil lendi timoun onz semèn ka poukisa',
  kk: 'бен пен сол олар біз сіз дейін кейін бастап туралы бойынша арқылы болды болады еді емес деді дейді екі төрт он әкім әкімі қала қаладағы облыс ауыл жыл жылы күні дүйсенбіден өйткені бірақ тағы қазақстан адамдар көп жаңа осы',
  ky: 'жана менен үчүн бул болгон болуп эле деп бир бар жок дагы кийин чейин анткени ал алар биз ар кыргыз шаар айтты боюнча',
  lb: 'de den d dem an a op ass mat fir vun vum net et hunn huet sinn gëtt ginn datt dat déi dës eng e en am um zu zum och wéi méi no iwwer awer wann well bei aus si hien seng hir hire eis ëm ze duerch nach nëmmen eelef gemeng méindeg lëtzebuerg sot bis',
  lt: 'nes ant per iki bus šis ši šie tas ta mes jūs kas kur kada jau dar labai daug metų metais sakė teigė vienas du trys keturiose pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį savaičių dienų miesto savivaldybė rado todėl tačiau kol kai jei',
  lv: 'pirms gan jo vēl jau tikai ļoti šis šī tā viņi mēs jūs kur kad bija būs būt gada gadā teica sacīja pilsētas pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien nedēļas nedēļām četros divi viens trīs',
  mn: 'нь бол ба байна юм энэ тэр хүн хот болон гэж байсан дээр хүртэл учир дөрвөн монгол',
  mr: 'होती करणार करण्यात यांनी साठी पासून कारण चार झाले झाली केले म्हणाले त्यांनी त्यांच्या सोमवारपासून दिवस लोक पूल हा ही तर मात्र असून येथे',
  nb: 'hei dere bli helga lurer deg meg oss noe alle sammen kommunen stenger mandag uker vært hvordan hvorfor fordi mye gjør',
  ne: 'छन् का की गर्नेछ भएको भएका किनभने किनकि तर त्यो चार हुने सोमबारदेखि नेपाल नगरपालिकाले लागि सँग बाट देखि थियो थिए गरे गरेका',
  oc: 'lo la los las de del dels que e un una en dins amb per son es pas mai aquel aquela aqueste aquesta aquò mas tanben foguèt èra an al als a sus entre quand fins perque coma tot tota nòstre lor qu l d s dempuèi diluns setmanas comuna aital vila',
  pt: 'aquela aquele porque segunda-feira terça-feira quarta-feira quinta-feira sexta-feira disse pode menos cada todos todas então assim',
  sk: 'pondelok utorok stredu štvrtok piatok sobotu nedeľu pretože ktorí bude budú sme ste som týždňov rokov ľudí mesta mesto povedal povedala uviedol počas štyroch dva tri jeden ešte lebo',
  sl: 'bo bodo bili smo ste kaj kje kdaj zakaj ker saj tako zelo še samo letu leta tednov ponedeljek torek sredo četrtek petek soboto nedeljo mesta občina dejal dejala povedal med pred ob nad štirih tri dva eden',
  so: 'iyo ku ka oo waa uu ay la in u si ah ee ugu waxaa waxay kala soo laga lagu waxa isaga magaalada',
  srl: 'i u na je se da za su od s o koji koja koje kao ne ili iz po do biti ima svako pravo ali te što bez sa bio bila njegov njihov svoje mu ih kako kada samo treba šta ko gde opština opštine opštini nedelja nedelje nedelju ponedeljak takođe deca dece vreme mesto mesta decembru decembra februara februaru januara hiljada hiljade predsednik pre posle ovde niko neko uvek evra kazao rekao će jer dok nije nisu porodica svet reč celo deo zahtev uopšte beograd beogradu srbija srbije srbiji saopštio saopštila ponovo marta aprila avgusta oktobra zato',
  sw: 'baada kabla mji wiki jumatatu alisema kwamba lakini hadi',
  tg: 'ва дар ба аз ки барои ин он бо то як аст буд шуд мешавад мекунад низ ҳам ҳар зеро онҳо вай мо шумо дигар баъд пеш аммо вале чор ёфтанд',
  tr: 'çünkü pazartesi salı çarşamba perşembe cuma cumartesi pazar günü hafta yıl yılında yılı belediye başkanı söyledi açıkladı bulundu edildi edilecek olacak dört on üç bin milyon kişi kentte ilçe içinde kendisi ardından bile hem nasıl neden',
  tt: 'һәм белән өчен бу ул бер дә да булган дип иде бар юк соң кадәр чөнки алар без һәр шәһәр әйтте татар',
  uk: 'тому бо адже щоби чому де тут там цей ця ці тиждень тижнів року роках сказав сказала люди людей міста місто понеділок вівторок середу четвер пятницю суботу неділю чотирьох два три один ще лише проте однак нині буде будуть закриє',
  uz: 'va bilan uchun bu bir ham shu ular o‘z u bo‘lgan bo‘lib qilish qildi edi esa kerak haqida so‘ng yil yilda keyin ko‘prik dedi lekin chunki har',
  zu: 'ukuthi futhi kanye noma uma ngoba yokuthi kodwa lapho kusho umuntu abantu ukuze njengoba ngesikhathi',
};
