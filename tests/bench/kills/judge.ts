import { isDeepStrictEqual } from 'node:util';
import { read, readAsAnybody } from './calls.ts';
import { MODEL, slugOfFormer } from './former-rows.ts';
import { ORIGIN } from './service.ts';
import { numberIn, versionOf } from './versions.ts';
import { NOTHING, type State, type Tracked } from './writer.ts';

type Article = ReturnType<typeof versionOf> & {
  publishedAt: string;
  previous: { slug: string } | null;
  next: { slug: string } | null;
};
interface Summary {
  article: { slug: string; title: string };
  sentences: { text: string }[];
}

/** What was found wrong: `lost` where no acknowledged change and none under way stands, `half` where two are mixed. */
export interface Fault {
  kind: 'lost' | 'half';
  what: string;
}

/** Compares the truth with what the writers were told, and has them go on from what stands. */
export async function judgeArticles(articles: Map<string, Tracked>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [slug, { acknowledged, unanswered }] of articles) {
    const { state, isWhole } = await standing(slug);
    const isKnown = [acknowledged, unanswered].some((known) => isDeepStrictEqual(known, state));
    const what = `${slug}: ${JSON.stringify({ acknowledged, unanswered, state })}`;
    if (!isKnown) faults.push({ kind: 'lost', what });
    if (!isWhole) faults.push({ kind: 'half', what });
    articles.set(slug, { acknowledged: state, unanswered: undefined });
  }
  return faults;
}

async function standing(slug: string): Promise<{ state: State; isWhole: boolean }> {
  const path = `/v1/articles/${slug}`;
  const { status, value } = await read<Article>(path);
  const summary = await read<Summary>(`${path}/summary?length=long`);
  if (status !== 200) return { state: NOTHING, isWhole: summary.status === status };
  const version = numberIn(value.title);
  const { title, text, description, url, tags } = value;
  const byUrl = await read<Summary>(`/v1/summary?url=${encodeURIComponent(url)}`);
  const [first] = summary.value.sentences;
  const sentence = first?.text.startsWith('An editor wrote') === true ? numberIn(first.text) : null;
  const ofText = summary.value.sentences.slice(sentence === null ? 0 : 1);
  const isWhole =
    isDeepStrictEqual({ title, text, description, url, tags }, versionOf(slug, version)) &&
    summary.value.article.title === title &&
    byUrl.value.article.slug === slug &&
    ofText.every((one) => text.includes(one.text));
  return { state: { version, sentence }, isWhole };
}

interface RecordPage {
  records: { slug: string; article?: { title: string; bodySource: string } }[];
  next: string | null;
}

/** Every article that was taken over: each there once, and of one piece. */
export async function judgeRecords(count: number): Promise<Fault[]> {
  const faults: Fault[] = [];
  let found = 0;
  for (let after: string | null = 'former'; after !== null; ) {
    const { value }: { value: RecordPage } = await read<RecordPage>(`/v1/records?limit=100&after=${after}`);
    for (const { slug, article } of value.records.filter((record) => record.slug.startsWith('former-'))) {
      found += 1;
      if (article?.title !== slug || !article.bodySource.includes(slug))
        faults.push({ kind: 'half', what: slug });
    }
    after = value.next;
  }
  return found === count ? faults : [...faults, { kind: 'lost', what: `${found} of ${count} taken over` }];
}

/** Some of the articles that the migration takes over, wherever it is. */
export async function judgeFormer(numbers: readonly number[]): Promise<Fault[]> {
  const slugs = [MODEL, ...numbers.map(slugOfFormer)];
  const judged = await Promise.all(
    slugs.map(async (slug): Promise<Fault[]> => {
      const { status, value } = await read<Article>(`/v1/articles/${slug}`);
      if (status !== 200) return [{ kind: 'lost', what: `${slug}: ${status}` }];
      const summary = await read<Summary>(`/v1/articles/${slug}/summary`);
      const isWhole =
        value.title === slug &&
        value.text.includes(slug) &&
        summary.value.sentences.every(({ text }) => value.text.includes(text));
      return isWhole ? [] : [{ kind: 'half', what: slug }];
    }),
  );
  return judged.flat();
}

interface List {
  items: { slug: string; title: string }[];
  page: { next: string | null };
}

/** Follows the whole list: each article once, as many as are counted, and each between the neighbours that it names. */
export async function judgeOrder(articles: Map<string, Tracked>): Promise<Fault[]> {
  const order: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { value }: { value: List } = await read<List>(`/v1/articles?limit=100${from}`);
    order.push(...value.items.map(({ slug }) => slug));
    cursor = value.page.next;
  }
  const status = await read<{ articles: { published: number } }>('/v1/status');
  const { published } = status.value.articles;
  const faults: Fault[] = [];
  if (new Set(order).size !== order.length || order.length !== published)
    faults.push({ kind: 'half', what: `${order.length} in the list, ${published} counted` });
  for (const [slug, { acknowledged }] of articles) {
    const at = order.indexOf(slug);
    if (at >= 0 !== (acknowledged.version !== null))
      faults.push({ kind: 'lost', what: `${slug} in the list` });
    if (at < 0) continue;
    const { value } = await read<Article>(`/v1/articles/${slug}`);
    const around = [value.next?.slug, value.previous?.slug];
    if (!isDeepStrictEqual(around, [order[at - 1], order[at + 1]]))
      faults.push({ kind: 'half', what: `${slug} between ${around.join(' and ')}` });
  }
  return faults;
}

/** What readers get once nothing waits any more: the copies are what the truth says. */
export async function judgeCopies(articles: Map<string, Tracked>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const slug of articles.keys()) {
    const path = `/v1/articles/${slug}`;
    const [truth, copy] = [await read(path), await readAsAnybody(path)];
    const isSame =
      truth.status === copy.status && (truth.status !== 200 || isDeepStrictEqual(truth.value, copy.value));
    if (!isSame) faults.push({ kind: 'half', what: `the copy of ${slug}` });
  }
  return faults;
}

/** Each article whose page is ours, once. */
export async function judgeSitemap(count: number): Promise<Fault[]> {
  const addresses = async (path: string) => {
    const text = await (await fetch(ORIGIN + path)).text();
    return [...text.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&'),
    );
  };
  const listed: string[] = [];
  for (const part of await addresses('/sitemap.xml')) {
    const { pathname, search } = new URL(part);
    if (!search.includes('news')) listed.push(...(await addresses(pathname + search)));
  }
  const formers = listed.filter((address) => address.includes('/articles/former-'));
  return formers.length === count && new Set(formers).size === count
    ? []
    : [{ kind: 'lost', what: `${formers.length} of ${count} in the sitemap` }];
}
