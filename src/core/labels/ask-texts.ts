import type { Language } from './languages.ts';

/**
 * What the widget says where readers may ask about an article. Beside the other labels, since only pages that show the
 * field carry these: they are built into its file, and the service knows nothing of them.
 */
export interface AskTexts {
  /** Name of the field. */
  question: string;
  ask: string;
  /** The article holds no answer. */
  notSaid: string;
  failed: string;
  /** The service answers no questions about this article. */
  closed: string;
}

export const ASK_TEXTS: Readonly<Record<Language, AskTexts>> = {
  ar: {
    question: 'اسأل عن هذا المقال',
    ask: 'اسأل',
    notSaid: 'لا يذكر المقال ذلك.',
    failed: 'تعذّرت الإجابة عن سؤالك الآن.',
    closed: 'لا يمكن الإجابة هنا عن أسئلة حول هذا المقال.',
  },
  cs: {
    question: 'Zeptejte se na tento článek',
    ask: 'Zeptat se',
    notSaid: 'Článek to neuvádí.',
    failed: 'Na otázku teď nelze odpovědět.',
    closed: 'Na otázky k tomuto článku zde nelze odpovídat.',
  },
  da: {
    question: 'Spørg om denne artikel',
    ask: 'Spørg',
    notSaid: 'Det står der ikke i artiklen.',
    failed: 'Spørgsmålet kunne ikke besvares lige nu.',
    closed: 'Spørgsmål om denne artikel kan ikke besvares her.',
  },
  de: {
    question: 'Frage zu diesem Artikel',
    ask: 'Fragen',
    notSaid: 'Das steht nicht im Artikel.',
    failed: 'Die Frage konnte gerade nicht beantwortet werden.',
    closed: 'Fragen zu diesem Artikel können hier nicht beantwortet werden.',
  },
  el: {
    question: 'Ρωτήστε για αυτό το άρθρο',
    ask: 'Ρωτήστε',
    notSaid: 'Το άρθρο δεν το αναφέρει.',
    failed: 'Η ερώτηση δεν μπορεί να απαντηθεί τώρα.',
    closed: 'Δεν απαντώνται εδώ ερωτήσεις για αυτό το άρθρο.',
  },
  en: {
    question: 'Ask about this article',
    ask: 'Ask',
    notSaid: 'The article does not say.',
    failed: 'Your question could not be answered now.',
    closed: 'Questions about this article cannot be answered here.',
  },
  es: {
    question: 'Pregunte sobre este artículo',
    ask: 'Preguntar',
    notSaid: 'El artículo no lo dice.',
    failed: 'No se ha podido responder a la pregunta ahora.',
    closed: 'Aquí no se puede responder a preguntas sobre este artículo.',
  },
  fa: {
    question: 'دربارهٔ این مقاله بپرسید',
    ask: 'بپرسید',
    notSaid: 'در مقاله نیامده است.',
    failed: 'اکنون نمی‌توان به پرسش شما پاسخ داد.',
    closed: 'اینجا نمی‌توان به پرسش‌های این مقاله پاسخ داد.',
  },
  fi: {
    question: 'Kysy tästä artikkelista',
    ask: 'Kysy',
    notSaid: 'Artikkeli ei kerro sitä.',
    failed: 'Kysymykseen ei voitu vastata juuri nyt.',
    closed: 'Tätä artikkelia koskeviin kysymyksiin ei voi vastata täällä.',
  },
  fr: {
    question: 'Posez une question sur cet article',
    ask: 'Demander',
    notSaid: 'L’article ne le dit pas.',
    failed: 'Impossible de répondre à la question pour le moment.',
    closed: 'Il n’est pas possible ici de répondre à des questions sur cet article.',
  },
  he: {
    question: 'שאלו על הכתבה הזאת',
    ask: 'שאלו',
    notSaid: 'הכתבה אינה אומרת זאת.',
    failed: 'לא ניתן להשיב על השאלה כעת.',
    closed: 'לא ניתן להשיב כאן על שאלות על הכתבה הזאת.',
  },
  hi: {
    question: 'इस लेख के बारे में पूछें',
    ask: 'पूछें',
    notSaid: 'लेख में यह नहीं बताया गया है।',
    failed: 'अभी आपके सवाल का जवाब नहीं दिया जा सका।',
    closed: 'इस लेख के बारे में सवालों के जवाब यहाँ नहीं दिए जा सकते।',
  },
  hu: {
    question: 'Kérdezzen erről a cikkről',
    ask: 'Kérdezek',
    notSaid: 'A cikk ezt nem írja.',
    failed: 'A kérdésre most nem sikerült válaszolni.',
    closed: 'Erről a cikkről itt nem lehet kérdezni.',
  },
  it: {
    question: 'Fai una domanda su questo articolo',
    ask: 'Chiedi',
    notSaid: 'L’articolo non lo dice.',
    failed: 'Ora non è possibile rispondere alla domanda.',
    closed: 'Qui non è possibile rispondere a domande su questo articolo.',
  },
  ja: {
    question: 'この記事について質問する',
    ask: '質問',
    notSaid: '記事には書かれていません。',
    failed: '今は質問に答えられません。',
    closed: 'この記事についての質問にはここではお答えできません。',
  },
  ko: {
    question: '이 기사에 대해 질문하기',
    ask: '질문',
    notSaid: '기사에 나와 있지 않습니다.',
    failed: '지금은 질문에 답할 수 없습니다.',
    closed: '이 기사에 대한 질문에는 여기서 답할 수 없습니다.',
  },
  nb: {
    question: 'Spør om denne artikkelen',
    ask: 'Spør',
    notSaid: 'Det står ikke i artikkelen.',
    failed: 'Spørsmålet kunne ikke besvares nå.',
    closed: 'Spørsmål om denne artikkelen kan ikke besvares her.',
  },
  nl: {
    question: 'Stel een vraag over dit artikel',
    ask: 'Vragen',
    notSaid: 'Dat staat niet in het artikel.',
    failed: 'De vraag kan nu niet worden beantwoord.',
    closed: 'Vragen over dit artikel kunnen hier niet worden beantwoord.',
  },
  pl: {
    question: 'Zapytaj o ten artykuł',
    ask: 'Zapytaj',
    notSaid: 'Artykuł tego nie podaje.',
    failed: 'Nie udało się teraz odpowiedzieć na pytanie.',
    closed: 'Na pytania o ten artykuł nie można tu odpowiedzieć.',
  },
  pt: {
    question: 'Pergunte sobre este artigo',
    ask: 'Perguntar',
    notSaid: 'O artigo não diz isso.',
    failed: 'Não foi possível responder à pergunta agora.',
    closed: 'Aqui não é possível responder a perguntas sobre este artigo.',
  },
  ro: {
    question: 'Întrebați despre acest articol',
    ask: 'Întreabă',
    notSaid: 'Articolul nu spune asta.',
    failed: 'Nu s-a putut răspunde acum la întrebare.',
    closed: 'Aici nu se poate răspunde la întrebări despre acest articol.',
  },
  ru: {
    question: 'Задайте вопрос об этой статье',
    ask: 'Спросить',
    notSaid: 'В статье об этом не сказано.',
    failed: 'Сейчас не удалось ответить на вопрос.',
    closed: 'Здесь нельзя ответить на вопросы об этой статье.',
  },
  sv: {
    question: 'Fråga om den här artikeln',
    ask: 'Fråga',
    notSaid: 'Det står inte i artikeln.',
    failed: 'Frågan kunde inte besvaras just nu.',
    closed: 'Frågor om den här artikeln kan inte besvaras här.',
  },
  tr: {
    question: 'Bu haber hakkında sorun',
    ask: 'Sor',
    notSaid: 'Haberde bu belirtilmiyor.',
    failed: 'Sorunuz şu anda yanıtlanamadı.',
    closed: 'Bu haberle ilgili sorular burada yanıtlanamıyor.',
  },
  uk: {
    question: 'Поставте запитання про цю статтю',
    ask: 'Запитати',
    notSaid: 'У статті про це не сказано.',
    failed: 'Зараз не вдалося відповісти на запитання.',
    closed: 'Тут не можна відповісти на запитання про цю статтю.',
  },
  zh: {
    question: '就这篇文章提问',
    ask: '提问',
    notSaid: '文章没有提到。',
    failed: '现在无法回答您的问题。',
    closed: '这里无法回答关于这篇文章的问题。',
  },
};
