/** What `fake-kv` keeps in a map stands in a file here, and outlives the process. */
import { DurableObject } from 'cloudflare:workers';

interface Entry {
  value: ArrayBuffer;
  metadata: string | null;
}

export class Store extends DurableObject {
  find(key: string): Entry | undefined {
    return this.ctx.storage.kv.get<Entry>(key);
  }

  put(key: string, entry: Entry): void {
    this.ctx.storage.kv.put(key, entry);
  }

  remove(key: string): void {
    this.ctx.storage.kv.delete(key);
  }
}

const decoder = new TextDecoder();

export default {
  async fetch(request: Request, env: { STORE: DurableObjectNamespace<Store> }): Promise<Response> {
    const store = env.STORE.getByName('copies');
    const url = new URL(request.url);
    if (url.pathname === '/bulk/get') return answerBulk(store, await request.json());
    const key = decodeURIComponent(url.pathname.slice(1));
    switch (request.method) {
      case 'GET':
        return answerGet(await store.find(key));
      case 'PUT':
        await store.put(key, {
          value: await request.arrayBuffer(),
          metadata: request.headers.get('CF-KV-Metadata'),
        });
        return new Response();
      default:
        await store.remove(key);
        return new Response();
    }
  },
};

function answerGet(entry: Entry | undefined): Response {
  if (entry === undefined) return new Response('Not Found', { status: 404 });
  const { value, metadata } = entry;
  return new Response(value, metadata === null ? {} : { headers: { 'CF-KV-Metadata': metadata } });
}

async function answerBulk(store: DurableObjectStub<Store>, { keys }: { keys: string[] }): Promise<Response> {
  const values = keys.map(async (key) => {
    const entry = await store.find(key);
    return [key, entry === undefined ? null : decoder.decode(entry.value)];
  });
  return Response.json(Object.fromEntries(await Promise.all(values)));
}
