import type { Handler } from './context.ts';

/** A handler whose module is loaded when it is first asked: an isolate reads the code of what it answers, and no more. */
export function late<Name extends string>(
  load: () => Promise<Readonly<Record<NoInfer<Name>, Handler>>>,
  name: Name,
): Handler {
  let handler: Handler | undefined;
  const loadFirst: Handler = async (dependencies, context) => {
    handler = (await load())[name];
    return handler(dependencies, context);
  };
  return (dependencies, context) => (handler ?? loadFirst)(dependencies, context);
}
