/** Labels under which a fact-check repeats what it tests. Folded: small letters, no marks. */
export const CLAIM_LABELS: ReadonlySet<string> = new Set([
  'claim',
  'the claim',
  'what was claimed',
  'what people claim',
  'myth',
  'rumour',
  'mythos',
  'gerücht',
  'rumeur',
  'idée reçue',
  'mito',
  'boato',
  'mythe',
  'myte',
  'myt',
  'myytti',
  'teza',
  'mit',
  'mýtus',
  'tévhit',
  'miti',
  'efsane',
  'миф',
  'міф',
  'μύθος',
  'tin đồn',
  'mitos',
  'statement',
  'behauptung',
  'die behauptung',
  'affirmation',
  'l affirmation',
  'ce qui est affirmé',
  'la afirmación',
  'afirmación',
  'lo que se dice',
  'bulo',
  'el bulo',
  'affermazione',
  'l affermazione',
  'la bufala',
  'alegação',
  'a alegação',
  'afirmação',
  'bewering',
  'de bewering',
  'claimen',
  'påstand',
  'påstanden',
  'påstående',
  'påståendet',
  'väite',
  'twierdzenie',
  'tvrzení',
  'iddia',
  'утверждение',
  'твердження',
  'الادعاء',
  'ادعا',
  'दावा',
  'দাবি',
  'دعویٰ',
  '主張',
  '说法',
  '주장',
  'tuyên bố',
  'klaim',
  'ισχυρισμός',
  'הטענה',
  'afirmația',
  'állítás',
]);

/** As much of a line as the label before a claim may take. */
export const LONGEST_CLAIM_LABEL = 40;
const COLON = /[:：]/u;

/** Whether a line begins with such a label and a colon: "Claim: …". */
export function isLabelledClaim(line: string): boolean {
  const colon = line.slice(0, 2 * LONGEST_CLAIM_LABEL).search(COLON);
  return colon > 0 && CLAIM_LABELS.has(line.slice(0, colon).trim().toLowerCase());
}

/** Labels of parts that are no part of the story. */
export const SECTION_LABELS: RegExp =
  /^(?:about (?!the )\p{L}+|notes? to editors?|(?:from )?our sponsors?|from our sponsor|sponsored|readers? asks?|related|more news|more stories|read more|contact|footnotes?|references|sources|disclaimer|corrections?)$/u;

/** What stands in the bracket of a caption. */
export const CAPTION_PLACES: RegExp =
  /(?:^|[\s,])(?:left|right|cent(?:er|re)|middle|rear|front|back row|foreground|background|above|below|top|bottom|inset|pictured|seen here|shown|illustrated|file photo|links|rechts|mitte|vorn|hinten|im bild|à gauche|à droite|au centre|ci-contre|ci-dessus|ci-dessous|a la izquierda|a la derecha|en el centro|izquierda|derecha|a sinistra|a destra|al centro|à esquerda|à direita|ao centro|midden|til venstre|til høyre|til højre|till vänster|till höger|i midten|po lewej|po prawej|vlevo|vpravo|solda|sağda)(?:$|[\s,])/iu;
