-- A catalogue as the release before wrote it: one article, one draft, one tombstone, all copies written.
CREATE TABLE schema_version (version INTEGER NOT NULL);
INSERT INTO schema_version VALUES (1);
CREATE TABLE articles (
  slug TEXT PRIMARY KEY, state TEXT NOT NULL, moved_to TEXT, revision INTEGER NOT NULL, projection INTEGER NOT NULL,
  visible INTEGER NOT NULL, scheduled INTEGER NOT NULL, published_at INTEGER, language TEXT, meta TEXT, entry TEXT
) WITHOUT ROWID;
CREATE INDEX articles_in_order ON articles (published_at, slug) WHERE visible = 1;
CREATE INDEX articles_scheduled ON articles (published_at) WHERE scheduled = 1;
CREATE INDEX articles_moved ON articles (moved_to) WHERE moved_to IS NOT NULL;
CREATE TABLE parts (slug TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (slug, name));
CREATE TABLE tags (tag TEXT NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (tag, slug)) WITHOUT ROWID;
CREATE INDEX tags_of_article ON tags (slug);
CREATE TABLE urls (hash TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX urls_of_article ON urls (slug);
CREATE TABLE outbox (key TEXT PRIMARY KEY, ticket INTEGER NOT NULL, not_before INTEGER NOT NULL, queued_at INTEGER NOT NULL, attempts INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (not_before);
CREATE TABLE recent_writes (key TEXT PRIMARY KEY, written_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE purges (tag TEXT NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL, PRIMARY KEY (tag, due_at)) WITHOUT ROWID;
CREATE INDEX purges_due ON purges (due_at);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO facts VALUES ('catalogue', 'v1v1v1v1'), ('changes', '3'), ('purgedAt', '1767225600000');
INSERT INTO articles VALUES ('tides', 'article', NULL, 2, 4, 1, 0, 1767225600000, 'en',
  '{"slug":"tides","url":null,"aliases":[],"formerUrls":[],"title":"Tides","byline":null,"publishedAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","language":"en","tags":["sea"],"image":null,"status":"published","access":"full","source":"api","summaryEnabled":true,"summaryOff":false,"teaserOnly":false,"bodyKind":"text","pinned":[],"override":null,"revision":2}',
  '{"slug":"tides","url":null,"title":"Tides","byline":null,"publishedAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","language":"en","tags":["sea"],"image":null,"access":"full","readingTimeSeconds":1,"summary":"One ferry sailed."}');
INSERT INTO articles VALUES ('draft', 'article', NULL, 1, 1, 0, 0, 1767312000000, 'en',
  '{"slug":"draft","url":null,"aliases":[],"formerUrls":[],"title":"Draft","byline":null,"publishedAt":"2026-01-02T00:00:00Z","updatedAt":"2026-01-02T00:00:00Z","language":"en","tags":[],"image":null,"status":"draft","access":"full","source":"api","summaryEnabled":true,"summaryOff":false,"teaserOnly":false,"bodyKind":"text","pinned":[],"override":null,"revision":1}',
  '{"slug":"draft","url":null,"title":"Draft","byline":null,"publishedAt":"2026-01-02T00:00:00Z","updatedAt":"2026-01-02T00:00:00Z","language":"en","tags":[],"image":null,"access":"full","readingTimeSeconds":1,"summary":null}');
INSERT INTO articles VALUES ('gone', 'deleted', NULL, 2, 2, 0, 0, NULL, NULL, NULL, NULL);
INSERT INTO parts VALUES ('tides', 'bodySource', 'One ferry sailed.'), ('tides', 'html', '<p id="p1">One ferry sailed.</p>'), ('tides', 'text', 'One ferry sailed.'),
  ('tides', 'digest', '{"engine":{"name":"standfirst","version":"0.1.0"},"label":"extracted","stale":false,"textLength":17,"words":3,"sentenceCount":1,"readingTimeSeconds":1,"sentences":[{"text":"One ferry sailed.","offset":0,"length":17,"rankScore":1,"paragraph":1,"fragment":null}],"whole":[[0]],"opening":[[0]],"pinned":[],"excluded":[]}'),
  ('draft', 'bodySource', 'No.'), ('draft', 'html', '<p id="p1">No.</p>'), ('draft', 'text', 'No.'),
  ('draft', 'digest', '{"engine":{"name":"standfirst","version":"0.1.0"},"label":"extracted","stale":false,"textLength":3,"words":1,"sentenceCount":1,"readingTimeSeconds":1,"sentences":[],"whole":[],"opening":[],"pinned":[],"excluded":[]}');
INSERT INTO tags VALUES ('sea', 'tides');
