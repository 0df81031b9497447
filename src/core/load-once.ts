/**
 * A module that is loaded when it is first needed, and from then on is there: each further `import()` would cost a hot
 * request a part of its answer. Who finds nothing loaded waits for a load of its own: a promise of one request,
 * which may be broken off, is nothing for another to wait for.
 */
export function loadOnce<Module>(load: () => Promise<Module>): () => Module | Promise<Module> {
  let loaded: Module | undefined;
  const keep = async () => {
    const own = await load();
    loaded ??= own;
    return loaded;
  };
  return () => loaded ?? keep();
}
