/** Networks and letters that readers are asked to follow or to take. */
export const NETWORKS: string =
  'whatsapp telegram instagram facebook twitter youtube tiktok threads bluesky mastodon linkedin pinterest snapchat signal viber line wechat weibo app newsletter newsletters google вконтакте телеграм телеграме телеграм-канал ватсап фейсбук фейсбуку ютуб инстаграм واتساب تلغرام تلجرام فيسبوك تويتر إنستغرام يوتيوب واتس تلگرام اینستاگرام توییتر وٹس واٹس ואטסאפ פייסבוק טוויטר טלגרם אינסטגרם व्हाट्सएप व्हाट्सऐप टेलीग्राम फेसबुक ट्विटर इंस्टाग्राम यूट्यूब फेसबूक ফেসবুক টুইটার ইউটিউব';
/** Those that scripts without spaces hide in their words. */
export const WIDE_NETWORKS: readonly string[] = [
  'LINE',
  '微信',
  '微博',
  '公众号',
  '公眾號',
  'ツイッター',
  'フェイスブック',
  'インスタグラム',
  'ユーチューブ',
  '카카오톡',
  '페이스북',
  '유튜브',
  '인스타그램',
  '네이버',
];
