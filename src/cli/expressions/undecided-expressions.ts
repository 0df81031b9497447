/** An expression by its beginning, and texts that match it: one for each of its loops. */
interface Undecided {
  begins: string;
  examples: readonly string[];
}

/** Expressions that recheck's automaton does not decide within seconds; `pump-examples.ts` judges them. */
export const UNDECIDED: readonly Undecided[] = [
  {
    begins: '/^(?:(?:[\\u4e00-\\u9fff]{2,8}(?:社|网',
    examples: ['新华社北京5月3日电  (记者 甲乙丙)  :  ', '本报讯甲乙丙  ：  '],
  },
  {
    begins: '/^[(（[［【〈<](?:[^)）',
    examples: ['(甲乙ロイター丙)  -  ', '（甲乙日電）  -  ', '[甲乙丙讯]  甲乙丙 기자  =  '],
  },
  { begins: '/[.!?…][\\p{Pf}")]*\\s+(?=', examples: ['a.") B', '漢。'] },
  { begins: '/^(\\s*)([-+]|\\d+[.)])(?=\\s)', examples: ['  12. a', ' - a'] },
  { begins: '/^\\d{1,3}(?:[,–-]\\d{1,3})*(?=', examples: ['12,13–14 A'] },
  {
    begins: '/^\\W{0,3}(?:advert(?:isement)?s?|anzeige',
    examples: ['- Advertisement …', 'source: the paper', '3 of 12', 'all rights reserved by us (:'],
  },
  {
    begins: '/(?:^|;)\\s*(?:display\\s*:\\s*none|font-size',
    examples: [
      'a:b; display : none',
      'font-size : 0px ;',
      'text-indent : -9999',
      'clip : rect( 0 , 0',
      'clip-path : inset( 50%',
    ],
  },
  { begins: '/&(?=#?\\w+;)/g', examples: ['&#12;', 'a &amp; b'] },
  { begins: '/^\\[\\^([^\\]\\s]{1,100})\\]:', examples: ['[^note]: \ta'] },
  { begins: '/^(#{1,6}(?=\\s|$)|>', examples: ['## a', '=== ', '| :--\n', '- a\n+ b'] },
  { begins: "/(?<![\\p{L}\\p{N}'’-])(\\p{Lu}", examples: ["Ana B. C. de la Cruz-D'a Efg Hij"] },
  {
    begins: '/\\((?:[^()]{0,24}\\b)?(?:pictured',
    examples: ['(the man pictured on the left)', 'a photo  : b'],
  },
  { begins: '/^([\\w.-]+):([0-9a-f]{64})', examples: [`a.b-c:${'0'.repeat(64)}:read+write`] },
  {
    begins: '/[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff]+|',
    examples: ['ภาษาไทย', 'U.S.A.', 'don’t', '12 345 678', '1.234,5:6', '%'],
  },
  { begins: '/(?<![\\p{L}\\p{Nd}.,:-])\\p{Nd}+(?:[.,]', examples: [' 12.5,3 '] },
  { begins: '/(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}{2,}', examples: ['a, Bcde '] },
  { begins: "/(?<=[\\p{L}\\p{N},;:'’", examples: ['a Bcd1'] },
];
