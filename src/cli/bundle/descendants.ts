import type { AnyNode } from 'acorn';

/** All nodes of a syntax tree below one, each before its own. */
export function* descendantsOf(parent: AnyNode): Iterable<{ node: AnyNode; parent: AnyNode }> {
  for (const member of Object.values(parent))
    for (const node of Array.isArray(member) ? member : [member]) {
      if (!isNode(node)) continue;
      yield { node, parent };
      yield* descendantsOf(node);
    }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
