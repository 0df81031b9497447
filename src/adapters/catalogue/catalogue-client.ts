import type { Catalogue as CataloguePort } from '../../flows/ports.ts';
import type { Catalogue } from './catalogue.ts';

/** One publication, one object. */
const OBJECT_NAME = 'publication';
const ATTEMPTS_MAX_COUNT = 3;

/**
 * The catalogue behind its Durable Object binding. A call that the platform calls retryable (a deployment resets the
 * object) is made again on a new stub; every method is safe to repeat, since writes name the revision they expect.
 */
export function createCatalogueClient(namespace: DurableObjectNamespace<Catalogue>): CataloguePort {
  const call = async <T>(method: (stub: DurableObjectStub<Catalogue>) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await method(namespace.getByName(OBJECT_NAME));
      } catch (error) {
        if (attempt >= ATTEMPTS_MAX_COUNT || !isRetryable(error)) throw error;
      }
    }
  };
  return {
    identify: () => call(async (stub) => stub.identify()),
    read: (slug) => call(async (stub) => stub.read(slug)),
    ownersOf: (pageUrls) => call(async (stub) => stub.ownersOf([...pageUrls])),
    write: (change) => call(async (stub) => stub.write(change)),
    remove: (slug, expectedRevision) => call(async (stub) => stub.remove(slug, expectedRevision)),
    project: (slug) => call(async (stub) => stub.project(slug)),
    resolve: (pageUrl) => call(async (stub) => stub.resolve(pageUrl)),
    indexable: (limit) => call(async (stub) => stub.indexable(limit)),
    list: (query) => call(async (stub) => stub.list(query)),
  };
}

function isRetryable(error: unknown): boolean {
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean };
  return retryable === true && overloaded !== true;
}
