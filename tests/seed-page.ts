import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** The text of a page as a reader copies it: title, box, body, box, navigation. */
export interface SeedPage {
  origin: string;
  title: string;
  body: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    seedPage: SeedPage;
  }
}

const PLACE = new URL('../../shared/seed-page.txt', import.meta.url);

export function readSeedPage(): SeedPage | undefined {
  try {
    const text = readFileSync(fileURLToPath(PLACE), 'utf8');
    const [title = '', , ...rest] = text.split('\n\n').map((block) => block.trim());
    return { origin: 'its own text', title, body: rest.slice(0, 6).join('\n\n') };
  } catch {
    return undefined; // Not every checkout has the original beside it.
  }
}

/** Six paragraphs of our own, in the same shape. */
const STAND_IN: SeedPage = {
  origin: 'a stand-in, since ../shared is absent',
  title: 'Harbour board weighs a second barrier',
  body: Array.from(
    { length: 6 },
    (_, index) =>
      `The board met for the ${['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][index]} time on Monday. ` +
      `It heard ${index + 2} engineers and asked each of them for a price. ` +
      `A decision on berth ${index + 1} is expected before the spring tides.`,
  ).join('\n\n'),
};

/** Vitest's global set-up: workerd has no file system, so the text is handed in. */
export default function provideSeedPage({ provide }: TestProject): void {
  provide('seedPage', readSeedPage() ?? STAND_IN);
}
