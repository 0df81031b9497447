import { FIELD_MAX_LENGTH } from '../page/decode-text.ts';
import type { PageDocument } from '../page/parse-page.ts';

/** Structured data about one thing (schema.org), as far as pages agree on how to write it. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** https://schema.org/Article and what is below it that news and magazines use; `NewsArticle` and its like end in it. */
const ARTICLE_TYPE = /^(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Recipe|HowTo)$/;
const TYPE_MAX_LENGTH = 200;
/** `author: {name: {name: …}}` */
const NAMES_MAX_DEPTH = 4;

const SCRIPT_MAX_LENGTH = 1_000_000;
const NODES_MAX_COUNT = 500;

/** What a page's JSON-LD says. */
export interface StructuredData {
  /** Nodes that describe articles, those of lists left out. */
  articles: JsonLdNode[];
  /** Nodes that others refer to by `{"@id": …}`. */
  byId: ReadonlyMap<string, JsonLdNode>;
}

/** Reads every script of JSON-LD. Broken ones are passed over. */
export function readStructuredData(page: PageDocument): StructuredData {
  const scripts = page.findAll(
    (element) =>
      element.localName === 'script' &&
      /^application\/ld\+json\b/i.test(element.getAttribute('type')?.trim() ?? ''),
  );
  const roots = scripts.map((script) => parseLoosely(script.textContent));
  return { articles: roots.flatMap(articleNodes), byId: indexNodes(roots) };
}

function parseLoosely(source: string): unknown {
  if (source.length > SCRIPT_MAX_LENGTH) return undefined;
  const json = source.replace(/^\s*(?:<!\[CDATA\[|<!--|\/\/<!\[CDATA\[)|(?:\]\]>|-->|\/\/\]\]>)\s*$/g, '');
  try {
    return JSON.parse(json);
  } catch {
    return parseWithRawBreaks(json);
  }
}

/** Systems that print texts into JSON by hand leave raw line breaks in strings: the commonest fault there is. */
function parseWithRawBreaks(json: string): unknown {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what JSON forbids
    return JSON.parse(json.replace(/[\u0000-\u001F]+/g, ' '));
  } catch {
    return undefined;
  }
}

function articleNodes(root: unknown): JsonLdNode[] {
  const found: JsonLdNode[] = [];
  let seen = 0;
  const visit = (value: unknown): void => {
    seen += 1;
    if (seen > NODES_MAX_COUNT || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    const node = value as JsonLdNode;
    if (isArticle(node)) found.push(node);
    else for (const inner of [node['@graph'], node.mainEntity, node.mainEntityOfPage]) visit(inner);
  };
  visit(root);
  return found;
}

/** Every node that has an `@id` and says more than that, wherever it stands; level by level, so that none is too deep. */
function indexNodes(roots: readonly unknown[]): Map<string, JsonLdNode> {
  const known = new Map<string, JsonLdNode>();
  const queue = [...roots];
  for (let next = 0; next < queue.length && next < NODES_MAX_COUNT * 4; next += 1) {
    const value = queue[next];
    if (typeof value !== 'object' || value === null) continue;
    const id = (value as JsonLdNode)['@id'];
    const members = Object.values(value);
    if (typeof id === 'string' && members.length > 1 && !known.has(id)) known.set(id, value as JsonLdNode);
    queue.push(...members.slice(0, NODES_MAX_COUNT));
  }
  return known;
}

function isArticle(node: JsonLdNode): boolean {
  return listOf(node['@type']).some(
    (type) => typeof type === 'string' && ARTICLE_TYPE.test(nameOfType(type)),
  );
}

/** `Article` of `https://schema.org/Article` and of `schema:Article`. */
function nameOfType(type: string): string {
  const name = type.slice(0, TYPE_MAX_LENGTH);
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The values of a member, with the nodes in the place of what only refers to them. */
export function valuesOf(value: unknown, { byId }: StructuredData): unknown[] {
  return listOf(value).map((one) => {
    const id = typeof one === 'object' && one !== null ? (one as JsonLdNode)['@id'] : one;
    return typeof id === 'string' ? (byId.get(id) ?? one) : one;
  });
}

/** A line of text, or the named member of an object that stands for one; read up to {@link FIELD_MAX_LENGTH}. */
export function textOf(value: unknown, member = 'name'): string | undefined {
  return wholeTextOf(value, member)?.slice(0, FIELD_MAX_LENGTH);
}

/** The same at any length. */
export function wholeTextOf(value: unknown, member = 'name'): string | undefined {
  let [first] = listOf(value);
  for (let depth = 0; typeof first === 'object' && first !== null; depth += 1) {
    if (depth === NAMES_MAX_DEPTH) return undefined;
    [first] = listOf((first as JsonLdNode)[member]);
  }
  const text = typeof first === 'string' ? first.trim() : '';
  return text === '' ? undefined : text;
}
