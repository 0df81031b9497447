import * as z from 'zod/mini';

/**
 * A schema that takes whatever does not fit for another value. `z.catch` does the same, and with it the bundle keeps every
 * helper of zod, 2 KB compressed: it reaches one of them through two namespaces, where bundlers give up.
 */
// @__NO_SIDE_EFFECTS__
export function orElse<T extends z.core.$ZodType>(schema: T, value: z.core.output<T>): z.ZodMiniCatch<T> {
  const caught = new z.ZodMiniCatch({ type: 'catch', innerType: schema, catchValue: () => value });
  return caught as z.ZodMiniCatch<T>;
}
