/** Invented articles on which the box can be tried where nothing has been published yet. */
export interface DemoArticle {
  language: 'en' | 'ar';
  title: string;
  paragraphs: readonly string[];
}

export const DEMO_ARTICLES: Readonly<Record<DemoArticle['language'], DemoArticle>> = {
  en: {
    language: 'en',
    title: 'The wall that listens to the sea',
    paragraphs: [
      'The first siren of the winter sounded at ten past four on a Sunday morning, and nobody in Skarvik got out of bed. The town had heard it eleven times the year before. Nine of those alarms were false, and by February people had begun to sleep through them.',
      'So the harbour board did something unusual. Instead of raising the wall another metre, as its engineers had proposed, it spent a third of the money on forty underwater microphones and a room full of old tide tables. The barrier now closes when the bay sounds wrong, not when the water is already high.',
      '“Water tells you what it is about to do,” said Marit Solheim, the oceanographer who designed the system. “A surge pushes gravel along the sea floor an hour before it lifts a single boat. You only have to be listening.”',
      'In its first eleven months the barrier has closed four times. Every closure was followed by water above the old quay, and none was late. The board counts the saving at 2.1 million crowns, most of it in ferry crossings that were not cancelled for nothing.',
      'Not everyone is persuaded. The fishermen’s union says the gates still shut without warning, and that two boats were caught outside in March. The board has promised a thirty minute notice by radio from January, but has not said who will pay for the sets.',
      'Three other ports have asked for the drawings. Solheim sends them gladly, with a note: the microphones are cheap, the listening is not. It took her group six years of recordings to learn what an ordinary night sounds like.',
    ],
  },
  ar: {
    language: 'ar',
    title: 'الجدار الذي يصغي إلى البحر',
    paragraphs: [
      'دوّت أول صفارة في الشتاء عند الرابعة وعشر دقائق فجر الأحد، ولم يغادر أحد سريره. كانت البلدة قد سمعتها إحدى عشرة مرة في العام السابق، وكان تسعة من تلك الإنذارات كاذباً.',
      'فعل مجلس الميناء أمراً غير مألوف. بدلاً من رفع الجدار متراً آخر، أنفق ثلث المال على أربعين ميكروفوناً تحت الماء. صار الحاجز يُغلق حين يتغيّر صوت الخليج، لا حين يرتفع الماء.',
      'في أحد عشر شهراً أُغلق الحاجز أربع مرات، ولم يتأخر في أي منها. يقدّر المجلس التوفير بنحو 2.1 مليون كرونة.',
    ],
  },
};
