import { describe, expect, it } from 'vitest';
import {
  datelineLength,
  isTimeLine,
  timeMarkLength,
} from '../../../../src/core/summarizer/article/datelines.ts';

const EN = 'The harbour board will shut the pier on Monday.';
const ES = 'El puerto cerrará el muelle el lunes próximo.';
const DE = 'Die Behörde schließt die Seebrücke am Montag.';
const RU = 'Порт закроет причал острова в понедельник.';
const ZH = '港务局宣布，从星期一起关闭盐海岛栈桥十一周。';
const JA = '港湾局は月曜日から島の桟橋を閉鎖すると発表した。';
const KO = '항만청은 월요일부터 부두를 열한 주 동안 폐쇄한다고 밝혔다.';
const AR = 'أغلقت هيئة الميناء الرصيف يوم الاثنين لأحد عشر أسبوعا.';
const HI = 'नगर पालिका सोमवार से ग्यारह सप्ताह के लिए पुल बंद करेगी।';

describe('what stands before the first sentence', () => {
  it.each([
    ['OSTREY, England, Nov 3 (Reuters) - ', EN],
    ['OSTREY (AP) — ', EN],
    ['OSTREY, England — ', EN],
    ['(CNN) — ', EN],
    ['(CNN)', EN],
    ['Ostrey (Kent) [England], November 3 (ANI): ', EN],
    ['New Delhi, Nov 3 (PTI) ', EN],
    ['Ostrey, Nov 3 (IANS) ', EN],
    ['KUALA LUMPUR, Nov 3 (Bernama) -- ', EN],
    ['Ostrey, 3 Nov 2026 – ', EN],
    ['New Delhi: ', EN],
    ['NEW DELHI: ', EN],
    ['EXCLUSIVE: ', EN],
    ['Exclusive | ', EN],
    ['Breaking News: ', EN],
    ['Opinion: ', EN],
    ['Ostria, 3 nov (EFE).- ', ES],
    ['Ostria, 3 nov. (Europa Press) - ', ES],
    ['Última hora: ', ES],
    ['Ostrau (dpa/lno) – ', DE],
    ['Wien/Graz (APA) - ', DE],
    ['Zürich (awp) - ', DE],
    ['Ostrau (dpa, AFP) - ', DE],
    ['OSTRAU - ', DE],
    ['Exklusiv: ', DE],
    ['(ANSA) - ROMA, 03 NOV - ', 'Il porto di Ostria chiude il molo per undici settimane.'],
    ['Paris, 3 nov 2026 (AFP) - ', 'Le port d’Ostrée ferme la jetée pour onze semaines.'],
    ['Bruxelles (Belga) - ', 'Le port d’Ostrée ferme la jetée pour onze semaines.'],
    ['Exclusif : ', 'Le port d’Ostrée ferme la jetée pour onze semaines.'],
    ['Helsinki (STT) – ', 'Satama sulkee laiturin maanantaina yhdeksitoista viikoksi.'],
    ['МОСКВА, 3 ноя — ', RU],
    ['МОСКВА (Рейтер) - ', RU],
    ['Київ (Укрінформ) – ', 'Порт закриє причал у понеділок на одинадцять тижнів.'],
    ['新华社奥斯特里11月3日电（记者李明）', ZH],
    ['中新网北京11月3日电 ', ZH],
    ['本报讯（记者 李明）', ZH],
    ['（中央社記者李明台北3日電）', ZH],
    ['【東京共同】', JA],
    ['［東京　３日　ロイター］ - ', JA],
    ['(서울=연합뉴스) 김철수 기자 = ', KO],
    ['[서울=뉴시스] ', KO],
    ['القاهرة (رويترز) - ', AR],
    ['नई दिल्ली: ', HI],
    ['नई दिल्ली, तीन नवंबर (भाषा) ', HI],
  ])('comes off: %s', (dateline, sentence) => {
    expect(datelineLength(dateline + sentence)).toBe(dateline.length);
  });

  it.each([
    'Publicité mensongère : le port devra payer 40 000 euros aux passagers.',
    'What happens next: the board meets on Monday to vote on the budget.',
    'The Ostrey Harbour Board (OHB) — which runs the pier — will shut it.',
    'NATO — a club of many — meets on Monday in the old town hall.',
    'It was clear: The board would shut the pier for eleven weeks.',
    'Sea air, they say, is good — and the pier is where it can be had.',
    'A 12-seat launch will take the place of the ferry until February.',
  ])('stays: %s', (sentence) => {
    expect(datelineLength(sentence)).toBe(0);
  });

  it.each([
    ['14:32 ', 'The board has shut the pier.'],
    ['14.40 Uhr: ', 'Das Land zahlt.'],
    ['2:55 p.m. – ', 'Bakers fear for their trade.'],
    ['15h10: ', 'A launch sails every hour.'],
    ['[00:12:30] ', 'Thank you for coming.'],
    ['10.22am GMT ', 'The county pays.'],
  ])('the time of an entry comes off: %s', (mark, sentence) => {
    expect(timeMarkLength(mark + sentence)).toBe(mark.length);
  });

  it.each(['10.05am GMT', '10.22am', '14:32', '11.47am GMT', '[00:12:30]', '15h10', '14.40 Uhr'])(
    'a time alone is no sentence: %s',
    (line) => {
      expect(isTimeLine(line)).toBe(true);
    },
  );

  it.each(['3:2 in der Nachspielzeit', '10.5 million', '2026'])('%s is no time', (line) => {
    expect(isTimeLine(line)).toBe(false);
  });
});
