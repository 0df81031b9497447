/**
 * Tables of the desk: what is searched, the state of each summary, the history of decisions. The index holds no text of
 * its own (`content=''`), so it costs about a third of what it indexes. Marks count as parts of words: vowels of Thai and
 * Hindi are marks.
 */
export const DESK_TABLES = `
  CREATE TABLE desk_articles (
    id INTEGER PRIMARY KEY,           -- rowid in desk_search
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL               -- SummaryState
  );
  CREATE INDEX desk_articles_in_state ON desk_articles (state, slug);
  CREATE VIRTUAL TABLE desk_search USING fts5 (
    title, open, closed,              -- closed: what readers may not see
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
  );
  CREATE TABLE desk_history (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL,
    entry INTEGER NOT NULL,           -- numbered from 1 for each slug
    revision INTEGER NOT NULL,
    event TEXT NOT NULL,              -- JSON: SummaryEvent
    UNIQUE (slug, entry)
  );
  INSERT INTO facts (name, value) SELECT 'walk:desk', '' WHERE EXISTS (SELECT 1 FROM articles);
`;
