import { placed } from './placed.ts';

const COUNTED = {
  seen: 'At least half of a box stood on the screen.',
  opened: 'A box was opened.',
  medium: 'The medium length was chosen.',
  long: 'The long one was chosen.',
  jumped: 'A reader went to the source of a sentence.',
  listened: 'The summary was read aloud.',
  copied: 'It was copied.',
  asked: 'A question was asked.',
  helpful: 'It was called helpful.',
  unhelpful: 'It was called not helpful.',
};

export const MEASURE_NOTES: Readonly<Record<string, string>> = {
  ...placed('Event', {
    url: 'The page: one of yours, or of the service.',
    place: 'Where the box stands.',
    events: 'What was done; each counts once.',
  }),
  ...placed('Measures', {
    from: 'First day (UTC).',
    to: 'Last day.',
    slug: 'The article, where one was asked for.',
    by: 'What the lines stand for.',
    items: 'One line each.',
    total: 'All lines together.',
  }),
  ...placed('Measures.total', COUNTED),
  ...placed('Measures.items', {
    ...COUNTED,
    name: 'The day, slug, place, or method as a summary names it: `extractive`, `editorial`, `generated`.',
  }),
};
