/** A Worker that sends on what KV holds, unread: the least that serving an article can cost. */
export default {
  async fetch(request: Request, env: { ARTICLES: KVNamespace }): Promise<Response> {
    const key = `article:${new URL(request.url).pathname.slice(1)}`;
    const value = await env.ARTICLES.get(key, { type: 'arrayBuffer', cacheTtl: 30 });
    if (value === null) return new Response('absent', { status: 404 });
    return new Response(value, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
  },
};
