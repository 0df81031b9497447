import type { Language } from './languages.ts';

/** What a summary says of where its sentences come from. */
export interface SourceLabels {
  extracted: string;
  edited: string;
}

/**
 * Apart from the other texts: every summary carries one of these, and most carry nothing else. They stand ready; the
 * other texts of a language are loaded when they are shown (`labels.ts`).
 */
export const SOURCE_LABELS: Readonly<Record<Language, SourceLabels>> = {
  ar: { extracted: 'جمل من هذا المقال اختيرت آليًا', edited: 'ملخّص كتبته هيئة التحرير' },
  cs: { extracted: 'Věty z tohoto článku, vybrané automaticky', edited: 'Shrnutí napsala redakce' },
  da: { extracted: 'Sætninger fra artiklen, valgt automatisk', edited: 'Resumé skrevet af redaktionen' },
  de: {
    extracted: 'Sätze aus diesem Artikel, automatisch ausgewählt',
    edited: 'Zusammenfassung der Redaktion',
  },
  el: {
    extracted: 'Προτάσεις από το άρθρο, επιλεγμένες αυτόματα',
    edited: 'Περίληψη γραμμένη από τη σύνταξη',
  },
  en: {
    extracted: 'Sentences from this article, chosen automatically',
    edited: 'Summary written by the editors',
  },
  es: {
    extracted: 'Frases de este artículo, elegidas automáticamente',
    edited: 'Resumen escrito por la redacción',
  },
  fa: { extracted: 'جمله‌هایی از این مطلب که خودکار انتخاب شده‌اند', edited: 'خلاصه به قلم تحریریه' },
  fi: {
    extracted: 'Automaattisesti valittuja virkkeitä artikkelista',
    edited: 'Toimituksen kirjoittama tiivistelmä',
  },
  fr: {
    extracted: 'Phrases de cet article, choisies automatiquement',
    edited: 'Résumé écrit par la rédaction',
  },
  he: { extracted: 'משפטים מהכתבה שנבחרו אוטומטית', edited: 'תקציר שנכתב בידי העורכים' },
  hi: { extracted: 'इस लेख के वाक्य, अपने-आप चुने गए', edited: 'संपादकों का लिखा सारांश' },
  hu: {
    extracted: 'Automatikusan kiválasztott mondatok ebből a cikkből',
    edited: 'A szerkesztőség összefoglalója',
  },
  it: {
    extracted: 'Frasi di questo articolo, scelte automaticamente',
    edited: 'Riassunto scritto dalla redazione',
  },
  ja: { extracted: 'この記事から自動的に選ばれた文', edited: '編集部による要約' },
  ko: { extracted: '이 기사에서 자동으로 고른 문장', edited: '편집자가 쓴 요약' },
  nb: {
    extracted: 'Setninger fra artikkelen, valgt automatisk',
    edited: 'Sammendrag skrevet av redaksjonen',
  },
  nl: { extracted: 'Zinnen uit dit artikel, automatisch gekozen', edited: 'Samenvatting van de redactie' },
  pl: {
    extracted: 'Zdania z tego artykułu wybrane automatycznie',
    edited: 'Streszczenie napisane przez redakcję',
  },
  pt: { extracted: 'Frases deste artigo, escolhidas automaticamente', edited: 'Resumo escrito pela redação' },
  ro: { extracted: 'Fraze din acest articol, alese automat', edited: 'Rezumat scris de redacție' },
  ru: {
    extracted: 'Предложения из этой статьи, выбранные автоматически',
    edited: 'Краткое содержание от редакции',
  },
  sv: {
    extracted: 'Meningar ur artikeln, automatiskt utvalda',
    edited: 'Sammanfattning skriven av redaktionen',
  },
  tr: { extracted: 'Bu yazıdan otomatik seçilmiş cümleler', edited: 'Editörlerin yazdığı özet' },
  uk: { extracted: 'Речення з цієї статті, вибрані автоматично', edited: 'Стислий виклад від редакції' },
  zh: { extracted: '自动选取的本文原句', edited: '编辑撰写的摘要' },
};
