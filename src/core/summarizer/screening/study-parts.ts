import type { Article } from '../article/read-article.ts';
import { holdsQuote } from '../article/sentence-signs.ts';
import { listedAs } from '../language/listed-as.ts';
import { keyOf } from './line-index.ts';

/** Phrases, in small letters, with which the authors of a study tell its parts: aims, methods, results. */
type StudyCues = readonly [aims: string, methods: string, results: string];

/** Data by language, written by hand: the wording that abstracts have in common, in languages that studies are told in. */
const STUDY_CUES: Readonly<Record<string, StudyCues>> = {
  en: [
    'we aim to; we aimed to; we set out to; study aims to; paper aims to; purpose of this study; to determine whether; to assess whether; to examine whether; we asked whether',
    'at random; randomly; by lot; we recruited; we recorded; we measured; we ran ; we gave ; we asked ; we surveyed; we interviewed; we followed; we tested; we analysed; we analyzed; were followed for; in random order; was recorded; were recorded; was measured; were measured; were recruited; was tested; were tested',
    'we conclude; we find ; we found ; we show ; we showed; our results; our findings',
  ],
  fr: [
    'nous avons cherché à',
    'tirage au sort; tirés au sort; au hasard',
    'nous concluons; nous avons constaté',
  ],
  de: [
    'ziel dieser studie',
    'nach dem zufallsprinzip; zufällig zugeteilt; ausgelost',
    'wir schließen daraus; wir folgern',
  ],
  es: ['objetivo de este estudio', 'al azar; por sorteo; aleatoriamente', 'concluimos; encontramos que'],
  it: [
    'obiettivo di questo studio',
    'a caso; per sorteggio; in modo casuale',
    'concludiamo; abbiamo trovato',
  ],
  pt: ['objetivo deste estudo', 'ao acaso; por sorteio; aleatoriamente', 'concluímos; verificámos'],
  nl: ['doel van dit onderzoek', 'willekeurig; door loting; we volgden', 'we concluderen; wij concluderen'],
  da: ['formålet med studiet', 'tilfældigt; ved lodtrækning; vi målte', 'vi konkluderer; vi fandt'],
  nb: ['formålet med studien', 'tilfeldig; ved loddtrekning; vi målte', 'vi konkluderer; vi fant'],
  sv: ['syftet med studien', 'slumpmässigt; genom lottning; vi mätte', 'vi drar slutsatsen; vi fann'],
  pl: ['celem badania', 'losowo; drogą losowania; zmierzyliśmy', 'wnioskujemy; stwierdziliśmy'],
  ru: [
    'целью исследования',
    'случайным образом; по жребию; мы измерили',
    'мы пришли к выводу; мы обнаружили',
  ],
};

/** What counts for a sentence of each part, against one that tells what was found. */
const BACKGROUND = -0.8;
const MEANS = -1;
const RESULT = 0.4;

interface Phrase {
  words: string;
  /** Hash of the longest term: a text without it lacks the phrase. */
  key: number;
}

const read = new Map<string, readonly (readonly Phrase[])[]>();

/** The phrases of a language, made ready on first use. */
function phrasesOf(language: string): readonly (readonly Phrase[])[] {
  let phrases = read.get(language);
  if (phrases === undefined) {
    const lists = STUDY_CUES[listedAs(language)] ?? [];
    phrases = lists.map((list) => list.split('; ').map((words) => ({ words, key: keyOf(words) })));
    read.set(language, phrases);
  }
  return phrases;
}

/**
 * Weighs the sentences of a study told by its authors: why and how it was made gives way to what was found. A study has
 * a method and an aim or a result of the authors' own; what others say of one, in quotation marks, counts for nothing.
 * Linear; most texts lack the words of a study and cost a look-up of each.
 *
 * @returns Weights by sentence; undefined where the text is no study.
 */
export function weighStudyParts(article: Article): Float64Array | undefined {
  const { language, text, sentences, arena, table } = article;
  const [aimed = [], done = [], found = []] = phrasesOf(language).map((phrases) =>
    phrases.filter(({ key }) => table.find(key) >= 0),
  );
  if (done.length === 0 || aimed.length + found.length === 0) return undefined;
  const lower = text.toLowerCase();
  // Letters that change their length with their case would move every offset behind them.
  if (lower.length !== text.length) return undefined;
  const methods = findCues(article, lower, done);
  if (methods.length === 0) return undefined;
  const aims = findCues(article, lower, aimed);
  const results = findCues(article, lower, found);
  if (aims.length + results.length === 0) return undefined;
  const weights = arena.float64(sentences.length);
  weights.fill(
    BACKGROUND,
    0,
    methods.reduce((least, at) => Math.min(least, at), sentences.length),
  );
  for (const at of results) weights[at] = RESULT;
  for (const at of [...aims, ...methods]) weights[at] = MEANS;
  return weights;
}

/** Numbers of the sentences that hold one of the phrases, outside quotations. */
function findCues(article: Article, lower: string, phrases: readonly Phrase[]): number[] {
  const { sentences } = article;
  const found: number[] = [];
  for (const { words } of phrases) {
    let sentence = 0;
    for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
      while (sentence < sentences.length - 1 && (sentences[sentence + 1]?.offset ?? 0) <= at) sentence += 1;
      if (!holdsQuote(article, sentence)) found.push(sentence);
    }
  }
  return found;
}
