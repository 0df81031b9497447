/** Keeps what a `kvNamespace` binding asks for over HTTP in a map: KV without its network. */
interface Entry {
  value: ArrayBuffer;
  metadata: string | null;
}

const entries = new Map<string, Entry>();
const decoder = new TextDecoder();

export default {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === '/bulk/get') return answerBulk(await request.json());
    const key = decodeURIComponent(url.pathname.slice(1));
    switch (request.method) {
      case 'GET':
        return answerGet(entries.get(key));
      case 'PUT':
        entries.set(key, {
          value: await request.arrayBuffer(),
          metadata: request.headers.get('CF-KV-Metadata'),
        });
        return new Response();
      default:
        entries.delete(key);
        return new Response();
    }
  },
};

function answerGet(entry: Entry | undefined): Response {
  if (entry === undefined) return new Response('Not Found', { status: 404 });
  const { value, metadata } = entry;
  return new Response(value, metadata === null ? {} : { headers: { 'CF-KV-Metadata': metadata } });
}

function answerBulk({ keys }: { keys: string[] }): Response {
  const values = keys.map((key) => {
    const entry = entries.get(key);
    return [key, entry === undefined ? null : decoder.decode(entry.value)];
  });
  return Response.json(Object.fromEntries(values));
}
