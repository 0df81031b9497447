import type { LinkedPage } from './linked-pages.ts';

interface HardPage {
  language: string;
  title: string;
  /** Style sheet of the page. */
  css?: string;
  /** What stands above the article. */
  above?: string;
  article: string;
}

const TAIL =
  '<p>The works begin in March and end before the summer, the engineers said. Nobody has yet counted what the town will lose in trade. A second report is due when the snow has gone.</p><p>Until then the old road stays open at night. Lorries have to go round by the quarry. The mayor wants to hear from everybody who lives there.</p>';

/** Pages with what ends a browser's search within a sentence, or leads it to other words first. */
const HARD_PAGES: Readonly<Record<string, HardPage>> = {
  'drop-cap-in-a-span': {
    language: 'en',
    title: 'The bridge that leans',
    css: '.big{float:left;font-size:60px;line-height:1}',
    article: `<p><span class="big">T</span>he bridge at Orrin leans by two more inches every winter, and the town has asked for a new one. Masons looked at it on Friday.</p>${TAIL}`,
  },
  'drop-cap-by-theme': {
    language: 'en',
    title: 'The bridge that leans',
    css: '.has-drop-cap:not(:focus)::first-letter{float:left;font-size:5em;line-height:.7}',
    article: `<p class="has-drop-cap">An old bridge at Orrin leans by two more inches every winter. Masons looked at it on Friday.</p>${TAIL}`,
  },
  'first-letter-of-first-paragraph': {
    language: 'en',
    title: 'The bridge that leans',
    css: '.story > p:first-of-type::first-letter{float:left;font-size:60px;line-height:1}',
    article: `<div class="story"><p>One bridge at Orrin leans by two more inches every winter. Masons looked at it on Friday.</p>${TAIL}</div>`,
  },
  'line-breaks': {
    language: 'en',
    title: 'What the masons found',
    article: `<p>The masons counted nineteen<br>loose stones on Friday.<br>They marked each of them<br />with white paint.</p><p>Nobody was allowed<br>to stand below. It rained all day.</p>${TAIL}`,
  },
  'struck-out': {
    language: 'en',
    title: 'What the bridge costs',
    article: `<p>The new bridge will cost <del>four</del> <ins>five</ins> million crowns, the council said. It <s>denied</s> confirmed that the price had risen. <del>Nobody asked.</del> A loan pays for most of it.</p>${TAIL}`,
  },
  'raised-and-lowered': {
    language: 'en',
    title: 'What the air holds',
    article: `<p>The valley gives off 10<sup>6</sup> tonnes of CO<sub>2</sub> in a year. Its roads carry most of it<sup id="r1"><a href="#n1">1</a></sup> into the town. The field behind the mill has 40 m<sup>2</sup> of moss.<sup><a href="#n2">2</a></sup> It was the 2<sup>nd</sup> count since June.</p>${TAIL}`,
  },
  formulas: {
    language: 'en',
    title: 'How the arch carries',
    article: `<p>The load on the arch is <math><mi>q</mi><mo>=</mo><mn>2</mn></math> tonnes for each metre of road. With <math><mi>h</mi><mo>=</mo><mn>3</mn></math> it holds a train. The engineers wrote <math><mi>q</mi></math>.</p>${TAIL}`,
  },
  ruby: {
    language: 'ja',
    title: '橋が傾く',
    article:
      '<p><ruby>織林<rt>おりばやし</rt></ruby>の橋は毎年冬に五センチずつ傾いており、町は新しい橋を求めている。石工が金曜日に<ruby>橋脚<rp>（</rp><rt>きょうきゃく</rt><rp>）</rp></ruby>を調べた。</p><p>町議会は来月に費用を決める予定だ。工事は三月に始まり、夏の前に<ruby>終<rt>お</rt></ruby>わる見込みである。トラックは採石場を回らなければならない。</p>',
  },
  'boxes-within-words': {
    language: 'en',
    title: 'Who pays for the bridge',
    css: '.tag{display:inline-block;padding:0 4px}.pill{display:inline-flex}',
    article: `<p><a class="tag" href="/orrin">Orrin</a> pays half of the price of the bridge, and the county pays the rest. The council met <span class="pill">on Tuesday</span> in the old school. <span class="tag">Farmers</span> asked for a wider road across it. They got <b style="display:inline-block">a promise.</b> Nobody wrote it down.</p>${TAIL}`,
  },
  'buttons-and-pictures': {
    language: 'en',
    title: 'Who pays for the bridge',
    article: `<p>The county keeps a reserve<button>?</button> for bridges of this kind. It was last used <img src="data:," alt="" width="8" height="8"> in the year of the flood. The mill<svg width="8" height="8"></svg> stood empty then.</p>${TAIL}`,
  },
  teaser: {
    language: 'en',
    title: 'The ferry stops',
    above:
      '<aside><a href="/a">The ferry to Orrin stops on Monday, and a bus will take its place until the ice has gone.</a> <a href="/b">Tickets cost four crowns, and children go for nothing.</a></aside>',
    article: `<p>The ferry to Orrin stops on Monday, and a bus will take its place until the ice has gone. The captain is not surprised.</p><p>The bus goes every hour from the church. Tickets cost four crowns, and children go for nothing. A second bus waits for the train.</p>${TAIL}`,
  },
  'lead-said-twice': {
    language: 'en',
    title: 'The ferry stops',
    above: '<nav><a href="/">The ferry stops</a> <a href="/x">Nobody was hurt</a></nav>',
    article: `<p class="intro">The ferry to Orrin stops on Monday for nine weeks.</p><p>The ferry to Orrin stops on Monday for nine weeks. The captain is not surprised. Nobody was hurt.</p><blockquote class="pullquote">“I have seen thicker ice”</blockquote><p>“I have seen thicker ice,” the captain said. “I have seen thicker ice.” He has steered the ferry since 1998.</p>${TAIL}`,
  },
  'headline-said-again': {
    language: 'en',
    title: 'Ferry to Orrin stops for nine weeks',
    above: '<h2><a href="/x">Ferry to Orrin stops for nine weeks</a></h2>',
    article: `<p>The captain read the note aloud. Ferry to Orrin stops for nine weeks, it said. The crew went home.</p>${TAIL}`,
  },
  'letters-of-one-base': {
    language: 'de',
    title: 'Straßen in Orrin',
    above: '<aside><a href="/x">DIE STRASSE NACH ORRIN IST SEIT MONTAG GESPERRT.</a></aside>',
    article:
      '<p>Der Bürgermeister kam am Abend. Die Straße nach Orrin ist seit Montag gesperrt. Wer zur Mühle will, geht zu Fuß über den alten Damm.</p><p>„Niemand fährt“, sagte er. "Niemand fährt", schrieb auch die Zeitung. Øle Lødz wohnt am Damm. Ole Lodz wohnt am Markt. Der Rat tagt im März über die Kosten der Brücke.</p>',
  },
  'soft-hyphens': {
    language: 'de',
    title: 'Damm und Brücke',
    article:
      '<p>Der Straßen&shy;bau&shy;träger prüft den Damm&shy;weg nach Orrin seit Montag. Die Brü&#8203;cke trägt noch&nbsp;12&#8239;Tonnen, sagt der Prüf&shy;ingenieur am Abend.</p><p>Der Rat tagt im März über die Kosten der Brücke. Wer zur Mühle will, geht zu Fuß über den alten Damm. Die Gemeinde zahlt die Hälfte, den Rest zahlt das Land.</p>',
  },
  'capitals-of-the-style': {
    language: 'tr',
    title: 'Köprü kapandı',
    article:
      '<p style="text-transform:uppercase">Orrin köprüsü pazartesi sabahı trafiğe kapandı, çünkü taşları kışın gevşedi. Belediye yeni yol arıyor.</p><p>Işıklar gece yanacak. Çocuklar okula otobüsle gidecek. Balıkçılar ise kıyıdan eski yolu kullanacaklar.</p><p>Belediye başkanı yarın halkı dinleyecek. Mühendisler raporu mart ayında verecek. Kamyonlar taş ocağından dolaşacak.</p>',
  },
};

export const readHardPages = (): LinkedPage[] =>
  Object.entries(HARD_PAGES).map(([name, { language, title, css = '', above = '', article }]) => ({
    name,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>body{font:18px/1.8 sans-serif;max-width:700px}${css}</style></head><body><header><a href="/">Orrin Courier</a></header>${above}<main><article><h1>${title}</h1>${article}</article></main><footer>© 2026 Orrin Courier</footer></body></html>`,
  }));
