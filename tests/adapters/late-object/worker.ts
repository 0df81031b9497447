import { lateObject } from '../../../src/adapters/late-object.ts';

const load = async () => (await import('./turnstile.ts')).Turnstile;

export class Turnstile extends lateObject(load, {
  pass: true,
  notes: true,
  endBeforeAlarm: true,
  alarm: true,
}) {}

interface Bindings {
  TURNSTILES: DurableObjectNamespace<Turnstile>;
}

/** Methods of one object, called all at once. */
export interface Calls {
  object: string;
  methods: ('pass' | 'notes' | 'endBeforeAlarm')[];
}

export interface Outcome {
  /** Null until its code is loaded. */
  made: number | null;
  results: { value?: unknown; error?: string; isReset?: boolean }[];
}

export default {
  async fetch(request: Request, { TURNSTILES }: Bindings): Promise<Response> {
    const { object, methods } = await request.json<Calls>();
    const results = methods.map(async (method) => {
      try {
        return { value: await TURNSTILES.getByName(object)[method]() };
      } catch (error) {
        const { message, durableObjectReset } = error as Error & { durableObjectReset?: boolean };
        return { error: message, isReset: durableObjectReset ?? false };
      }
    });
    const outcome = { results: await Promise.all(results), made: globalThis.turnstilesMade ?? null };
    return Response.json(outcome satisfies Outcome);
  },
};
