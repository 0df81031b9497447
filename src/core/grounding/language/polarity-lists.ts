/** Words that deny, by language; English contractions ("n't") are read as "not". Written by hand. */
export const NEGATIONS: Readonly<Record<string, string>> = {
  en: 'not no never none nor neither without cannot nobody nothing nowhere hardly barely fail fails failed failing lack lacks lacked lacking refuse refuses refused refusing unable deny denies denied reject rejects rejected',
  de: 'nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder kaum nirgends',
  fr: 'pas jamais aucun aucune rien personne ni sans guère',
  es: 'no nunca jamás ningún ninguno ninguna nada nadie tampoco sin ni',
  it: 'non mai nessun nessuno nessuna niente nulla né senza',
  pt: 'não nunca jamais nenhum nenhuma nada ninguém nem sem',
  nl: 'niet geen nooit niemand niets zonder noch nergens',
  nb: 'ikke ingen aldri ingenting uten verken',
  da: 'ikke ingen aldrig intet uden hverken',
  sv: 'inte ingen inget inga aldrig ingenting utan varken icke',
};

/** What is open, and what is certain: a summary that turns one into the other says more than the article. */
export const MODALS: Readonly<Record<string, string>> = {
  en: 'may might could possibly perhaps probably likely reportedly allegedly alleged apparently potentially suspected considering considers proposed',
  de: 'könnte könnten möglicherweise vielleicht wahrscheinlich womöglich angeblich mutmaßlich vermutlich offenbar',
  fr: 'pourrait pourraient peut-être probablement éventuellement serait seraient présumé soupçonné',
  es: 'podría podrían quizá quizás probablemente posiblemente presuntamente supuestamente supuesto sería serían',
};

/** Words before a number that is meant roughly. */
export const ROUGHLY: Readonly<Record<string, string>> = {
  en: 'about around nearly almost roughly approximately',
  de: 'etwa rund fast knapp circa',
  fr: 'environ près presque',
  es: 'unos unas casi cerca alrededor',
};
