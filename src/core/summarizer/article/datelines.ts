/** Agencies that sign the place an article was written in. */
const AGENCIES =
  'CNN|AP|Reuters|AFP|UPI|ANI|IANS|PTI|Xinhua|Bloomberg|KUNA|TASS|EFE|ANSA|dpa|NTB|TT|Ritzau|PAP|ČTK|CTK|USA TODAY|The Hill|CNN Student News|CNNMoney|LifeWire';
/** "(CNN)", "London (CNN)", "PRETORIA, South Africa (AP) —" at the start of a sentence. */
const SIGNED = new RegExp(
  `^(?:[\\p{Lu}][\\p{L}.'’ -]{1,30}(?:, [\\p{L}. ]{2,30})? ?)?\\((?:${AGENCIES})\\)\\s*(?:[-–—:]+\\s*)?`,
  'u',
);
/** "WASHINGTON — ", "PARIS, 3 mai - ": a place in capitals and a dash. */
const PLACED =
  /^\p{Lu}{3,}(?:[ .'-]\p{Lu}{2,})*(?:, [\p{L}\d. ]{2,24})?(?: \([\p{L} ]{2,16}\))?\s+(?:--|[-–—?])\s+/u;
const LONGEST_DATELINE = 90;
/** "16:02 ", "10.45 Uhr: ": the mark of an entry in a live blog, before a sentence with a capital. */
const TIME_MARK =
  /^\d{1,2}[:.]\d{2}(?:\s?(?:Uhr|h|[ap]\.?m\.?|GMT|UTC|BST|CES?T|EST|EDT)(?![\p{L}]))?(?:\s*[-–—:|])?\s+(?=["“„«'‘]?\p{Lu})/u;
const LONGEST_TIME_MARK = 24;

/** Length of the dateline or agency credit that a sentence begins with, 0 when there is none. */
export function datelineLength(sentence: string): number {
  const start = sentence.slice(0, LONGEST_DATELINE);
  const length = (SIGNED.exec(start) ?? PLACED.exec(start))?.[0].length ?? 0;
  return length < sentence.length ? length : 0;
}

/** Length of the time that an entry of a live blog begins with, 0 when there is none. */
export function timeMarkLength(sentence: string): number {
  const length = TIME_MARK.exec(sentence.slice(0, LONGEST_TIME_MARK))?.[0].length ?? 0;
  return length < sentence.length ? length : 0;
}
