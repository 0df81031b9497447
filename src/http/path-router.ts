import type { Params, Result, Router } from 'hono/router';

interface Route<T> {
  handler: T;
  /** Names of the parameters, in the order of the path. */
  names: readonly string[];
}

interface Place<T> {
  /** What goes on from here by a segment of the path. */
  literal: Map<string, Place<T>>;
  /** What goes on from here by any segment, which a parameter gets. */
  parameter: Place<T> | undefined;
  route: Route<T> | undefined;
}

const makePlace = <T>(): Place<T> => ({ literal: new Map(), parameter: undefined, route: undefined });

const segmentsOf = (path: string): string[] => path.slice(1).split('/');

/**
 * Finds the handler of a path, segment by segment; a segment as it is written goes before a parameter. Paths here are
 * plain and have one handler for all methods. Hono's own routers make expressions of all paths when the first request
 * comes, which takes a cold isolate longer than the answer.
 */
export class PathRouter<T> implements Router<T> {
  readonly name = 'PathRouter';
  readonly #root: Place<T> = makePlace();

  /** @throws {RangeError} Where a path is added twice. */
  add(_method: string, path: string, handler: T): void {
    const names: string[] = [];
    let place = this.#root;
    for (const segment of segmentsOf(path)) {
      if (segment.startsWith(':')) {
        names.push(segment.slice(1));
        place.parameter ??= makePlace();
        place = place.parameter;
      } else {
        const next: Place<T> = place.literal.get(segment) ?? makePlace();
        place.literal.set(segment, next);
        place = next;
      }
    }
    if (place.route !== undefined) throw new RangeError(`${path} has a handler already`);
    place.route = { handler, names };
  }

  match(_method: string, path: string): Result<T> {
    const found = this.find(path);
    return found === undefined ? [[]] : [[[found.handler, found.params]]];
  }

  find(path: string): { handler: T; params: Params } | undefined {
    const values: string[] = [];
    const route = find(this.#root, segmentsOf(path), 0, values);
    if (route === undefined) return undefined;
    const params: Params = {};
    route.names.forEach((name, at) => {
      params[name] = values[at] as string;
    });
    return { handler: route.handler, params };
  }
}

/** The route behind a place, with what its parameters get. */
function find<T>(
  place: Place<T>,
  segments: readonly string[],
  at: number,
  values: string[],
): Route<T> | undefined {
  const segment = segments[at];
  if (segment === undefined) return place.route;
  const literal = place.literal.get(segment);
  const found = literal && find(literal, segments, at + 1, values);
  if (found !== undefined || place.parameter === undefined || segment === '') return found;
  values.push(segment);
  const behind = find(place.parameter, segments, at + 1, values);
  if (behind === undefined) values.pop();
  return behind;
}
