import type { Language } from './languages.ts';

/**
 * What a summary is called that a model wrote, and what is added where an editor has approved it. Apart from the other
 * texts: only who shows one loads them.
 */
const GENERATED_LABELS: Readonly<Record<Language, readonly [written: string, approved: string]>> = {
  ar: ['كتبه الذكاء الاصطناعي وجرى التحقق منه بمقارنته بالمقال', '، ووافق عليه محرر'],
  cs: ['Napsala umělá inteligence, ověřeno podle článku', ', schválil redaktor'],
  da: ['Skrevet af AI, kontrolleret mod artiklen', ', godkendt af en redaktør'],
  de: ['Von KI geschrieben, am Artikel geprüft', ', von der Redaktion freigegeben'],
  el: ['Γράφτηκε από ΤΝ, ελέγχθηκε με βάση το άρθρο', ', εγκρίθηκε από συντάκτη'],
  en: ['Written by AI, checked against the article', ', approved by an editor'],
  es: ['Escrito por IA, contrastado con el artículo', ' y aprobado por la redacción'],
  fa: ['نوشتهٔ هوش مصنوعی، سنجیده با متن مقاله', ' و تأییدشده از سوی ویراستار'],
  fi: ['Tekoälyn kirjoittama, tarkistettu artikkelia vasten', ', toimittajan hyväksymä'],
  fr: ['Rédigé par IA, vérifié d’après l’article', ', approuvé par la rédaction'],
  he: ['נכתב בידי בינה מלאכותית, נבדק מול הכתבה', ', אושר בידי עורך'],
  hi: ['एआई द्वारा लिखित, लेख से मिलाकर जाँचा गया', ', संपादक द्वारा स्वीकृत'],
  hu: ['MI írta, a cikkel összevetve', ', szerkesztő jóváhagyta'],
  it: ['Scritto dall’IA, verificato sull’articolo', ', approvato dalla redazione'],
  ja: ['AIが作成し、記事と照合済み', '、編集者が承認'],
  ko: ['AI가 작성, 기사와 대조함', ', 편집자가 승인함'],
  nb: ['Skrevet av KI, kontrollert mot artikkelen', ', godkjent av redaksjonen'],
  nl: ['Geschreven door AI, getoetst aan het artikel', ', goedgekeurd door de redactie'],
  pl: ['Napisane przez AI, sprawdzone z artykułem', ', zatwierdzone przez redakcję'],
  pt: ['Escrito por IA, conferido com o artigo', ', aprovado pela redação'],
  ro: ['Scris de IA, verificat după articol', ', aprobat de redacție'],
  ru: ['Написано ИИ, сверено со статьёй', ', одобрено редакцией'],
  sv: ['Skrivet av AI, kontrollerat mot artikeln', ', godkänt av redaktionen'],
  tr: ['Yapay zekâ tarafından yazıldı, haberle karşılaştırıldı', ', editör tarafından onaylandı'],
  uk: ['Написано ШІ, звірено зі статтею', ', схвалено редакцією'],
  zh: ['由 AI 撰写，已对照原文核查', '，并经编辑批准'],
};

export function generatedLabel(language: Language, isReviewed: boolean): string {
  const [written, approved] = GENERATED_LABELS[language];
  return isReviewed ? written + approved : written;
}
