import * as z from 'zod/mini';
import { slugSchema } from '../../core/article/article.ts';
import { dayOf, type MeasureQuery } from '../../core/measures/measure.ts';
import { askTruth } from '../../flows/read-article.ts';
import { renderMeasures } from '../../pages/desk/measures-page.tsx';
import type { Answer } from '../answer.ts';
import type { Context, Dependencies } from '../context.ts';
import { toCsv } from '../measures-csv.ts';
import { answerPage } from './answer-page.ts';
import { frameOf } from './frame.ts';
import type { Editor } from './session.ts';

const SHOWN_DAYS = 28;
const DAY_MS = 86_400_000;
const DAYS_MAX_COUNT = 400;
const ARTICLES_COUNT = 10;

/** What an address asks for; whatever cannot be meant counts as not asked. */
function asked(context: Context, nowMs: number) {
  const { searchParams } = new URL(context.req.url);
  const day = (name: string, usual: string) => z.iso.date().safeParse(searchParams.get(name)).data ?? usual;
  return {
    from: day('from', dayOf(nowMs - (SHOWN_DAYS - 1) * DAY_MS)),
    to: day('to', dayOf(nowMs)),
    slug: slugSchema().safeParse(searchParams.get('slug')).data,
  };
}

export async function showMeasures(
  dependencies: Dependencies,
  context: Context,
  editor: Editor,
): Promise<Answer> {
  const range = asked(context, dependencies.now());
  const articles: MeasureQuery = { ...range, by: 'article', limit: ARTICLES_COUNT };
  const queries: MeasureQuery[] = [
    { ...range, by: 'day', limit: DAYS_MAX_COUNT },
    { ...range, by: 'place', limit: ARTICLES_COUNT },
    { ...range, by: 'method', limit: ARTICLES_COUNT },
    articles,
    { ...articles, order: 'least' },
  ];
  const [byDay = [], byPlace = [], byMethod = [], most = [], least = []] = await askTruth(() =>
    dependencies.measures.read(queries),
  );
  const frame = await frameOf(dependencies, context, editor);
  return answerPage(renderMeasures(frame, { ...range, byDay, byPlace, byMethod, most, least }));
}

/** The days as a table for other programs; `GET /v1/measures?format=csv` has the other lines. */
export async function downloadMeasures({ measures, now }: Dependencies, context: Context): Promise<Answer> {
  const range = asked(context, now());
  const [rows = []] = await askTruth(() => measures.read([{ ...range, by: 'day', limit: DAYS_MAX_COUNT }]));
  return toCsv('day', range, rows);
}
