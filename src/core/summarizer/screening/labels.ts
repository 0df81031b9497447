import { flagsAt } from '../characters/character-classes.ts';
import { IS_LETTER, IS_WORD } from '../characters/class-flags.ts';
import { lateWords } from '../memory/late-words.ts';

/** Labels under which a fact-check repeats what it tests. Folded: small letters, no marks. */
export const CLAIM_LABELS = lateWords(
  'claim; the claim; what was claimed; what people claim; myth; rumour; mythos; gerücht; rumeur; idée reçue; mito; boato; mythe; myte; myt; myytti; teza; mit; mýtus; tévhit; miti; efsane; миф; міф; μύθος; tin đồn; mitos; statement; behauptung; die behauptung; affirmation; l affirmation; ce qui est affirmé; la afirmación; afirmación; lo que se dice; bulo; el bulo; affermazione; l affermazione; la bufala; alegação; a alegação; afirmação; bewering; de bewering; claimen; påstand; påstanden; påstående; påståendet; väite; twierdzenie; tvrzení; iddia; утверждение; твердження; الادعاء; ادعا; दावा; দাবি; دعویٰ; 主張; 说法; 주장; tuyên bố; klaim; ισχυρισμός; הטענה; afirmația; állítás',
  '; ',
);

/** As much of a line as the label before a claim may take. */
export const LONGEST_CLAIM_LABEL = 40;

/** Whether a line begins with such a label and a colon: "Claim: …". */
export function isLabelledClaim(line: string): boolean {
  const start = line.slice(0, 2 * LONGEST_CLAIM_LABEL);
  const colon = firstOf(start.indexOf(':'), start.indexOf('：'));
  return colon > 0 && CLAIM_LABELS.has(line.slice(0, colon).trim().toLowerCase());
}

/** The nearer of two places, of which either may be -1 for none. */
const firstOf = (left: number, right: number): number =>
  left < 0 || right < 0 ? Math.max(left, right) : Math.min(left, right);

/** Labels of parts that are no part of the story. */
const SECTION_LABELS = lateWords(
  'note to editor; note to editors; notes to editor; notes to editors; our sponsor; our sponsors; from our sponsor; from our sponsors; sponsored; reader ask; reader asks; readers ask; readers asks; related; more news; more stories; read more; contact; footnote; footnotes; references; sources; disclaimer; correction; corrections',
  '; ',
);
/** "About Reuters": a name of one word. */
const ABOUT = 'about ';

/** Whether a folded label opens a part that is no part of the story. */
export const opensOtherPart = (label: string): boolean =>
  SECTION_LABELS.has(label) || (label.startsWith(ABOUT) && isWord(label.slice(ABOUT.length)));

function isWord(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if ((flagsAt(text, at) & IS_LETTER) === 0) return false;
  return text !== '';
}

const SPACE = 32;
const SOFT_HYPHEN = 0xad;
const NON_JOINER = 0x200c;
const JOINER = 0x200d;

/** Letters, marks, digits and spaces; what only joins them is a mark. */
function isKept(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === SPACE) return true;
  return (
    (flagsAt(text, at) & IS_WORD) !== 0 && code !== SOFT_HYPHEN && code !== NON_JOINER && code !== JOINER
  );
}

/** A label in small letters, a space for each run of marks. */
export function foldLabel(text: string): string {
  const lower = text.toLowerCase();
  let folded = '';
  let wasKept = true;
  for (let at = 0; at < lower.length; at += 1) {
    const kept = isKept(lower, at);
    if (kept) folded += lower.charAt(at);
    else if (wasKept) folded += ' ';
    wasKept = kept;
  }
  return folded.trim();
}
