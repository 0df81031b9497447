/** "Marit Solheim", "Carla M. van Brandt": words with capitals, particles between them. */
const FULL_NAME =
  /(?<![\p{L}\p{N}'’-])(\p{Lu}[\p{Ll}'’-]+\p{L}*)(?: \p{Lu}\.)*(?: (?:de|da|di|van|von|der|den|al|bin|la|le))*( \p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)(?: \p{Lu}[\p{L}'’-]*\p{Ll})*(?![\p{L}\p{N}])/gu;
/** Places, days, bodies: a word of a name that is no surname. */
const NO_SURNAME = new Set(
  'House Street Road City County State States University College School Court Council Park Club United Town Bay Island Islands River Lake Hill Beach Airport Hospital Church Center Centre Union Kingdom Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Police Office Department News Times Post Day Cup League World War North South East West New York Los Angeles London America American British English French German Israel Korea'.split(
    ' ',
  ),
);

/** Surnames of the full names in a stretch of text, with the place of each name. */
function introducedIn(text: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const match of text.matchAll(FULL_NAME)) {
    const surname = (match[0].split(' ').at(-1) ?? '').replace(/['’]s?$/u, '');
    if (surname.length > 2 && !NO_SURNAME.has(surname) && !names.has(surname))
      names.set(surname, match.index);
  }
  return names;
}

const TITLES = 'Mr|Mrs|Ms|Dr|Prof|Sir|Lady|Lord';

/** Whether a sentence holds a surname without a first name. */
function holdsBare(sentence: string, surname: string): boolean {
  const bare = new RegExp(
    `(?<!\\p{Lu}[\\p{L}'’.-]* )(?:(?:${TITLES})\\.? )?(?<![\\p{L}\\p{N}])${surname}(?:['’]s?)?(?! \\p{Lu})(?![\\p{L}\\p{N}-])`,
    'u',
  );
  return bare.test(sentence.replaceAll(new RegExp(`\\b(?:${TITLES})\\.? `, 'gu'), ''));
}

/**
 * Chosen sentences that name somebody by the surname alone, whom the article has introduced by then with the full
 * name, and the headline and the summary have not.
 */
export function findBareNames(text: string, title: string, chosen: readonly string[]): string[] {
  const introduced = introducedIn(text);
  const shown = new Set([...introducedIn(title).keys()]);
  for (const word of title.match(/[\p{L}'’-]+/gu) ?? []) shown.add(word.replace(/['’]s?$/u, ''));
  return chosen.filter((sentence) => {
    const place = text.indexOf(sentence);
    for (const surname of introducedIn(sentence).keys()) shown.add(surname);
    return [...introduced].some(
      ([surname, at]) =>
        at < place && !shown.has(surname) && sentence.includes(surname) && holdsBare(sentence, surname),
    );
  });
}
