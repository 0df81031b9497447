import { describe, expect, it } from 'vitest';
import { denialOf } from '../../../../src/core/summarizer/screening/denials.ts';
import { listTerms } from '../../../../src/core/summarizer/terms/scan-terms.ts';

const denies = (language: string, text: string): boolean =>
  denialOf(language)(listTerms(text).hashAt(0), text);

describe('a denial', () => {
  it.each([
    [
      'en',
      'That is false.',
      'THIS IS NOT TRUE.',
      "It's a hoax.",
      'This claim is misleading.',
      'Untrue, they say.',
      'Not true.',
    ],
    ['fr', "C'est faux.", 'Cela n’est pas vrai.', "Ce n'est pas vrai.", 'Faux.'],
    ['de', 'Das ist falsch.', 'Dies ist nicht wahr.', 'Das stimmt nicht.', 'Falsch.'],
    ['es', 'Eso es falso.', 'Esto no es cierto.', 'Es mentira.', 'No es verdad.', 'Falso.'],
    ['it', 'Questo è falso.', 'È una bufala.', 'Non è vero.', 'Falso.'],
    ['pt', 'Isso é falso.', 'Isto não é verdade.', 'É mentira.', 'Não é verdade.', 'Falso.'],
    ['nl', 'Dat is onjuist.', 'Dit is niet waar.', 'Onwaar.'],
    ['da', 'Det er forkert.', 'Dette er ikke sandt.', 'Forkert.'],
    ['nb', 'Det er feil.', 'Dette er usant.', 'Feil.', 'Usant.'],
    ['sv', 'Det är fel.', 'Detta är inte sant.', 'Fel.', 'Falskt.'],
    ['fi', 'Se on väärä.', 'Tämä ei pidä paikkaansa.', 'Väite on perätön.'],
    ['pl', 'To nieprawda.', 'Nieprawda.', 'Fałsz!'],
    ['cs', 'To není pravda.', 'Nepravda.', 'Lež.'],
    ['hu', 'Ez nem igaz.', 'Az hamis.'],
    ['ro', 'Este fals.', 'Nu este adevărat.', 'Fals.'],
    ['tr', 'Bu doğru değil.', 'Yanlış.', 'Asılsız.'],
    ['ru', 'Это ложь.', 'Неправда.', 'Ложь.', 'Не так.', 'Фейк.'],
    ['uk', 'Це брехня.', 'Неправда.', 'Брехня.', 'Не так.', 'Фейк.'],
    ['el', 'Αυτό είναι ψευδές.', 'Ψευδές.'],
    ['he', 'זה לא נכון.', 'זו שקר.'],
    ['ar', 'هذا غير صحيح.', 'وهذا كذب.'],
    ['fa', 'این نادرست است.'],
    ['hi', 'यह झूठ है।'],
    ['ja', 'これは誤りです。'],
    ['ko', '이는 사실이 아니다.'],
    ['zh', '这是假的。', '這謠言。'],
    ['vi', 'Điều này là sai.', 'Đây là tin giả.'],
  ])('is told in %s by its words', (language, ...texts) => {
    for (const text of texts) expect([text, denies(language, text)]).toEqual([text, true]);
  });

  it.each([
    ['en', 'That is what they hoped for.'],
    ['en', 'The claim is false.'],
    ['ja', '彼は誤りを認めた。'],
    ['eo', 'Tio estas falsa.'],
  ])('is no other sentence (%s)', (language, text) => {
    expect(denies(language, text)).toBe(false);
  });
});
