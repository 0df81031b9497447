import { DurableObject } from 'cloudflare:workers';

type ObjectClass<Inner> = new (ctx: DurableObjectState, env: Env) => Inner;

/** Names of all public methods, `alarm` among them where there is one. */
type MethodName<Inner> = {
  [Name in keyof Inner]-?: Inner[Name] extends (...args: never) => unknown ? Name : never;
}[Exclude<keyof Inner, keyof Rpc.DurableObjectBranded>];

type Methods = Record<string, (...args: unknown[]) => unknown>;

/**
 * A class that a main module exports in place of one whose code is loaded when the first object of it is made: the main
 * module is read by every isolate, and those that serve readers hold no object.
 *
 * Nothing reaches an object before the one behind it is there, and before that has let go of what its own constructor
 * blocks. So all methods are as they are behind: what was one turn stays one. A constructor that throws resets the object
 * and is told to whoever called, as if it were this one.
 *
 * @param methods - All that is called from outside, and no more: only what stands on a prototype is given out by RPC.
 */
export function lateObject<Inner extends DurableObject<Env>>(
  load: () => Promise<ObjectClass<Inner>>,
  methods: Readonly<Record<MethodName<NoInfer<Inner>>, true>>,
): ObjectClass<DurableObject<Env> & Pick<Inner, MethodName<Inner>>> {
  class LateObject extends DurableObject<Env> {
    #inner!: Methods;

    constructor(ctx: DurableObjectState, env: Env) {
      super(ctx, env);
      void ctx.blockConcurrencyWhile(async () => {
        const Inner = await load();
        this.#inner = new Inner(ctx, env) as unknown as Methods;
      });
    }

    static {
      for (const name of Object.keys(methods))
        Object.defineProperty(LateObject.prototype, name, {
          value(this: LateObject, ...args: unknown[]) {
            return this.#inner[name]?.(...args);
          },
        });
    }
  }
  return LateObject as unknown as ObjectClass<DurableObject<Env> & Pick<Inner, MethodName<Inner>>>;
}
