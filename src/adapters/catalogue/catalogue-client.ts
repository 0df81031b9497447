import { DomainError } from '../../core/errors.ts';
import type { Generations } from '../../flows/generation-ports.ts';
import type { Absences, Archive, Catalogue as CataloguePort, Desk, Upkeep } from '../../flows/ports.ts';
import type { Catalogue } from './catalogue.ts';
import { OBJECT_NAME } from './object-name.ts';
import { isStoreFull } from './room.ts';

const ATTEMPTS_MAX_COUNT = 3;
const RETRY_DELAY_MS = 50;

/**
 * The catalogue behind its Durable Object binding. A call that the platform calls retryable (a deployment resets the
 * object) is made again on a new stub; every method is safe to repeat, since writes name the revision they expect.
 */
export function createCatalogueClient(
  namespace: DurableObjectNamespace<Catalogue>,
): CataloguePort & Absences & Desk & Archive & Generations & Upkeep {
  const call = async <T>(method: (stub: DurableObjectStub<Catalogue>) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await method(namespace.getByName(OBJECT_NAME));
      } catch (error) {
        if (isStoreFull(error)) throw new DomainError({ kind: 'store-full' }, { cause: error });
        if (attempt >= ATTEMPTS_MAX_COUNT || !isRetryable(error)) throw error;
        await waitWithJitter(attempt);
      }
    }
  };
  return {
    identify: () => call(async (stub) => stub.identify()),
    read: (slug) => call(async (stub) => stub.read(slug)),
    ownersOf: (pageUrls) => call(async (stub) => stub.ownersOf([...pageUrls])),
    write: (change) => call(async (stub) => stub.write(change)),
    remove: (slug, expectedRevision, pages) =>
      call(async (stub) => stub.remove(slug, expectedRevision, pages)),
    project: (slug) => call(async (stub) => stub.project(slug)),
    noteAbsence: (pageUrl, fault, until) => call(async (stub) => stub.noteAbsence(pageUrl, fault, until)),
    resolve: (pageUrl) => call(async (stub) => stub.resolve(pageUrl)),
    sitemap: () => call(async (stub) => stub.sitemap()),
    sitemapPart: (number) => call(async (stub) => stub.sitemapPart(number)),
    list: (query, scope) => call(async (stub) => stub.list(query, scope)),
    reviewQueue: (query) => call(async (stub) => stub.reviewQueue(query)),
    history: (slug, before, limit) => call(async (stub) => stub.history(slug, before, limit)),
    search: (query, scope) => call(async (stub) => stub.search(query, scope)),
    rules: () => call(async (stub) => stub.rules()),
    setRule: (rule, event, expectedVersion) =>
      call(async (stub) => stub.setRule(rule, event, expectedVersion)),
    ruleHistory: (before, limit) => call(async (stub) => stub.ruleHistory(before, limit)),
    restoreRules: (saved, expectedVersion) => call(async (stub) => stub.restoreRules(saved, expectedVersion)),
    sessionKey: () => call(async (stub) => stub.sessionKey()),
    records: (after, limit) => call(async (stub) => stub.records(after, limit)),
    restore: (records) => call(async (stub) => stub.restore(records)),
    refresh: (slug, expectedRevision, digest) =>
      call(async (stub) => stub.refresh(slug, expectedRevision, digest)),
    generationSettings: () => call(async (stub) => stub.generationSettings()),
    takeOrders: (limit, bound) => call(async (stub) => stub.takeOrders(limit, bound)),
    claimGeneration: (order, limitPerDay) => call(async (stub) => stub.claimGeneration(order, limitPerDay)),
    propose: (slug, proposal) => call(async (stub) => stub.propose(slug, proposal)),
    postponeGeneration: (order, reason, retryAfterSeconds) =>
      call(async (stub) => stub.postponeGeneration(order, reason, retryAfterSeconds)),
    status: () => call(async (stub) => stub.status()),
    walkPosition: () => call(async (stub) => stub.walkPosition()),
    compareCopies: (range) => call(async (stub) => stub.compareCopies(range)),
    finishReconciliation: (report, position) =>
      call(async (stub) => stub.finishReconciliation(report, position)),
  };
}

function waitWithJitter(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS * attempt * (0.5 + Math.random())));
}

function isRetryable(error: unknown): boolean {
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean };
  return retryable === true && overloaded !== true;
}
