/** The published limits of the service (also in the OpenAPI document). Lengths are UTF-16 units. */
export const ARTICLE_JSON_MAX_BYTES = 1024 * 1024;
/** A page as it is fetched, scripts and styles included; `npm run bench body-memory` shows what it takes. */
export const RAW_PAGE_MAX_BYTES = 5 * 1024 * 1024;
/** A page that is sent to us, by anybody. */
export const SENT_PAGE_MAX_BYTES = 2 * 1024 * 1024;
/**
 * What is read of a page, scripts, styles and drawings left out: words and attributes, in UTF-16 units. It is cut off
 * where there is more, since comments and lists of other stories come after the story. The most that one of 232
 * real news pages says is 460,000, with 4,300 elements and 4,900 attributes.
 */
export const PAGE_CONTENT_MAX_LENGTH = 1024 * 1024;
export const PAGE_MAX_ELEMENTS = 9_000;
export const PAGE_MAX_ATTRIBUTES = 40_000;
/** Rows of a SQLite Durable Object and our KV values stay below 2 MB; local workerd does not check, so we do. */
export const STORED_VALUE_MAX_BYTES = 1_900_000;

/** Elements inside one another; a browser flattens what is deeper than 512. */
export const BODY_MAX_DEPTH = 256;
/** Paragraphs, links, cells, formatting: everything that a body is made of. A long live blog has some thousands. */
export const BODY_MAX_ELEMENTS = 50_000;

export const SLUG_MAX_LENGTH = 200;
export const TITLE_MAX_LENGTH = 300;
export const BYLINE_MAX_LENGTH = 200;
export const DESCRIPTION_MAX_LENGTH = 500;
export const ALT_MAX_LENGTH = 500;
export const TAGS_MAX_COUNT = 20;
export const TAG_MAX_LENGTH = 60;
export const URL_MAX_LENGTH = 2048;
export const ALIASES_MAX_COUNT = 20;
export const QUERY_MAX_LENGTH = 200;
export const CURSOR_MAX_LENGTH = 512;
export const LANGUAGE_MAX_LENGTH = 35;

export const LIST_DEFAULT_COUNT = 20;
export const LIST_MAX_COUNT = 100;
export const SUMMARY_MAX_SENTENCES = 20;
/** More sentences than the longest preset need a token where only the summary is public. */
export const PRESET_MAX_SENTENCES = 7;

export const OVERRIDE_MAX_SENTENCES = 20;
export const OVERRIDE_MAX_EXCLUSIONS = 50;
export const OVERRIDE_SENTENCE_MAX_LENGTH = 1000;
export const EDITOR_MAX_LENGTH = 200;
/** UTF-16 units of JSON: of a longer history the newest decisions are backed up. Hundreds of them are far shorter. */
export const HISTORY_MAX_LENGTH = 1_000_000;
/** Tags with a rule of their own: so many are shown on one page. */
export const RULES_MAX_COUNT = 500;
/** Of a longer history of the rules the newest entries are backed up. */
export const RULE_HISTORY_MAX_COUNT = 5_000;
export const CORRECTION_MAX_LENGTH = 1000;
/** A page address and ten words. */
export const MEASURE_EVENT_MAX_BYTES = 4 * 1024;
