import * as z from 'zod/mini';
import { listEntrySchema } from '../article/article.ts';
import { lazily } from '../lazily.ts';

/** The newest entries of the list, in one value: front page and first list page. */
export const FRONT_MAX_COUNT = 100;
export const frontSchema = lazily(() =>
  z.object({
    schema: z.int(),
    catalogue: z.string(),
    changes: z.int(),
    /** All published articles, of which `items` are the newest. */
    total: z.int(),
    items: z.array(listEntrySchema()),
  }),
);
export type Front = z.infer<ReturnType<typeof frontSchema>>;
