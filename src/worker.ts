import { WorkerEntrypoint } from 'cloudflare:workers';

export default class extends WorkerEntrypoint<Env> {
  override fetch(): Response {
    return new Response('Standfirst\n');
  }
}
