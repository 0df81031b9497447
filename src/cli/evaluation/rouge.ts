import { stemWord } from './porter-stemmer.ts';

/** Recall, precision and their balanced F, each 0 to 1. */
export interface RougeScore {
  recall: number;
  precision: number;
  f1: number;
}

export interface RougeScores {
  rouge1: RougeScore;
  rouge2: RougeScore;
  rougeLsum: RougeScore;
}

/** ROUGE-1.5.5 stems words longer than this many letters. */
const SHORTEST_UNSTEMMED = 3;

function tokenizeEnglish(sentence: string): string[] {
  const words = sentence
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  return words === ''
    ? []
    : words.split(' ').map((word) => (word.length > SHORTEST_UNSTEMMED ? stemWord(word) : word));
}

const ARABIC_FOLDS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

function tokenizeUnicode(sentence: string): string[] {
  const folded = sentence
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640\u200c\u200d]/gu, '')
    .replace(/[أإآٱىیکة]/gu, (letter) => ARABIC_FOLDS[letter] ?? letter);
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Words as ROUGE compares them: English as ROUGE-1.5.5 `-m`, other languages as folded Unicode words. */
export function tokenizeForRouge(sentence: string, language: string): string[] {
  return language === 'en' ? tokenizeEnglish(sentence) : tokenizeUnicode(sentence);
}

function countNgrams(words: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= words.length; at += 1) {
    const ngram = size === 1 ? (words[at] as string) : `${words[at]} ${words[at + 1]}`;
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

function scoreOf(hits: number, candidateTotal: number, referenceTotal: number): RougeScore {
  const recall = referenceTotal === 0 ? 0 : hits / referenceTotal;
  const precision = candidateTotal === 0 ? 0 : hits / candidateTotal;
  return { recall, precision, f1: hits === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
}

function scoreNgrams(candidate: readonly string[], reference: readonly string[], size: number): RougeScore {
  const available = countNgrams(candidate, size);
  let hits = 0;
  for (const [ngram, count] of countNgrams(reference, size))
    hits += Math.min(count, available.get(ngram) ?? 0);
  return scoreOf(hits, Math.max(0, candidate.length - size + 1), Math.max(0, reference.length - size + 1));
}

/** Marks the words of `reference` on one longest common subsequence; ties go up first, as in ROUGE-1.5.5. */
function markCommonWords(
  reference: readonly string[],
  candidate: readonly string[],
  marks: Uint8Array,
): void {
  const width = candidate.length + 1;
  const lengths = new Uint16Array((reference.length + 1) * width);
  for (let r = 1; r <= reference.length; r += 1) {
    for (let c = 1; c <= candidate.length; c += 1) {
      lengths[r * width + c] =
        reference[r - 1] === candidate[c - 1]
          ? (lengths[(r - 1) * width + c - 1] as number) + 1
          : Math.max(lengths[(r - 1) * width + c] as number, lengths[r * width + c - 1] as number);
    }
  }
  let r = reference.length;
  let c = candidate.length;
  while (r > 0 && c > 0) {
    if (reference[r - 1] === candidate[c - 1]) {
      marks[r - 1] = 1;
      r -= 1;
      c -= 1;
    } else if ((lengths[(r - 1) * width + c] as number) >= (lengths[r * width + c - 1] as number)) r -= 1;
    else c -= 1;
  }
}

function scoreSummaryLcs(candidate: readonly string[][], reference: readonly string[][]): RougeScore {
  const candidateLeft = countNgrams(candidate.flat(), 1);
  const referenceLeft = countNgrams(reference.flat(), 1);
  let hits = 0;
  for (const sentence of reference) {
    const marks = new Uint8Array(sentence.length);
    for (const other of candidate) markCommonWords(sentence, other, marks);
    sentence.forEach((word, at) => {
      const inCandidate = candidateLeft.get(word) ?? 0;
      const inReference = referenceLeft.get(word) ?? 0;
      if (marks[at] === 0 || inCandidate === 0 || inReference === 0) return;
      hits += 1;
      candidateLeft.set(word, inCandidate - 1);
      referenceLeft.set(word, inReference - 1);
    });
  }
  return scoreOf(hits, candidate.flat().length, reference.flat().length);
}

/** ROUGE-1, ROUGE-2 and summary-level ROUGE-L (union of longest common subsequences) of tokenised sentences. */
export function scoreRouge(candidate: readonly string[][], reference: readonly string[][]): RougeScores {
  const [candidateWords, referenceWords] = [candidate.flat(), reference.flat()];
  return {
    rouge1: scoreNgrams(candidateWords, referenceWords, 1),
    rouge2: scoreNgrams(candidateWords, referenceWords, 2),
    rougeLsum: scoreSummaryLcs(candidate, reference),
  };
}
