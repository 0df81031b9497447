import { placeRelation } from '../language/language-pack.ts';
import { placesOf, type Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Fault } from '../verdict/verdict.ts';
import type { Check } from './check.ts';

/** "Nearly 500" may stand for 498. */
const ROUGH_SHARE = 0.05;
const HEDGE_WORDS = 2;
const UNIT_WORDS = 2;
const UNIT_REACH = 4;
const DATE_REACH = 2;

const written = (sentence: string, { offset, length }: Word): string =>
  sentence.slice(offset, offset + length);

function isRough(words: readonly Word[], at: number, { pack, words: theirs }: Source): boolean {
  const { value } = words[at] as Word;
  if (value === undefined || value === 0) return false;
  const hedged = words.slice(Math.max(0, at - HEDGE_WORDS), at).some(({ form }) => pack.roughly.has(form));
  return (
    hedged &&
    theirs.some(
      (other) =>
        other.value !== undefined && Math.abs(other.value - value) <= ROUGH_SHARE * Math.abs(other.value),
    )
  );
}

/** Whether the article speaks of per cent where the number stands, or a few words on: "3 to 5 per cent". */
const isPercentThere = (place: number, { words }: Source): boolean =>
  words.slice(place, place + UNIT_REACH).some(({ percent }) => percent === true);

/** "30 years" where the article has "30 days". */
function findUnit(
  words: readonly Word[],
  at: number,
  places: readonly number[],
  source: Source,
): Word | undefined {
  return words.slice(at + 1, at + 1 + UNIT_WORDS).find((unit) => {
    if (!source.pack.units.has(unit.stem)) return false;
    const besides = places.map((place) => source.words.slice(place + 1, place + 1 + UNIT_REACH));
    const stands = besides.some((after) => after.some(({ stem }) => stem === unit.stem));
    return (
      !stands &&
      besides.some((after) =>
        after.some(({ stem }) => placeRelation(source.pack, unit.stem, stem) === 'opposite'),
      )
    );
  });
}

const FIRST_MONTHS = ['january', 'januar', 'janvier', 'enero'];
const months = new Map<string, ReadonlySet<number>>();

/** Stems of the months of a language: the group of the first of them. */
function monthsOf({ pack }: Source): ReadonlySet<number> {
  const held = months.get(pack.language);
  if (held !== undefined) return held;
  const first = FIRST_MONTHS.find((name) => pack.places.has(pack.stemOf(name)));
  const group = first === undefined ? undefined : pack.places.get(pack.stemOf(first))?.[0]?.group;
  const stems = [...pack.places].filter(([, places]) => places.some((place) => place.group === group));
  const set = new Set(group === undefined ? [] : stems.map(([stem]) => stem));
  months.set(pack.language, set);
  return set;
}

const LAST_DAY = 31;

/** "4 May" where the article has "3 May". */
function isOtherDay(words: readonly Word[], at: number, places: readonly number[], source: Source): boolean {
  const { value } = words[at] as Word;
  if (value === undefined || value > LAST_DAY || value < 1) return false;
  const known = monthsOf(source);
  const month = [words[at - 1], words[at + 1]].find((word) => word?.capital === true && known.has(word.stem));
  if (month === undefined) return false;
  const there = placesOf(source, month.stem);
  return (
    there.length > 0 && !there.some((one) => places.some((place) => Math.abs(one - place) <= DATE_REACH))
  );
}

/** "3) The bridge ..." */
const isListMark = ({ offset, length }: Word, at: number, sentence: string): boolean =>
  at === 0 && /^[).]/u.test(sentence.slice(offset + length));

/** "COVID-19" where the article says "COVID" and never with a number: one name, whose number counts nothing. */
function isPartOfName(words: readonly Word[], at: number, sentence: string, source: Source): boolean {
  const [before, word] = [words[at - 1], words[at] as Word];
  if (
    before === undefined ||
    !before.capital ||
    sentence.slice(before.offset + before.length, word.offset) !== '-'
  )
    return false;
  const there = placesOf(source, before.stem);
  return there.length > 0 && there.every((place) => source.words[place + 1]?.kind !== 'number');
}

/** Numbers that the article does not have, has of something else, or has on another date. */
export const checkNumbers: Check = ({ words, places }, source, sentence) =>
  words.flatMap((word, at): Fault[] => {
    if (word.kind !== 'number' || isListMark(word, at, sentence)) return [];
    const there = places[at] as readonly number[];
    const text = written(sentence, word);
    if (there.length === 0) {
      const isHeld = isRough(words, at, source) || isPartOfName(words, at, sentence, source);
      return isHeld ? [] : [{ kind: 'number', text }];
    }
    const unit = findUnit(words, at, there, source);
    if (unit !== undefined) return [{ kind: 'unit', text: `${text} ${written(sentence, unit)}` }];
    if (word.percent === true && !there.some((place) => isPercentThere(place, source)))
      return [{ kind: 'unit', text }];
    return isOtherDay(words, at, there, source) ? [{ kind: 'date', text }] : [];
  });
