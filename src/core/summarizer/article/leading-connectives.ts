import { isSpace } from '../characters/white-space.ts';
import { listedAs } from '../language/listed-as.ts';

/** Words that tie a sentence to the one before and say nothing by themselves; without them it stands alone. */
const CONNECTIVES: Readonly<Record<string, string>> = {
  en: 'but and however yet moreover furthermore nevertheless nonetheless',
  fr: 'mais et or cependant toutefois pourtant',
  de: 'aber und doch',
  es: 'pero y',
  it: 'ma e però',
  pt: 'mas e porém contudo',
  nl: 'maar en echter',
  da: 'men og',
  nb: 'men og',
  sv: 'men och',
  fi: 'mutta ja',
  pl: 'ale i jednak',
  cs: 'ale a',
  hu: 'de és',
  ro: 'dar și iar',
  tr: 'ama fakat ancak',
  ru: 'но и однако',
  uk: 'але і однак',
  el: 'αλλά και όμως',
  id: 'tetapi namun dan',
  vi: 'nhưng và',
  fa: 'اما ولی',
  hi: 'लेकिन मगर',
  ur: 'لیکن مگر',
  bn: 'কিন্তু',
};

interface Connectives {
  words: ReadonlySet<string>;
  /** Letters that they begin with, so that most sentences cost one look. */
  initials: ReadonlySet<string>;
  longest: number;
}

const known = new Map<string, Connectives>();

function connectivesOf(language: string): Connectives {
  let list = known.get(language);
  if (list === undefined) {
    const source = CONNECTIVES[listedAs(language)];
    const words = source === undefined ? [] : source.split(' ');
    const initials = words.flatMap((word) => [word.charAt(0), word.charAt(0).toUpperCase()]);
    list = {
      words: new Set(words),
      initials: new Set(initials),
      longest: Math.max(0, ...words.map((word) => word.length)),
    };
    known.set(language, list);
  }
  return list;
}

/** A sentence may begin with what is no small letter: a name, a number, a quotation, a script without capitals. */
const canOpen = (character: string): boolean =>
  character !== '' && (character.toLowerCase() !== character || character.toUpperCase() === character);

/**
 * How far a sentence begins behind its own start when the connective that opens it is left out ("But Holm refused");
 * 0 where there is none, or where what follows begins with a small letter: nothing is ever rewritten.
 */
export function connectiveLength(text: string, language: string): number {
  const { words, initials, longest } = connectivesOf(language);
  if (!initials.has(text.charAt(0))) return 0;
  let end = 1;
  while (end <= longest && end < text.length && !isSpace(text.charCodeAt(end)) && text.charAt(end) !== ',')
    end += 1;
  if (!words.has(text.slice(0, end).toLowerCase())) return 0;
  if (text.charAt(end) === ',') end += 1;
  const gap = end;
  while (end < text.length && isSpace(text.charCodeAt(end))) end += 1;
  return end > gap && canOpen(text.charAt(end)) ? end : 0;
}
