import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Check } from './check.ts';

/** "By", where it turns who does what: the passive. */
const PASSIVE = new Set(['by', 'von', 'durch', 'par', 'por', 'da', 'door', 'av']);
const REACH = 12;

interface Deed {
  doer: Word;
  deed: Word;
  done: Word;
}

/** The first word of a sentence may be a name, too. */
const isNamed = ({ kind, capital }: Word): boolean => capital && (kind === 'name' || kind === 'content');

/** Names around a word that says something: "Anna beat Ben". */
function readDeeds(words: readonly Word[]): Deed[] {
  const names = [...words.keys()].filter((at) => isNamed(words[at] as Word));
  return names.flatMap((from, place) => {
    const to = names[place + 1];
    if (to === undefined || to - from > REACH) return [];
    const deeds = words.slice(from + 1, to).filter((word) => word.kind === 'content' && !word.capital);
    const isPassive = words.slice(from + 1, to).some(({ form }) => PASSIVE.has(form));
    const [deed] = deeds;
    if (deed === undefined || deeds.length > 2 || isPassive) return [];
    return [{ doer: words[from] as Word, deed, done: words[to] as Word }];
  });
}

/** Whether the article has three words in this order in one sentence, not too far apart. */
function stands(first: Word, middle: Word, last: Word, source: Source): boolean {
  const places = ({ stem }: Word) => source.places.get(stem) ?? [];
  return places(middle).some((at) => {
    const sentence = source.sentenceOf[at];
    const near = (place: number) => source.sentenceOf[place] === sentence && Math.abs(place - at) <= REACH;
    return (
      places(first).some((place) => place < at && near(place)) &&
      places(last).some((place) => place > at && near(place))
    );
  });
}

function hasPassive(first: Word, last: Word, source: Source): boolean {
  return source.words.some(
    (word, at) =>
      PASSIVE.has(word.form) &&
      source.words.slice(Math.max(0, at - REACH), at).some(({ stem }) => stem === first.stem) &&
      source.words.slice(at, at + REACH).some(({ stem }) => stem === last.stem),
  );
}

/** Who did it to whom, turned round. */
export const checkRoles: Check = ({ words }, source, sentence) =>
  readDeeds(words)
    .filter(
      ({ doer, deed, done }) =>
        doer.stem !== done.stem &&
        stands(done, deed, doer, source) &&
        !stands(doer, deed, done, source) &&
        !hasPassive(done, doer, source),
    )
    .map(({ doer, done }) => ({
      kind: 'role',
      text: sentence.slice(doer.offset, done.offset + done.length),
    }));
