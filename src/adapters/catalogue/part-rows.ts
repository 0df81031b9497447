import { type ArticleRecord, articleRecordSchema } from '../../core/catalogue/article-record.ts';

/** What is stored of an article beside its row, read in one go and unpacked later. */
export interface StoredBody {
  bytes: number;
  record(): Promise<ArticleRecord>;
}

/** The record as earlier releases wrote it: its short members in the article's row, four texts in `parts`. */
export function readParts(sql: SqlStorage, slug: string, meta: string): StoredBody {
  const query = 'SELECT name, value FROM parts WHERE slug = ?';
  const parts = sql.exec<{ name: string; value: string }>(query, slug).toArray();
  const values = new Map(parts.map(({ name, value }) => [name, value]));
  const [bodySource, html, text, digest] = ['bodySource', 'html', 'text', 'digest'].map((name) =>
    values.get(name),
  );
  return {
    bytes: parts.reduce((sum, { value }) => sum + value.length, 0),
    record: async () =>
      articleRecordSchema().parse({
        ...JSON.parse(meta),
        bodySource,
        html,
        text,
        digest: JSON.parse(digest ?? 'null'),
      }),
  };
}
