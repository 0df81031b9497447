/**
 * What is made when it is first asked for, and kept. Making a schema costs a cold isolate some 20 µs, and the service has
 * hundreds of them, of which an answer needs a few. A bundle leaves out what nobody asks for.
 */
// @__NO_SIDE_EFFECTS__
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
