import type { Article } from '../article/read-article.ts';
import { hashWord } from '../terms/scan-terms.ts';

/**
 * First words that lean on the sentence before: pronouns, demonstratives and connectives. English and French as
 * the project's definition of a dangling start lists them; the other lists follow the same plan.
 */
const DANGLING_STARTS: Readonly<Record<string, string>> = {
  en: 'he she it they his her hers its their this that these those but and or so yet however also then still meanwhile moreover furthermore instead otherwise therefore thus hence nevertheless',
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

/** Openings of several words that lean just as much. */
const DANGLING_PHRASES: Readonly<Record<string, RegExp>> = {
  en: /^(?:in (?:particular|addition|contrast|turn|response|fact|other words|the meantime|that case)|as (?:a result|such|well)|for (?:example|instance|this reason|that reason)|by (?:contrast|comparison)|at the same time|on the other hand|such (?:a|an|is|was|were|are)|both (?:of|men|women|sides|were|are|have|had)|neither|the (?:former|latter|pair|duo|couple|trio)|another (?:one|said|told)|(?:one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|few|several|none|all|half|others) (?:was|were|is|are|has|had|have|did|do|does|said|say|of (?:them|those|these|this|that))|by then)\b/iu,
  fr: /^(?:en (?:effet|outre|revanche|conséquence)|par (?:ailleurs|conséquent|exemple|contre)|de (?:plus|son côté|même|leur côté)|à l['’]inverse|au contraire|dans ce cas|pour autant|c['’]est|d['’]ailleurs|celui-ci|celle-ci|ceux-ci)(?![\p{L}])/iu,
  de: /^(?:zum beispiel|im gegensatz|darüber hinaus|auf der anderen seite|aus diesem grund|in der folge|im übrigen)(?![\p{L}])/iu,
  es: /^(?:por (?:ejemplo|otro lado|su parte|eso|lo tanto)|sin embargo|en cambio|de hecho|además)(?![\p{L}])/iu,
};

const hashes = new Map<string, ReadonlySet<number>>();

function hashesOf(language: string): ReadonlySet<number> {
  const known = hashes.get(language);
  if (known !== undefined) return known;
  const name = language === 'nn' || language === 'no' ? 'nb' : language;
  const words = DANGLING_STARTS[name]?.split(' ') ?? [];
  const set = new Set(words.map(hashWord));
  hashes.set(language, set);
  return set;
}

/** Marks the sentences that begin with a word that needs the sentence before them. */
export function markDangling({ starts, terms, table, language, sentences, arena }: Article): Uint8Array {
  const words = hashesOf(language);
  const phrases = DANGLING_PHRASES[language];
  const marks = arena.uint8(sentences.length);
  sentences.forEach(({ text }, sentence) => {
    const first = table.hashAt(terms[starts[sentence] as number] as number);
    if (words.has(first) || phrases?.test(text) === true) marks[sentence] = 1;
  });
  return marks;
}
