/** KV writes of one first publish and of one edit, at most, before coalescing (docs/storage.md). */
const WRITES_PER_CREATION = 5;
/** Cloudflare's list price beyond what the paid plan includes: 5 USD a million KV writes. */
const USD_PER_MILLION_WRITES = 5;
const FREE_WRITES_PER_DAY = 1_000;

/** What bringing in so many articles costs, in words. */
export function describeCost(articles: number): string {
  const writes = articles * WRITES_PER_CREATION;
  const usd = (writes / 1_000_000) * USD_PER_MILLION_WRITES;
  const plan =
    writes > FREE_WRITES_PER_DAY ? `; the free plan allows ${FREE_WRITES_PER_DAY} writes a day` : '';
  return `at most ${writes} KV writes, ${usd.toFixed(2)} USD at 5 USD a million${plan}`;
}
