import * as z from 'zod';

const anchorShape = { selector: z.string(), nth: z.int() };

const placesSchema = z.object({
  scope: z.object(anchorShape).nullable(),
  above: z.object({ ...anchorShape, side: z.enum(['before', 'inside']) }).nullable(),
  below: z.object({ ...anchorShape, side: z.enum(['before', 'end']) }).nullable(),
  paragraph: z.object({ selector: z.string(), count: z.int() }).nullable(),
});

/** What is remembered of one page address: its article, and where its boxes go. */
export const pagePlacesSchema = z.object({
  /** Null for a page that holds no article. */
  found: z.object({ slug: z.string(), revision: z.int(), places: placesSchema }).nullable(),
  learnedAt: z.int(),
});
export type PagePlaces = z.infer<typeof pagePlacesSchema>;
