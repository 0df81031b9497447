import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unpackRecord } from '../../../src/adapters/catalogue/packed-body.ts';

/** The article that all made ones are like. Its slug stands in its texts, and all slugs are of one length. */
export const MODEL = 'former-00000';
/** When the model was published; the others a minute before each other. */
export const PUBLISHED_AT = '2019-01-01T00:00:00Z';
export const slugOfFormer = (number: number) => `former-${String(number).padStart(5, '0')}`;

/** The volumes stand beside it once texts are moved; it was there first. */
const databaseFiles = new Map<string, string>();

function databaseFile(folder: string): string {
  const known = databaseFiles.get(folder);
  if (known !== undefined) return known;
  const [file] = globSync(join(folder, 'data/bench-catalogue/*.sqlite')).filter(
    (path) => basename(path) !== 'metadata.sqlite',
  );
  if (file === undefined) throw new Error('the catalogue has no file');
  databaseFiles.set(folder, file);
  return file;
}

/**
 * Puts articles into the database of a server that does not run, as the release of the first schema wrote them, and has
 * the alarm take them over: records to be packed, parts of the sitemap to be given, words to be indexed, texts to be moved
 * into a volume, where those go that are written meanwhile.
 */
export async function makeFormerRows(folder: string, count: number): Promise<void> {
  const database = new DatabaseSync(databaseFile(folder));
  const { packed } = database.prepare('SELECT packed FROM bodies WHERE slug = ?').get(MODEL) as {
    packed: Uint8Array<ArrayBuffer>;
  };
  const { bodySource, html, text, digest, ...meta } = await unpackRecord(packed);
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})`;
  const slug = "printf('former-%05d', n)";
  const at = `${Date.parse(PUBLISHED_AT)} - n * 60000`;
  const instant = `strftime('%Y-%m-%dT%H:%M:%SZ', (${at}) / 1000, 'unixepoch')`;
  const ofNumber = (text: string) =>
    `replace(replace(${text}, '${MODEL}', ${slug}), '${PUBLISHED_AT}', ${instant})`;
  database.exec('BEGIN');
  database
    .prepare(
      `INSERT INTO articles (slug, state, revision, projection, visible, scheduled, published_at, language, changed_at, entry, meta)
       ${numbers} SELECT ${slug}, 'article', 1, 1, 1, 0, ${at}, language, changed_at,
         ${ofNumber('entry')}, ${ofNumber('?')}
       FROM numbers, (SELECT * FROM articles WHERE slug = '${MODEL}')`,
    )
    .run(JSON.stringify(meta));
  for (const [name, value] of Object.entries({ bodySource, html, text, digest: JSON.stringify(digest) }))
    database
      .prepare(
        `INSERT INTO parts (slug, name, value) ${numbers} SELECT ${slug}, ?, ${ofNumber('?')} FROM numbers`,
      )
      .run(name, value);
  database.exec(`
    INSERT OR REPLACE INTO facts (name, value)
      VALUES ('walk:bodies', ''), ('walk:sitemap', '[-1e15,""]'), ('walk:desk', ''), ('walk:texts', ''), ('volume', '1');
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);`);
  database.close();
}

/** What the alarm still has to take over. Looks at a copy: opening the database would mend what the kill has left. */
export function walksUnderWay(folder: string): string[] {
  const file = databaseFile(folder);
  const copy = mkdtempSync(join(tmpdir(), 'standfirst-copy-'));
  try {
    for (const path of globSync(`${file}*`)) cpSync(path, join(copy, basename(path)));
    const database = new DatabaseSync(join(copy, basename(file)));
    const rows = database.prepare("SELECT name FROM facts WHERE name LIKE 'walk:%'").all();
    database.close();
    return rows.map(({ name }) => String(name).slice('walk:'.length));
  } finally {
    rmSync(copy, { recursive: true });
  }
}
