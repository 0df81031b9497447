import type { Article } from '../article/read-article.ts';
import { CAPITAL_NOUNS } from '../language/capital-nouns.ts';
import { listedAs } from '../language/listed-as.ts';
import { hashWords } from '../terms/scan-terms.ts';
import { TERM_CAPITAL, TERM_DIGIT } from '../terms/term-list.ts';

/** First words of a phrase that tells when, where or under what a sentence happens, before it says of whom. */
const OPENINGS: Readonly<Record<string, string>> = {
  en: 'in at on during from since throughout within over under by until after before for despite following last earlier later yesterday today recently',
  fr: 'en à au aux dans sur pendant depuis lors après avant dès selon hier lundi mardi mercredi jeudi vendredi samedi dimanche',
  de: 'am im in an auf bei nach seit vor zu während gestern heute später früher',
  nl: 'in op bij na sinds voor tijdens sedert gisteren vandaag later',
  da: 'i på efter under ved siden fra før senere',
  nb: 'i på etter under ved siden fra før senere',
  sv: 'i på efter under vid sedan från före senare',
};

/** Who or what is meant stands in another sentence. Without those that stand for nobody ("it rains", "il faut"). */
const PRONOUNS: Readonly<Record<string, string>> = {
  en: 'he she they his her their that those these',
  fr: 'elle elles ils',
  de: 'er sie',
  nl: 'hij zij ze',
  da: 'han hun',
  nb: 'han hun',
  sv: 'han hon',
};

/** Where the verb stands second, whom it is about follows it without a comma ("Im Mai sagte er"). */
const VERB_SECOND = new Set(['de', 'nl', 'da', 'nb', 'sv']);

/** The first comma is looked for within these terms; after it another thought may have begun. */
const LONGEST_OPENING_TERMS = 12;
const LONGEST_VERB_SECOND_TERMS = 6;

interface LatePronouns {
  openings: ReadonlySet<number>;
  pronouns: ReadonlySet<number>;
  isVerbSecond: boolean;
  /** A capital before the pronoun need not be who it stands for. */
  nounsAreCapital: boolean;
}

const known = new Map<string, LatePronouns>();
const hashes = (words = ''): ReadonlySet<number> => new Set(hashWords(words));

/** Made ready on first use of a language. */
function pronounsOf(language: string): LatePronouns {
  let late = known.get(language);
  if (late === undefined) {
    const name = listedAs(language);
    late = {
      openings: hashes(OPENINGS[name]),
      pronouns: hashes(PRONOUNS[name]),
      isVerbSecond: VERB_SECOND.has(name),
      nounsAreCapital: CAPITAL_NOUNS.has(name),
    };
    known.set(language, late);
  }
  return late;
}

/**
 * Whether a sentence tells when or where, and then speaks of somebody whom another sentence names ("In Virginia, they
 * voted for …", "In 2008 she became …", "Im Mai trat er zurück").
 */
export function hasLatePronoun(
  { starts, terms, table, list, text, language }: Article,
  sentence: number,
): boolean {
  const { openings, pronouns, isVerbSecond, nounsAreCapital } = pronounsOf(language);
  const from = starts[sentence] as number;
  const { shapes } = list;
  if (!openings.has(table.hashAt(terms[from] as number))) return false;
  const longest = isVerbSecond ? LONGEST_VERB_SECOND_TERMS : LONGEST_OPENING_TERMS;
  const to = Math.min(from + longest, starts[sentence + 1] as number);
  for (let at = from + 1; at < to; at += 1) {
    const shape = shapes[at] as number;
    const follows = text.charAt(list.offsetAt(at - 1) + list.lengthAt(at - 1));
    const isPronoun = (shape & TERM_CAPITAL) === 0 && pronouns.has(table.hashAt(terms[at] as number));
    if (follows === ',') return isPronoun && !isVerbSecond;
    if (isPronoun && at > from + 1 && (isVerbSecond || tellsTime(list.shapeAt(at - 1), at - from)))
      return true;
    if (isVerbSecond && !nounsAreCapital && (shape & TERM_CAPITAL) !== 0) return false;
  }
  return false;
}

/** "In 2008 she", "On Monday he": British papers leave the comma out. */
function tellsTime(shape: number, place: number): boolean {
  return place === 2 && (shape & (TERM_DIGIT | TERM_CAPITAL)) !== 0;
}
