/** A sentence that one rule has made wrong, or has changed without harm. */
export interface Edited {
  kind: 'number' | 'date' | 'name' | 'negation dropped' | 'negation added' | 'connective' | 'quotes' | 'copy';
  text: string;
}

const NUMBER = /(?<![\p{L}\p{Nd}.,:-])\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{L}\p{Nd}:-]|[.,]\p{Nd})/gu;
const MONTHS = 'January February March April May June July August September October November December';
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday';
const DATE_WORDS = [MONTHS.split(' '), DAYS.split(' ')];
const NAME = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?:\p{Ll}|\b)/gu;
const DENIED = /\b(is|are|was|were|will|would|can|could|has|have|had|do|does|did|should) not\b/u;
const AFFIRMED = /\b(is|are|was|were|will|would|can|could|has|have|had|should)\b(?! not| no\b|n't)/u;
const CONNECTIVE = /^(?:But|And|However,|So|Yet|Meanwhile,|Still,|Also,) (?=\p{L})/u;

const replaceAt = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** Another number of the same look: its first digit moved on. */
const otherNumber = (written: string): string => {
  const first = Number(written.charAt(0));
  return `${(first % 9) + 1}${written.slice(1)}`;
};

function changeNumbers(text: string): Edited[] {
  return Array.from(text.matchAll(NUMBER)).flatMap(({ 0: written, index }): Edited[] =>
    // At the head of a sentence it numbers a list.
    index === 0
      ? []
      : [{ kind: 'number', text: replaceAt(text, index, written.length, otherNumber(written)) }],
  );
}

function changeDates(text: string): Edited[] {
  return DATE_WORDS.flatMap((list) =>
    list.flatMap((word, at): Edited[] => {
      const place = text.search(new RegExp(`\\b${word}\\b`, 'u'));
      const other = list[(at + 2) % list.length] as string;
      // "May" may be a verb at the head of a sentence.
      return place <= 0 ? [] : [{ kind: 'date', text: replaceAt(text, place, word.length, other) }];
    }),
  );
}

const isDateWord = (word: string): boolean => DATE_WORDS.some((list) => list.includes(word));

/** Puts another name of the article in the place of each name. */
function changeNames(text: string, names: readonly string[]): Edited[] {
  return Array.from(text.matchAll(NAME)).flatMap(({ 0: name, index }): Edited[] => {
    if (isDateWord(name)) return [];
    const start = names.indexOf(name) + 1;
    const other = [...names.slice(start), ...names].find((one) => one !== name && !text.includes(one));
    return other === undefined ? [] : [{ kind: 'name', text: replaceAt(text, index, name.length, other) }];
  });
}

function changeNegation(text: string): Edited[] {
  const denied = DENIED.exec(text);
  if (denied !== null) {
    const verb = denied[1] as string;
    return [{ kind: 'negation dropped', text: replaceAt(text, denied.index, denied[0].length, verb) }];
  }
  const affirmed = AFFIRMED.exec(text);
  if (affirmed === null || affirmed.index === 0) return [];
  return [
    {
      kind: 'negation added',
      text: replaceAt(text, affirmed.index, affirmed[0].length, `${affirmed[0]} not`),
    },
  ];
}

/** Names of an article that stand inside a sentence, each once. */
export const namesOf = (article: string): string[] => [
  ...new Set(Array.from(article.matchAll(NAME), ([name]) => name).filter((name) => !isDateWord(name))),
];

/** Every way in which a rule makes a true sentence false. */
export const makeWrong = (text: string, names: readonly string[]): Edited[] => [
  ...changeNumbers(text),
  ...changeDates(text),
  ...changeNames(text, names),
  ...changeNegation(text),
];

/** The sentence itself, and what nobody would call a change. */
export function makeHarmless(text: string): Edited[] {
  const straight = text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
  const rest = text.replace(CONNECTIVE, '');
  return [
    { kind: 'copy', text },
    ...(straight === text ? [] : [{ kind: 'quotes' as const, text: straight }]),
    ...(rest === text
      ? []
      : [{ kind: 'connective' as const, text: rest.charAt(0).toUpperCase() + rest.slice(1) }]),
  ];
}
