import * as z from 'zod/mini';
import { DomainError } from '../../core/errors.ts';
import { lazily } from '../../core/lazily.ts';
import type { StaticData } from '../../flows/ports.ts';

/** Invented articles on which the box can be tried where nothing has been published yet. Beside the Worker: few ask. */
const DEMO_ARTICLES_PATH = '/demo-articles.json';

export type DemoLanguage = 'en' | 'ar';

/** By language. */
const demoArticlesSchema = lazily(() =>
  z.record(z.string(), z.object({ title: z.string(), paragraphs: z.array(z.string()) })),
);
export interface DemoArticle {
  language: DemoLanguage;
  title: string;
  paragraphs: readonly string[];
}

/** @throws {DomainError} `store-unavailable` where the file cannot be had. */
export async function readDemoArticle(staticData: StaticData, language: DemoLanguage): Promise<DemoArticle> {
  const articles = demoArticlesSchema().safeParse(await staticData(DEMO_ARTICLES_PATH));
  const article = articles.data?.[language];
  if (article === undefined) throw new DomainError({ kind: 'store-unavailable', retryAfterSeconds: 5 });
  return { ...article, language };
}
