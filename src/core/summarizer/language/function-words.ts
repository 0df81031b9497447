import { hashWord } from '../terms/scan-terms.ts';

/**
 * The commonest function words (articles, pronouns, prepositions, conjunctions, auxiliaries) of each language
 * written with letters and spaces. One list serves three purposes: telling languages apart, seeing that a
 * capital after an abbreviation begins a sentence, and keeping such words out of the keywords.
 *
 * Written by hand, commonest first; a list needs 40 to 90 words for all three purposes.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  af: 'die van en in is het dat nie te vir om sy op met wat ek as was hulle jy deur sal ook maar hy dit word een by aan uit kan ons hierdie haar toe na sou daar of so nog meer geen hierdie elke enige reg tot moet vry mag sonder',
  be: 'і ў не на што з да як для ён яна яны мы гэта ад за па аб але ці я у быў была было былі яго яе іх калі пры кожны мае права чалавек павінен толькі таксама ўсе можа або сваёй без які якая якія ва а',
  bg: 'и на в да се за от с не че по е са при което като или който която които към му им ѝ но той тя те то това този тази тези бъде бил беше ще след до през със без всеки има право трябва може както само също аз ние вие си ги го',
  bs: 'i u na je se da za su od s o koji koja koje kao ne ili iz po do biti ima svako pravo ali te što bez sa bio bila njegov njihov svoje mu ih kako kada samo treba',
  ca: 'de la i el en que a les els per un una amb no del és dels al seu seva es ha ser com o més ni són aquesta aquest pel tot tota tots persona dret també però sense qualsevol han llur entre ja sobre quan aquests altres va',
  cs: 'a v se na je že o s z i do k ve to pro jako za by po ale při od nebo jeho které který která jsou být má každý právo ani byl byla bylo byli není jen aby jejich tak také však pak než když podle což už před my on ona oni já vy co ji jej mezi své svou ze bez nikdo ke jak',
  cy: 'yn yr ar mae wedi bod am at gan ei eu gyda neu un ac nid oedd fel hawl bawb rhyddid hyn sydd drwy dros heb',
  da: 'og i at er en til det på af for den med som ikke de der har et han var fra om men vi sig kan ved jeg hun blev efter over mod skal også eller bliver da blive havde efter nu når mange have været hans hendes under ud deres siger år vil mere så ham enhver ret uden ingen hvor denne dette disse kun end skulle kunne hvis nogen sin sit sine hvad hvorfor hvem hvordan',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er sie wird aus bei nach einer am war werden um hat dass zum über haben einem einen oder sind so wie zur noch nur vor durch man aber sein wurde hatte kann ich wir seine ihre bis unter mehr seit gegen jeder recht keine diese dieser dieses wenn doch da ihr was wer wo denn jedoch dann dabei zudem',
  el: 'και το να του η της με που την από για τα είναι των σε ο οι στο θα τη στην τον τους δεν τις ένα μια ότι στη κάθε αυτό αλλά έχει ή όπως στις στα ήταν μας σας κατά μετά πρέπει καθένας δικαίωμα χωρίς μπορεί έχουν σαν αυτή αυτός αυτές αυτά αν πως όταν μόνο επίσης',
  en: 'i the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were her all she there would their we him been has when who will no more if out so said what up its about into than them can only other time some could these may then do first any my now such like our over me even most made after also did many before must through your where much should well people those just because how us while still yet however why here let perhaps although during since until meanwhile without within against between each every both another nobody everyone',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada eso ella ellos toda persona derecho según tras ante estas estos otros otra',
  et: 'ja on ei et see kui ka oma või mis ta kes ning selle oli aga nad siis igal inimesel õigus mitte tema nende olla seda peab võib iga nii kuid välja üle peale enne kõik ole saa mille ilma vastu',
  eu: 'eta da ez du dute bat izan ere edo eskubidea duen den dira egin guztiek bere baina dela beste dituen hori nahiz zuen ditu behar gizon hau horren arabera gabe dagoen',
  fi: 'ja on ei se että oli hän en mutta kun ovat niin myös joka jos jotka tai sekä mukaan ole sen ne mitä kuin vain hänen nyt jo olla voi tämä tässä siitä sitä ollut joka jonka jokaisella oikeus oikeudet hänellä heidän minä me te he joita ilman sillä itse sekä vielä kuitenkin koska siis lisäksi vuonna jälkeen ennen kanssa tämän näin',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux d l mais comme on tout nous sa fait été aussi leur bien peut ces y deux ses très ils elle être ont cette même sans lui donc entre depuis selon après avant c qu n s j alors ainsi chez dont où si contre sous je vous mon toute tous était avait cela encore puis quand',
  ga: 'agus an na ar le go do de bhí sé ní tá sin gach duine nó ag chun cheart as sa aige acu leis faoi atá mar',
  hr: 'i u na je se da za su od s o koji koja koje kao ne ili iz po do biti ima svatko pravo ali te što bez sa bio bila njegov njihov svoje mu ih kako kada samo treba tko nitko također može već još on ona oni',
  hu: 'a az és hogy nem is egy ez van volt meg de mint csak már ki még el minden vagy ha be kell lehet azt sem szerint ezt után közben mert majd aki amely akik amelyek való joga nélkül által pedig más saját egyes neki ő ők mi én te nincs alatt között így azonban illetve során két több ezek ennek',
  id: 'yang dan di dengan untuk tidak dari ini dalam itu pada adalah akan ke juga oleh sebagai dapat karena atau mereka telah ada saya orang hak setiap tersebut lebih bahwa bagi secara dia kami kita sudah bisa para seperti menjadi namun hanya antara atas tanpa setelah harus saat masih agar ia pun serta hingga belum kepada',
  is: 'og að í á er sem til ekki um við af með en það eru var fyrir hann hver rétt eða hún þeir skal frá því þess hans eftir maður allir þá sér hefur verið þeirra kann svo',
  it: 'di e il la che in un a per è una i sono con non del le si da al dei come più ma lo nel della anche gli ha alla o ed se delle dal su ad stato questo suo sua ogni individuo diritto suoi loro essere nella degli tra hanno dalla cui quale chi ne era ci due dopo prima senza così già quando sul mi io noi perché dell sia fra secondo questa questi ancora poi nei',
  lt: 'ir yra kad į iš su ne kaip už bet tai jo nuo jis turi kiekvienas teisę arba jų ar būti o dėl taip pat pagal buvo visi ji jie kuris be savo negali turėti žmogus visų kurie tik apie po prie',
  lv: 'un ir ar ka no uz par kas lai ne viņš vai tas arī bet kā savu pēc tiesības katram cilvēkam viņa jābūt nav šo bez to pie visiem tiek var tiem vienam šīs kuras kuru līdz',
  mk: 'и на во да се за од со не дека по е ги го кој која кои што како или но тој таа тие тоа овој оваа ова сите биде право секој човек има може без нивните неговите треба при',
  ms: 'dan yang di kepada untuk dengan dalam tidak itu ini oleh dari hendaklah berhak setiap orang adalah mereka atau sebagai pada akan hak bagi tiada sesiapa telah mana ia tersebut boleh juga semua kerana secara sama ada bahawa beliau manakala',
  mt: 'il li ta u fl fi għal minn ma huwa kull dritt bniedem hu għandu biex tal jew din dan hija bil mill f b',
  nb: 'og i det er på som en å til for av med at ikke de har den fra et han var om vi men seg jeg så kan hun ble skal etter sier også eller ved blir opp ut over bare vil mot der nå når være år dem man være hans hennes enhver rett uten ingen må mer denne dette disse noen da hvor hva selv kunne skulle hadde blitt enn siden sitt sin sine både få kommer deres under inn',
  nl: 'de van het een en in is dat op te zijn met voor die niet aan er om ook als bij hij door maar naar uit worden wordt was ze heeft over nog werd tot ik deze hebben kan je meer of dan zich we al geen zo haar dit wel had men tegen zij wil onder hun na veel ieder recht heeft onze wij worden zonder mag moet deze eigen toen daar wie omdat volgens waar',
  nn: 'og i det er på som ein å til for av med at ikkje dei har den frå eit han var om vi men seg eg så kan ho vart skal etter seier også eller ved blir kvar rett utan ingen må meir denne dette desse nokon då kva sjølv noko berre eigne vera kven',
  pl: 'i w na z się nie do to że jest o jak za po od dla przez co ale są czy być tym tego jako który które która jej jego ich oraz lub był było była roku może już tylko ma także ze te u tak każdy człowiek prawo przy ani każda innych pod przed jednak więc gdy kiedy ten ta my on ona oni ja bez aby swoje swego swojej wszyscy będzie został bardzo również',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm toda pessoa direito ter são onde segundo após ainda sobre este esta nós contra',
  ro: 'de și în a la cu nu pe care este din să se o un că pentru mai sau al ale au fost ca sunt prin orice persoană are dreptul dar ce sa său lui ei ei el ea acest această fi lor fără între după când cele cei cel toate ori nici dintre despre până fie ne le i s am foarte doar aceste acestei unei unui',
  ru: 'и в не на я что он с как это по но они к у из за то так все от о вы мы для его же бы ее был была было были или если уже до при только себя их когда еще также может нет тем чтобы этот эта эти того которые который которая ему ей под есть каждый человек имеет право должен без во со ли после через про где кто она им него года более',
  sk: 'a v sa na je že o s z i do k vo to pre ako za by po ale pri od alebo jeho ktoré ktorý ktorá sú byť má každý právo ani bol bola bolo boli nie len aby ich tak tiež však než keď podľa čo už pred my on ona oni ja vy medzi svoje svoju zo bez nikto ku tento táto toto',
  sl: 'in v je na da se za so z ki s ne od po pa bi kot ali do tudi ter vsakdo pravico ima kakor biti pri svoje brez njegove lahko le ni kdo nihče iz o vsi več ko bil bila njihove mora zaradi',
  sq: 'e të në dhe i për me që një nga është se ka nuk do drejtë gjithkush ose si kjo ky por janë tij edhe duhet pa të gjithë çdo njeri askush më',
  sr: 'и у на је се да за су од с о који која које као не или из по до бити има свако право али те што без са био била његов њихов своје му их како када само треба ниједан',
  sv: 'och i att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan man när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad få två vill ha många hur mer går sverige detta utan rätt envar varje hon dem honom henne sina sitt dessa denna någon ingen',
  sw: 'na ya wa kwa ni katika za la kila mtu ana haki ya kuwa cha au kama yake bila wote si hii hiyo watu ambayo pia vya nchi',
  tl: 'ng ang sa mga at na ay bawat tao may karapatan o kanyang hindi para ito kung nang isang lahat siya niya walang dapat pag',
  tr: 've bir bu da de için ile olarak çok en daha ne gibi kadar sonra var ama olan mi o ya her olduğu olduğunu ise ki değil hakkı hakkına şahıs hiç veya dolayı göre bunu tarafından diye kendi şey bütün iki ancak yok onun biz ben sen onlar şu önce üzere bunun böyle dedi oldu ederek eden etti arasında yeni',
  uk: 'і в не на що з до як за це та у від по він про але є для й його я ми вони вона чи їх так було був були бути може має право кожна кожен людина при або свої без які який яка якщо також щоб ж тільки коли вже після під із всі цього через між ні',
  vi: 'và của là có các được trong cho một người với không những này khi đã để đến từ ở ra vào cũng về như nhiều tại trên theo sẽ bị ông năm ngày phải sau đó rất mà hay thì lại còn do nên bà anh chị tôi họ chỉ mọi đều quyền hoặc bởi nào sự việc nước cần bất cứ hay tất cả hơn mình đang cùng biết thế nếu thể mỗi đối gia cách vì nhưng tới nay lên hai',
  yo: 'ní ti àti ó ni láti sí kan tí àwọn fún ẹ̀tọ́ rẹ̀ ènìyàn kò gbogbo bí tàbí wọn ṣe pẹ̀lú',
  ar: 'في من على إلى أن التي الذي عن مع هذا هذه كان كانت لا ما قد بعد كل أو ذلك بين لم كما حيث عند غير قبل حتى لكن هو هي وقد ولا ثم إن وفي ومن له به لها بها فيها فيه لكل شخص الحق هناك أنه أي خلال منذ',
  fa: 'و در به از که این را با است برای آن یک خود تا بر هم نیز شد می شود کرد ما باید هر او بود شده حق کس یا دارد اما های ها گفت اند کند پس اگر همه کنند',
  ur: 'کے کی میں کا اور سے ہے کو نے پر کہ یہ ہیں اس کہا بھی ایک تھا ان جو تھے تھی لیے گیا ہو کر وہ نہیں ہوئے شخص ہر حق جائے ہی تو یا اپنے اپنی بعد ساتھ تک کیا گی گا تاہم لیکن جس کسی رہے رہا',
  ps: 'د په او چې سره له ته کې دی هغه کړي شي دا یو هر حق څوک لري پر يا',
  ku: 'û bi ku di de ji li ne ev ew her mafê kes xwe yê ya yên bo an divê heye',
  ckb: 'و لە بۆ بە کە ئەو ئەم هەموو مافی کەس یان نییە هەبێت',
  hi: 'के का की है में और को से पर ने यह कि एक हैं भी नहीं वह जो इस हो कर लिए था थे थी या तो उन अपने किया गया तक साथ बाद अधिकार प्रत्येक व्यक्ति लेकिन कहा',
  mr: 'आणि आहे या व तो ती ते हे की मध्ये नाही होते असा केली प्रत्येक हक्क आहेत किंवा त्या आपल्या असे पण होता मी',
  ne: 'र को मा छ हरू ले लाई पनि गर्ने हुनेछ प्रत्येक व्यक्तिलाई अधिकार वा तथा यो भने हुन्छ गरेको',
  bn: 'ও এবং এই করে থেকে তার না জন্য একটি যে এ হয় তিনি করা হয়েছে সঙ্গে কিন্তু কোন আর বলে বা প্রত্যেকের অধিকার রয়েছে সকল নিয়ে তাঁর তাদের পর যা ছিল এর সে হবে কথা বলেন',
  he: 'של את על לא הוא כל זה עם אל היא או גם כי אדם זכות יש אם מן בין אך לפי הם אני אבל רק לו היה אשר כמו ידי זכאי לכל עוד מה כן זו לה הזכות שלא אלא בכל',
  ko: '이 그 수 등 및 또는 대한 있는 모든 것 위해 권리 가진다 있다 그리고 하지만 그는 이는 또 더 한 것이다 위한 할 있으며',
  kk: 'және мен бұл үшін бір да де болып бар құқығы әр адам немесе ол деп жоқ оның тиіс барлық',
};

interface FunctionWords {
  words: ReadonlySet<string>;
  hashes: Int32Array;
}

const known = new Map<string, FunctionWords>();

/** The list of a language as sets, made on first use; that of English when it has none of its own. */
function listOf(language: string): FunctionWords {
  let list = known.get(language);
  if (list === undefined) {
    const source = FUNCTION_WORDS[language === 'no' ? 'nb' : language] ?? FUNCTION_WORDS.en ?? '';
    const words = new Set(source.split(' '));
    list = { words, hashes: Int32Array.from(words, hashWord) };
    known.set(language, list);
  }
  return list;
}

export const functionWordsOf = (language: string): ReadonlySet<string> => listOf(language).words;

/** The function words as `scan-terms.ts` hashes them. */
export const functionHashesOf = (language: string): Int32Array => listOf(language).hashes;
