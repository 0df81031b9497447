import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { groundSentence } from '../../../core/grounding/index.ts';

const SAMPLES = fileURLToPath(new URL('../../../../samples/grounding/', import.meta.url));
export const PAIR_LANGUAGES = ['de', 'fr', 'es'] as const;

/** A sentence that was written by hand for an article, and whether the article holds it up. */
export interface HandMade {
  text: string;
  grounded: boolean;
  edit: string;
}

export function readHandMade(language: string): { text: string; language: string; sentences: HandMade[] }[] {
  const lines = readFileSync(`${SAMPLES}${language}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { text: string; language: string; sentences: HandMade[] });
}

/** Prints how the hand-made sentences of each language are judged, and which wrongly. */
export function reportLanguages(): void {
  for (const language of PAIR_LANGUAGES) {
    const judged = readHandMade(language).flatMap((article) =>
      article.sentences.map((sentence) => ({ ...sentence, verdict: groundSentence(sentence.text, article) })),
    );
    const share = (grounded: boolean) => {
      const group = judged.filter((one) => one.grounded === grounded);
      return `${group.filter(({ verdict }) => verdict.grounded === grounded).length} of ${group.length}`;
    };
    console.log(`\n${language}: ${share(true)} true ones pass, ${share(false)} false ones are caught`);
    for (const { text, edit, grounded, verdict } of judged)
      if (verdict.grounded !== grounded)
        console.log(
          `  ${edit}: ${text} ${verdict.faults.map(({ kind, text: words }) => `[${kind} ${words}]`).join(' ')}`,
        );
  }
}
