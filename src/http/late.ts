import { loadOnce } from '../core/load-once.ts';
import type { Handler } from './context.ts';

/** A handler whose module is loaded when it is first asked: an isolate reads the code of what it answers, and no more. */
export function late<Name extends string>(
  load: () => Promise<Readonly<Record<NoInfer<Name>, Handler>>>,
  name: Name,
): Handler {
  const module = loadOnce(load);
  return async (dependencies, context) => (await module())[name](dependencies, context);
}
