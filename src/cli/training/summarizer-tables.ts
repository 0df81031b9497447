import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classify } from '../../core/summarizer/characters/classify.ts';
import { packClasses } from '../../core/summarizer/characters/packed-classes.ts';
import { packWords } from '../../core/summarizer/language/pack-words.ts';
import type { StoredProfile } from '../../core/summarizer/model/language-profile.ts';
import { packProfiles } from '../../core/summarizer/model/pack-profiles.ts';
import { LINES_AROUND_STORY } from '../../core/summarizer/screening/lines-around-story.ts';
import { packLines } from '../../core/summarizer/screening/pack-lines.ts';

const LAST_POINT = 0x10ffff;

export interface Table {
  file: string;
  content: string;
}

const fileOf = (path: string): string =>
  fileURLToPath(new URL(`../../core/summarizer/${path}`, import.meta.url));

const toTable = (path: string, content: unknown): Table => ({
  file: fileOf(path),
  content: `${JSON.stringify(content)}\n`,
});

/** The tables that the summariser uses in place, made from their readable sources. */
export function makeSummarizerTables(): Table[] {
  const profiles: Record<string, StoredProfile> = JSON.parse(
    readFileSync(fileOf('model/weights.json'), 'utf8'),
  );
  return [
    toTable('characters/packed-classes.json', packClasses(classify, LAST_POINT)),
    toTable('language/packed-words.json', packWords()),
    toTable('model/packed-weights.json', packProfiles(profiles)),
    toTable('screening/packed-lines.json', packLines(LINES_AROUND_STORY)),
  ];
}
