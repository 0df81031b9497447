import { WORD_TABLES } from './desk-words.ts';

/**
 * Tables of the desk: what is searched, the state of each summary, the history of decisions. The index holds no text of
 * its own (`content=''`), so it costs about a third of what it indexes. Marks count as parts of words: vowels of Thai and
 * Hindi are marks.
 *
 * `desk_articles.id` is the rowid in `desk_search`, higher for newer articles; `closed` is what readers may not see;
 * `desk_history.entry` is numbered from 1 for each slug; `event` is the JSON of a SummaryEvent.
 */
export const DESK_TABLES = `
  CREATE TABLE desk_articles (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL
  );
  CREATE INDEX desk_articles_in_state ON desk_articles (state, slug);
  CREATE VIRTUAL TABLE desk_search USING fts5 (
    title, open, closed,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
  );
  CREATE TABLE desk_history (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL,
    entry INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    event TEXT NOT NULL,
    UNIQUE (slug, entry)
  );
  INSERT INTO facts (name, value) SELECT 'walk:desk', '' WHERE EXISTS (SELECT 1 FROM articles);
`;

/**
 * Articles that were numbered as they came are numbered by their dates: the walk takes them in once more. `title` is kept
 * in folded words.
 */
export const DESK_ORDER = `
  ALTER TABLE desk_articles ADD COLUMN title TEXT;
  ${WORD_TABLES}
  INSERT OR REPLACE INTO facts (name, value) SELECT 'walk:desk', '' WHERE EXISTS (SELECT 1 FROM articles);
`;
