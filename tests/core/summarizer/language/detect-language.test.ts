import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectLanguage, rankSentences } from '../../../../src/core/summarizer/index.ts';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../../../shared/suites', import.meta.url));
const file = `${suites}/languages/texts.dev.jsonl.gz`;
const UDHR_TAGS: Readonly<Record<string, string>> = {
  spa: 'es',
  eng: 'en',
  rus: 'ru',
  arb: 'ar',
  hin: 'hi',
  ind: 'id',
  jpn: 'ja',
  deu: 'de',
  vie: 'vi',
  ita: 'it',
  tur: 'tr',
  urd: 'ur',
  ron: 'ro',
  nld: 'nl',
  hun: 'hu',
  ell: 'el',
  ces: 'cs',
  swe: 'sv',
  fin: 'fi',
  dan: 'da',
  pes: 'fa',
};

function readDeclarations(): { lang: string; text: string }[] | undefined {
  if (!existsSync(file)) {
    console.log(`skipped: no language samples at ${file} (the folder is taken from SUITES)`);
    return undefined;
  }
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as { set: string; lang: string; text: string })
    .filter(({ set, lang }) => set === 'franc-udhr' && lang in UDHR_TAGS);
}

const declarations = readDeclarations();

describe('detectLanguage', () => {
  it.skipIf(declarations === undefined)(
    'tells the language of the Declaration of Human Rights wherever the suite has it',
    () => {
      const told = (declarations ?? []).map(({ lang, text }) => [lang, detectLanguage(text)]);
      expect(told).toEqual(told.map(([lang = '']) => [lang, UDHR_TAGS[lang]]));
    },
  );

  it.each([
    [
      'de',
      'Die Brücke wird am Montag gesperrt, und die Leute sind nicht froh über den Umweg durch die Stadt.',
    ],
    ['nb', 'Broen skal stenges på mandag, og folk er ikke glade for omveien som går gjennom byen, sier hun.'],
    [
      'da',
      'Broen skal lukkes på mandag, og folk er ikke glade for den omvej, som de nu må køre efter arbejde, siger hun.',
    ],
    [
      'pt',
      'A ponte vai fechar na segunda-feira e as pessoas não estão contentes com o desvio que passa pela cidade.',
    ],
    [
      'pl',
      'Most zostanie zamknięty w poniedziałek i ludzie nie są zadowoleni, że objazd prowadzi przez miasto, ale to jest konieczne.',
    ],
    [
      'uk',
      'Міст закриють у понеділок, і люди не раді, що об’їзд проходить через місто, але це потрібно для ремонту.',
    ],
    [
      'sr',
      'Predsednik opštine je rekao da će radovi trajati do februara i da deca sa ostrva neće ići u školu.',
    ],
    ['bs', 'Načelnik općine je rekao da će radovi trajati do februara i šta će djeca raditi tih sedmica.'],
    ['hr', 'Načelnik općine je rekao da će radovi trajati do veljače i što će djeca raditi tih tjedana.'],
    [
      'gl',
      'O concello pechará a ponte o luns durante once semanas, porque os mergulladores atoparon fendas nunha das columnas.',
    ],
    ['lt', 'Savivaldybė pirmadienį uždarys tiltą, nes narai rado įtrūkimų, sakė mero atstovas.'],
    ['et', 'Linnapea ütles, et tööd algavad detsembris ja kestavad veebruarini.'],
    ['kk', 'Әкім жұмыс желтоқсанда басталып, ақпанға дейін созылады деді.'],
    ['uk', 'Водолази знайшли тріщини в чотирьох палях, тому міст закриють.'],
    [
      'de',
      '“We are shutting the pier because it is not safe,” sagte Vera Holm am Dienstag. Die Behörde schließt die Brücke für elf Wochen.',
    ],
    [
      'und',
      'Bridge band rahega aur log bahut pareshan hain, kyunki ferry bhi nahi chalegi aur school ke bachche ghar par hain.',
    ],
    ['zh', '大桥将于星期一关闭，人们对绕道不满。'],
    ['ja', '橋は月曜日に閉鎖され、人々は不満です。'],
    ['ja', '東京の'],
    ['zh', '我们每天 use 三四个 API'],
    ['ko', '다리는 월요일에 폐쇄되며 사람들은 불만이다.'],
    ['he', 'הגשר ייסגר ביום שני והתושבים אינם מרוצים.'],
    ['th', 'สะพานจะปิดในวันจันทร์'],
    ['bn', 'সেতুটি সোমবার বন্ধ হবে।'],
    ['und', ''],
    ['und', '12345 67890'],
    ['und', 'zxcv qwrt plkm'],
  ])('says %s of "%s"', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    ['ends in the middle of a word', `of is ${'x'.repeat(1590)} thexyz`],
    ['is one word', 'γεφύρι'.repeat(300)],
  ])('says what ranking says where the sample %s', (_, text) => {
    expect(detectLanguage(text)).toBe(rankSentences(text).language);
  });
});
