import type { Walked } from './walked.ts';
import { moveOn } from './walks.ts';

/**
 * Moves the texts that stand beside the order into a volume, since the catalogue has outgrown its object: one step of a
 * walk. They are read here until the transaction that names their places there.
 */
export async function walkTexts({ storage, rows, facts }: Walked, after: string): Promise<void> {
  const page = rows.bodies.own(after).map((text) => ({ ...text, row: rows.find(text.slug) }));
  const laid = await rows.texts.lay(page);
  storage.transactionSync(() => {
    let passed = after;
    for (const [index, { slug, row }] of page.entries()) {
      // What came between may be another text: the next step looks again.
      if (rows.find(slug)?.projection !== row?.projection) break;
      rows.move(slug, laid[index] as (typeof laid)[number], Date.now());
      passed = slug;
    }
    moveOn(facts, 'texts', page.length === 0 ? undefined : passed);
  });
}
