/**
 * Beginnings of the names of the months, from January on, in the languages of our readers, long enough to tell them
 * apart in all of them ("mar" is March in most and November in Finnish, so "marras" is looked at first). Small letters
 * without accents, as {@link foldDate} leaves them.
 *
 * After Unicode CLDR 47, `dates/calendars/gregorian/months`, format and stand-alone, wide and abbreviated.
 */
const NAMES = [
  'jan ene gen ian led sty янв січ oca tammi ιαν ינואר يناير जन',
  'feb fev uno lut фев лют sub helmi φεβ פברואר فبراير फ़र फर',
  'mar mrt brez мар берез maalis μαρ מרץ מרס مارس मार्च',
  'apr abr avr dub kwi апр квіт nis huhti απρ אפריל أبريل ابريل अप्र',
  'may mai maj mei mag kve маи мая трав touko μαι מאי مايو मई',
  'jun jui giu iun czerw cervn cerven июн черв haz kesa ιουν יוני يونيو जून',
  'jul juil lug iul lip cervenc июл лип tem heina ιουλ יולי يوليو जुल',
  'aug ago aou agu srp sie авг серп elo αυγ אוגוסט أغسطس اغسطس अग',
  'sep set szept zari wrz сен верес eyl syys σεπ ספטמבר سبتمبر सित',
  'oct okt ott out rij paz окт жовт eki loka οκτ אוקטובר أكتوبر اكتوبر अक्टू अक्तू',
  'nov noi lis ноя лист kas marras νοε נובמבר نوفمبر नव',
  'dec des dez dic dek pros gru дек груд ara joulu δεκ דצמבר ديسمبر दिस',
];

const MONTHS: readonly (readonly [name: string, month: number])[] = NAMES.flatMap((names, index) =>
  names.split(' ').map((name) => [name, index + 1] as const),
).sort(([a], [b]) => b.length - a.length);

/** @returns 1 to 12; undefined where the word is no month's name, nor the beginning of one. */
export function monthOf(word: string): number | undefined {
  return MONTHS.find(([name]) => word.startsWith(name))?.[1];
}
