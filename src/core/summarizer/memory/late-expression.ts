/**
 * A regular expression that is read when it is first used. An engine reads a literal as soon as it reads the file,
 * used or not, and a class like `\p{L}` costs it some thirty microseconds each time: too much at the start of an
 * isolate. `npm run expressions` proves these like literals, so their source is written out where they are made.
 */
// @__NO_SIDE_EFFECTS__
export function lateExpression(source: string, flags: string): () => RegExp {
  let expression: RegExp | undefined;
  return () => {
    expression ??= new RegExp(source, flags);
    return expression;
  };
}
