import { functionWordsOf, hashStem, hashWord } from '../../summarizer/index.ts';
import { IRREGULAR_FORMS } from './irregular-forms.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { OPPOSITES } from './opposites.ts';
import { MODALS, NEGATIONS, ROUGHLY } from './polarity-lists.ts';

/** Where a word stands among its opposites: words of one group and another side exclude each other. */
interface Place {
  group: number;
  side: number;
}

/** What is known of one language; of one without lists, what all languages share. */
export interface LanguagePack {
  language: string;
  isFunction(form: string): boolean;
  negations: ReadonlySet<string>;
  modals: ReadonlySet<string>;
  roughly: ReadonlySet<string>;
  numbers: ReadonlyMap<string, number>;
  /** Places by stem. */
  places: ReadonlyMap<number, readonly Place[]>;
  /** The words of each group. */
  groups: ReadonlyMap<number, readonly { stem: number; side: number }[]>;
  /** Stems of what is counted: days, miles, euros. */
  units: ReadonlySet<number>;
  stemOf(form: string): number;
}

const wordsOf = (list: string | undefined): ReadonlySet<string> =>
  new Set(list === undefined ? [] : list.split(' '));

function readNumbers(list: string | undefined): ReadonlyMap<string, number> {
  const pairs = (list ?? '').split(' ').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const [word, value] = pair.split(':') as [string, string];
      return [word, Number(value)];
    }),
  );
}

const UNITS = '# ';

const plainLine = (line: string): string => (line.startsWith(UNITS) ? line.slice(UNITS.length) : line);

function readPlaces(lines: string | undefined, stemOf: (form: string) => number): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const [group, listed] of (lines ?? '').split('\n').entries()) {
    const line = plainLine(listed);
    const sides = line.includes('/')
      ? line.split('/').map((side) => side.split(' '))
      : line.split(' ').map((word) => [word]);
    for (const [side, words] of sides.entries())
      for (const word of words.filter((one) => one !== '')) {
        const stem = stemOf(word);
        const held = places.get(stem) ?? [];
        if (!held.some((place) => place.group === group)) places.set(stem, [...held, { group, side }]);
      }
  }
  return places;
}

function readUnits(lines: string | undefined, stemOf: (form: string) => number): Set<number> {
  const listed = (lines ?? '').split('\n').filter((line) => line.startsWith(UNITS));
  return new Set(listed.flatMap((line) => (plainLine(line).match(/[^ /]+/gu) ?? []).map(stemOf)));
}

function groupPlaces(
  places: ReadonlyMap<number, readonly Place[]>,
): Map<number, { stem: number; side: number }[]> {
  const groups = new Map<number, { stem: number; side: number }[]>();
  for (const [stem, held] of places)
    for (const { group, side } of held) groups.set(group, [...(groups.get(group) ?? []), { stem, side }]);
  return groups;
}

function makePack(language: string): LanguagePack {
  const isFunctionWord = functionWordsOf(language);
  const stemOf = (form: string): number => {
    const base = language === 'en' ? (IRREGULAR_FORMS.get(form) ?? form) : form;
    return hashStem(base, 0, base.length, language);
  };
  const places = readPlaces(OPPOSITES[language], stemOf);
  return {
    language,
    isFunction: (form) => isFunctionWord(hashWord(form)),
    negations: wordsOf(NEGATIONS[language]),
    modals: wordsOf(MODALS[language]),
    roughly: wordsOf(ROUGHLY[language]),
    numbers: readNumbers(NUMBER_WORDS[language]),
    places,
    groups: groupPlaces(places),
    units: readUnits(OPPOSITES[language], stemOf),
    stemOf,
  };
}

const packs = new Map<string, LanguagePack>();

/** The pack of a language, made when it is first asked for. */
export function packOf(language: string): LanguagePack {
  let pack = packs.get(language);
  if (pack === undefined) {
    pack = makePack(language);
    packs.set(language, pack);
  }
  return pack;
}

/** Whether two stems exclude each other, say about the same, or neither. */
export function placeRelation(
  pack: LanguagePack,
  left: number,
  right: number,
): 'opposite' | 'same' | undefined {
  const [ours, theirs] = [pack.places.get(left), pack.places.get(right)];
  if (ours === undefined || theirs === undefined) return undefined;
  for (const { group, side } of ours) {
    const other = theirs.find((place) => place.group === group);
    if (other !== undefined) return other.side === side ? 'same' : 'opposite';
  }
  return undefined;
}
