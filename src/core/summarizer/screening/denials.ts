/** Longer sentences tell more than that something is not so. */
export const LONGEST_DENIAL = 120;

/**
 * Sentences that say of the one before that it is not true ("That is false.", "C'est faux."), as fact-checks do behind
 * what they test. Data by language, written by hand; anchored, so that other sentences cost a look at their first letters.
 */
export const DENIALS: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:that|this|it)(?: claim| post| story)?(?: is|['’]s) (?:false|untrue|wrong|not (?:true|so|the case)|misleading|fake|a (?:lie|myth|hoax))|(?:false|untrue|fake|not true)[.!,])/iu,
  fr: /^(?:c['’]est (?:faux|un mensonge)|(?:cela|ce) n['’]est pas vrai|cela est faux|faux[.!,])/iu,
  de: /^(?:(?:das|dies) ist (?:falsch|nicht wahr)|das stimmt (?:so )?nicht|falsch[.!,])/iu,
  es: /^(?:(?:eso |esto )?(?:es (?:falso|mentira)|no es (?:cierto|verdad))|falso[.!,])/iu,
  it: /^(?:(?:questo )?(?:è (?:falso|una bufala)|non è vero)|falso[.!,])/iu,
  pt: /^(?:(?:isso |isto )?(?:é (?:falso|mentira)|não é verdade)|falso[.!,])/iu,
  nl: /^(?:(?:dat|dit) is (?:onjuist|niet waar|onwaar)|dat klopt niet|onwaar[.!,])/iu,
  da: /^(?:(?:det|dette) er (?:forkert|falsk|ikke (?:rigtigt|sandt))|det passer ikke|forkert[.!,])/iu,
  nb: /^(?:(?:det|dette) er (?:feil|usant|ikke (?:sant|riktig))|det stemmer ikke|(?:feil|usant)[.!,])/iu,
  sv: /^(?:(?:det|detta) är (?:fel|falskt|inte sant)|det stämmer inte|(?:fel|falskt)[.!,])/iu,
  fi: /^(?:se|tämä|väite) (?:on (?:väärä|perätön)|ei (?:ole totta|pidä paikkaansa))/iu,
  pl: /^(?:to (?:jest )?)?(?:nieprawda|fałsz)(?:[.!,]| )/iu,
  cs: /^(?:to (?:je lež|není pravda)|(?:nepravda|lež)[.!,])/iu,
  hu: /^(?:ez|az) (?:nem igaz|hamis)/iu,
  ro: /^(?:este fals|nu este adevărat|fals[.!,])/iu,
  tr: /^(?:bu (?:doğru değil|yanlış)|(?:yanlış|asılsız)[.!,])/iu,
  ru: /^(?:это )?(?:неправда|ложь|не так|фейк)[.!, ]/iu,
  uk: /^(?:це )?(?:неправда|брехня|не так|фейк)[.!, ]/iu,
  el: /^(?:αυτό (?:είναι (?:ψευδές|ψέμα)|δεν ισχύει)|ψευδές[.!,])/iu,
  he: /^(?:זה|זו) (?:לא נכון|שקר)/u,
  ar: /^و?هذا (?:غير صحيح|كذب)/u,
  fa: /^این (?:نادرست|دروغ|درست نیست)/u,
  hi: /^यह (?:झूठ|गलत|सच नहीं)/u,
  ja: /^これは(?:誤り|虚偽|デマ)/u,
  ko: /^이는 (?:사실이 아니|거짓)/u,
  zh: /^(?:这是|這是|这|這)(?:假的|谣言|謠言|不实|不實)/u,
  vi: /^(?:điều này|đây) (?:là )?(?:sai|không đúng|tin giả)/iu,
};
