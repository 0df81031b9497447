import {
  LEAST_SEEN_COUNT,
  MEASURES,
  type MeasureQuery,
  type MeasureRow,
  sumOf,
  type Tally,
} from '../core/measures/measure.ts';
import { type LocateDependencies, type LocatedPage, locatePage } from '../flows/locate-page.ts';
import type { Measures } from '../flows/ports.ts';

/** Counts in memory, placed when they are read. */
export function createMemoryMeasures(stores: LocateDependencies): Measures {
  const tallies: Tally[] = [];
  return {
    note: (more) => void tallies.push(...more),
    async read(queries) {
      const placed: (Tally & LocatedPage)[] = [];
      for (const tally of tallies) {
        const place = await locatePage(stores, tally.page);
        if (place !== undefined) placed.push({ ...tally, ...place });
      }
      return queries.map((query) => select(placed, query));
    },
  };
}

function select(
  placed: readonly (Tally & LocatedPage)[],
  { from, to, slug, by, order, limit }: MeasureQuery,
): MeasureRow[] {
  const wanted = placed.filter(({ day, slug: of }) => day >= from && day <= to && (slug ?? of) === of);
  const nameOf = (tally: Tally & LocatedPage) => (by === 'article' ? tally.slug : tally[by]);
  const rows = [...new Set(wanted.map(nameOf))].sort().map((name): MeasureRow => {
    const own = wanted.filter((tally) => nameOf(tally) === name);
    return { name, ...sumOf(own.map(toRow)) };
  });
  if (order === 'least')
    return rows
      .filter(({ seen }) => seen >= LEAST_SEEN_COUNT)
      .sort((a, b) => a.opened / a.seen - b.opened / b.seen || b.seen - a.seen)
      .slice(0, limit);
  return (by === 'article' ? rows.sort((a, b) => b.opened - a.opened) : rows).slice(0, limit);
}

function toRow({ measure, count }: Tally): MeasureRow {
  const none = Object.fromEntries(MEASURES.map((name) => [name, 0])) as Omit<MeasureRow, 'name'>;
  return { name: '', ...none, [measure]: count };
}
