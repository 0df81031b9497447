import { lateObject } from './late-object.ts';

/** The objects as the door shows them. What each of them is, and does, stands in the file that it loads. */
export class Catalogue extends lateObject(async () => (await import('./catalogue/catalogue.ts')).Catalogue, {
  identify: true,
  read: true,
  ownersOf: true,
  write: true,
  remove: true,
  restore: true,
  refresh: true,
  generationSettings: true,
  takeOrders: true,
  claimGeneration: true,
  postponeGeneration: true,
  propose: true,
  project: true,
  resolve: true,
  list: true,
  sitemap: true,
  sitemapPart: true,
  noteAbsence: true,
  reviewQueue: true,
  history: true,
  rules: true,
  setRule: true,
  ruleHistory: true,
  restoreRules: true,
  search: true,
  sessionKey: true,
  putTexts: true,
  getTexts: true,
  getEntries: true,
  dropTexts: true,
  takeSearched: true,
  findSlugs: true,
  records: true,
  status: true,
  walkPosition: true,
  compareCopies: true,
  finishReconciliation: true,
  alarm: true,
}) {}

export class Measures extends lateObject(
  async () => (await import('./measures/measures-object.ts')).Measures,
  { add: true, alarm: true, read: true },
) {}

export class SiteCrawler extends lateObject(
  async () => (await import('./site-crawler/site-crawler.ts')).SiteCrawler,
  { feed: true, ingest: true, rememberFeed: true },
) {}
