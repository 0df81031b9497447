import { WorkerEntrypoint } from 'cloudflare:workers';

/** A limiter that lets everything through: what is measured is the service, not its guard. */
export class Limiter extends WorkerEntrypoint {
  async limit(): Promise<{ success: boolean }> {
    return { success: true };
  }
}

/** No static file is measured here. */
export default class extends WorkerEntrypoint {
  override async fetch(): Promise<Response> {
    return new Response('absent', { status: 404 });
  }
}
