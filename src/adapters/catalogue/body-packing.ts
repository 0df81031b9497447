import { logWarning } from '../console-log.ts';
import { WALK_MAX_COUNT } from './body-rows.ts';
import { packRecord } from './packed-body.ts';
import type { Walked } from './walked.ts';
import { moveOn } from './walks.ts';

/** One step through the articles of an earlier release: packed first, written all together if they still stand. */
export async function walkBodies({ storage, rows: { bodies }, facts }: Walked, after: string): Promise<void> {
  const owners = bodies.former(after);
  const loaded = owners.map((owner) => ({ ...owner, body: bodies.load(owner) }));
  const packed: { slug: string; revision: number; bytes: Uint8Array }[] = [];
  for (const { slug, revision, body } of loaded) {
    try {
      packed.push({ slug, revision, bytes: await packRecord(await body.record()) });
    } catch (error) {
      logWarning('record-not-packed', error); // It stays as it is, and holds up none of the others.
    }
  }
  storage.transactionSync(() => {
    for (const { slug, revision, bytes } of packed) bodies.replaceParts(slug, revision, bytes, Date.now());
    moveOn(facts, 'bodies', owners.length < WALK_MAX_COUNT ? undefined : owners.at(-1)?.slug);
  });
}
