import { WorkerEntrypoint } from 'cloudflare:workers';

export { Catalogue } from './adapters/catalogue/catalogue.ts';

export default class extends WorkerEntrypoint<Env> {
  override fetch(): Response {
    return new Response('Standfirst\n');
  }

  /** Purges this entrypoint's own cache: the only one that an entrypoint can reach. */
  async purge(tags: readonly string[]): Promise<void> {
    await this.ctx.cache?.purge({ tags: [...tags] });
  }
}
