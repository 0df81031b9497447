/** Words of the index, looked up one by one (FTS5, section 8). It is a view: it stores nothing. */
export const WORD_TABLES = "CREATE VIRTUAL TABLE desk_words USING fts5vocab('desk_search', 'instance');";

/** After a word and before every other that begins with it: no letter, digit or mark is as low. */
const NEXT = 'char(1)';
const HIGHEST = '\u{10ffff}';

/**
 * Each row leaps to the next word, however many places the one before it stands in: a plain walk would pass all of
 * them ("loose index scan").
 */
const WORDS = `
  WITH RECURSIVE words (word, count) AS (
    SELECT (SELECT term FROM desk_words WHERE term >= ?1 AND term < ?2 LIMIT 1), 1
    UNION ALL
    SELECT (SELECT term FROM desk_words WHERE term >= word || ${NEXT} AND term < ?2 LIMIT 1), count + 1
      FROM words WHERE word IS NOT NULL AND count < ?3
  )
  SELECT word FROM words WHERE word IS NOT NULL`;

/** The words of the index that begin so, the first of the alphabet. @param beginning - Folded. */
export function wordsFrom(sql: SqlStorage, beginning: string, limit: number): string[] {
  return sql
    .exec<{ word: string }>(WORDS, beginning, beginning + HIGHEST, limit)
    .toArray()
    .map(({ word }) => word);
}

/** Whether more than a few places have a word that begins so: then it is dear to bring all of them together. */
export function isOftenBegun(sql: SqlStorage, beginning: string, limit: number): boolean {
  const query =
    'SELECT count(*) AS count FROM (SELECT 1 FROM desk_words WHERE term >= ? AND term < ? LIMIT ?)';
  return sql.exec<{ count: number }>(query, beginning, beginning + HIGHEST, limit).one().count === limit;
}
