import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';

const anchorShape = lazily(() => ({ selector: z.string(), nth: z.int() }));

const placesSchema = lazily(() =>
  z.object({
    scope: z.nullable(z.object(anchorShape())),
    above: z.nullable(z.object({ ...anchorShape(), side: z.enum(['before', 'inside']) })),
    below: z.nullable(z.object({ ...anchorShape(), side: z.enum(['before', 'end']) })),
    paragraph: z.nullable(z.object({ selector: z.string(), count: z.int() })),
  }),
);

/** What is remembered of one page address: its article, and where its boxes go. */
export const pagePlacesSchema = lazily(() =>
  z.object({
    /** Null for a page that holds no article. */
    found: z.nullable(z.object({ slug: z.string(), revision: z.int(), places: placesSchema() })),
    learnedAt: z.int(),
  }),
);
export type PagePlaces = z.infer<ReturnType<typeof pagePlacesSchema>>;
